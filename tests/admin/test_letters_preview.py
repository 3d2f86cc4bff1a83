"""Letters of a draft, as an editor sees them before anybody may send them."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests import factories
from tests.admin.desk import member, outsider, soup, words

pytestmark = pytest.mark.django_db


def preview(page: Any) -> Any:
    return member("Editors").get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": "letters"})


def paper(page: Any, what: str = "letters", client: Client | None = None) -> Any:
    return (client or member("Editors")).get(reverse("urgent_actions_paper", args=[page.pk, what]))


def test_each_target_has_its_letter_by_each_channel() -> None:
    judge = factories.official(name="Sample Judge", contacts=(), salutations={"en": "Your Honour,"})
    targets = [("target", {"official": factories.official()}), ("target", {"official": judge})]
    page = soup(preview(factories.draft(targets=targets)))
    assert [each.get_text() for each in page.select("main h2, main h3")] == [
        "Example Minister",
        "Post",
        "E-mail",
        "Sample Judge",
        "Post",
    ]
    assert [each.get_text() for each in page.select(".ua-paper .salutation")] == ["Dear Minister,", "Your Honour,"]


@pytest.mark.parametrize("make", [factories.draft, factories.expired_action, factories.stopped_case])
def test_letters_are_looked_at_in_every_state(make: Any) -> None:
    assert "Dear Minister," in words(soup(preview(make())))


def test_the_length_of_a_mail_link_is_told() -> None:
    long = [("paragraph", "x" * 2000), ("asks", {"introduction": "", "asks": ["free her."]})]
    assert "too long: writers copy and paste it" in words(soup(preview(factories.draft(sample_letter=long))))


def test_a_draft_without_a_letter_says_what_is_missing() -> None:
    assert "There is no letter yet" in words(soup(preview(factories.draft(targets=[]))))


@pytest.mark.parametrize("what", ["letters", "kit", "document"])
def test_what_would_be_printed_is_a_pdf(what: str) -> None:
    response = paper(factories.draft(title="Teacher in danger"), what)
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    assert "Example Minister" in PdfReader(BytesIO(response.content)).pages[0].extract_text() or what != "letters"


def test_what_would_be_printed_is_of_the_latest_draft() -> None:
    page = factories.published()
    page.sample_letter = [("paragraph", "New words."), ("asks", {"introduction": "", "asks": ["free her."]})]
    page.save_revision()
    assert "New words." in PdfReader(BytesIO(paper(page).content)).pages[0].extract_text()


def test_a_draft_without_a_letter_prints_nothing() -> None:
    assert paper(factories.draft(targets=[])).status_code == 409


@pytest.mark.parametrize("make", [factories.expired_action, factories.stopped_case, factories.superseded_action])
def test_nothing_is_printed_from_one_that_nobody_may_write_from(make: Any) -> None:
    response = paper(make())
    assert response.status_code == 409
    assert response["Content-Type"] == "text/plain; charset=utf-8"


def test_every_page_of_a_draft_bears_its_mark() -> None:
    pages = PdfReader(BytesIO(paper(factories.draft(), "kit").content)).pages
    assert [page for page in pages if "DRAFT" not in page.extract_text().replace(" ", "")] == []


@pytest.mark.parametrize("mode", ["", "open", "expiring", "letters"])
def test_from_a_preview_nobody_can_send_anything(mode: str) -> None:
    address = reverse("wagtailadmin_pages:view_draft", args=[factories.draft().pk])
    found = soup(member("Editors").get(address, {"mode": mode}))
    assert found.select('.ua-write a[href^="mailto:"], a[href*="mail.google"], a[href*="/api/"]') == []


def test_strangers_print_no_drafts() -> None:
    page = factories.draft()
    assert paper(page, client=outsider()).status_code == 302
    assert paper(page, client=Client()).status_code == 302


def test_nothing_else_is_printed() -> None:
    address = reverse("urgent_actions_paper", args=[factories.draft().pk, "secrets"])
    assert member("Editors").get(address, follow=True).status_code == 404
