"""The letter to an official with the total: for those who edit, while people may write, in the official's language."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from pypdf import PdfReader
from wagtail.models import Locale, Site

from tests import factories
from tests.admin.desk import member, messages, outsider
from tests.reporting.telling import group, target_of, tell
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _section_with_a_name() -> None:
    Site.objects.filter(is_default_site=True).update(site_name="Sample Section")


def letter(page: UrgentActionPage, client: Client | None = None, **asked: Any) -> Any:
    query = {"language": "en", "paper": "a4", "form": "docx", **asked}
    target = query.pop("target", None) or target_of(page)
    return (client or member("Coordinators")).get(reverse("urgent_actions_letter", args=[page.pk, target]), query)


def text(response: Any) -> str:
    """Return what stands in the Word document."""
    assert response.status_code == 200
    return "\n".join(each.text for each in Document(BytesIO(response.content)).paragraphs)


def refused(page: UrgentActionPage, **asked: Any) -> str:
    """Return what the editor is told instead of a letter."""
    client = member("Coordinators")
    response = letter(page, client, **asked)
    assert (response.status_code, response["Location"]) == (302, reverse("urgent_actions_totals", args=[page.pk]))
    return messages(client.get(response["Location"])).strip()


def translation(page: UrgentActionPage, language: str, **fields: Any) -> UrgentActionPage:
    """Return a published version of a page in another language."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    made = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(made, name, value)
    made.save_revision().publish()
    return made


def test_the_letter_says_how_many_letters_each_way_by_itself() -> None:
    page = factories.published(ua_number="44/26")
    tell(page, quantity=30)
    tell(page, quantity=40, moment=factories.NOW + timedelta(days=9))
    tell(page, quantity=1200, provenance=Provenance.OFFLINE, channel="post")
    said = text(letter(page))
    assert "Sample Section asks people" in said
    assert "under the number 44/26: Sample Person" in said
    assert "reported to us by those who wrote (from June 15, 2026 to June 24, 2026): 70" in said
    assert "counted by ourselves (June 15, 2026): 1,200" in said
    assert "do not add them up" in said
    assert "1,270" not in said


def test_what_was_only_opened_is_not_told() -> None:
    page = factories.published()
    tell(page, provenance=Provenance.OPENED)
    assert refused(page) == "No letters to Example Minister were counted here."


def test_what_waits_is_not_told() -> None:
    factories.section_settings(flood_limit=1)
    page = factories.published()
    tell(page, quantity=2)
    assert refused(page) == "No letters to Example Minister were counted here."


def test_letters_to_somebody_else_are_not_told() -> None:
    targets = [("target", {"official": factories.official()}), ("target", {"official": factories.official(name="B")})]
    page = factories.published(targets=targets)
    tell(page, quantity=7)
    tell(page, quantity=9, target=str(page.targets[1].id))
    assert ": 7\n" in text(letter(page))


def test_letters_of_another_urgent_action_are_not_told() -> None:
    page = factories.published()
    tell(page, quantity=7)
    tell(factories.published(), quantity=9)
    assert ": 7\n" in text(letter(page))


def test_the_letter_asks_what_the_sample_letter_asks() -> None:
    page = factories.published()
    tell(page)
    assert "I urge you to:\nprotect Sample Person." in text(letter(page))


def test_in_a_language_without_a_version_there_are_no_asks() -> None:
    page = factories.published()
    tell(page)
    said = text(letter(page, language="de"))
    assert "Sehr geehrte Damen und Herren," in said
    assert "urge" not in said


def test_in_another_language_the_asks_are_those_of_its_version() -> None:
    minister = factories.official(salutations={"en": "Dear Minister,", "es": "Señora Ministra:"})
    page = factories.published(targets=[("target", {"official": minister})])
    asks = {"introduction": "Le pido que:", "asks": ["proteja a esta persona."]}
    translation(page, "es", sample_letter=[("paragraph", "Le escribo."), ("asks", asks)])
    tell(page)
    assert "Le pido que:\nproteja a esta persona." in text(letter(page, language="es"))


def test_somebody_with_initials_is_not_named() -> None:
    page = factories.published(
        title="A teacher is in danger",
        persons=({"name": "Secret Name", "name_in_original_script": "Тайна", "use_initials": True},),
        summary=[("paragraph", "<p>A teacher was threatened.</p>")],
        sample_letter=[("paragraph", "Words."), ("asks", {"introduction": "I urge you to:", "asks": ["protect her."]})],
    )
    tell(page)
    client = member("Coordinators")
    for form in ("docx", "pdf"):
        response = letter(page, client, form=form)
        said = text(response) if form == "docx" else PdfReader(BytesIO(response.content)).pages[0].extract_text()
        assert "S. N." in said
        assert "Secret" not in said
        assert "Тайна" not in said


def test_the_letter_is_made_of_what_is_published_and_not_of_a_draft() -> None:
    page = factories.published()
    tell(page)
    page.sample_letter = [("asks", {"introduction": "I demand:", "asks": ["what nobody has agreed to."]})]
    page.save_revision()
    assert "what nobody has agreed to" not in text(letter(page))


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_letter_is_a_pdf_on_the_paper_that_was_chosen(paper: str, width: int) -> None:
    page = factories.published(ua_number="44/26")
    tell(page)
    response = letter(page, form="pdf", paper=paper)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="ua-44-26-to-official-en.pdf"'
    assert "no-store" in response["Cache-Control"]
    assert round(PdfReader(BytesIO(response.content)).pages[0].mediabox.width) == width


@pytest.mark.parametrize(
    ("close", "status"),
    [
        ({"deadline": factories.NOW.date() - timedelta(days=1)}, "Expired"),
        ({"stopped_at": factories.NOW - timedelta(hours=1), "stop_reason": "Sample Person is free."}, "Stopped"),
    ],
)
def test_when_nobody_may_write_there_is_no_letter(close: dict[str, Any], status: str) -> None:
    page = factories.published()
    tell(page)
    for name, value in close.items():
        setattr(page, name, value)
    if "stopped_at" in close:
        person = page.persons.get()
        person.outcome, person.outcome_on = "released", factories.NOW.date()
        page.persons = [person]
    page.save_revision().publish()
    assert f"in the state “{status}”" in refused(page)


def test_when_a_newer_one_is_published_there_is_no_letter() -> None:
    page = factories.published(ua_number="44/26")
    tell(page)
    factories.published(ua_number="44/26", ordinal=2)
    assert "in the state “Superseded”" in refused(page)


def test_of_what_is_not_published_there_is_no_letter() -> None:
    page = factories.published()
    tell(page)
    page.unpublish()
    assert "this urgent action is not" in refused(page)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"form": "kit"}, "This letter is not made in this form or language."),
        ({"language": "tr"}, "This letter is not made in this form or language."),
        ({"paper": "a5"}, "This letter is not made in this form or language."),
        ({"target": "nobody"}, "There is no such target here."),
    ],
)
def test_what_there_is_not_leads_back_with_a_word(asked: dict[str, str], said: str) -> None:
    page = factories.published()
    tell(page)
    assert refused(page, **asked) == said


def test_an_official_of_whom_no_letters_were_told_gets_none() -> None:
    assert refused(factories.published()) == "No letters to Example Minister were counted here."


def test_strangers_get_no_letter() -> None:
    page = factories.published()
    tell(page, provenance=Provenance.GROUP, group=group().pk)
    assert [letter(page, client).status_code for client in (outsider(), Client())] == [302, 302]
