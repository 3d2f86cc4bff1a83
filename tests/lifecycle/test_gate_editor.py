"""The gate in the page editor: drafts as incomplete as they like, publications never; nothing typed is lost."""

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from tests import factories
from tests.admin.desk import FEATURES, form_data, member, messages, soup
from tests.lifecycle.witness import is_public, nothing_changes
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.rules.readiness import MISSING

pytestmark = pytest.mark.django_db

JSON = {"headers": {"accept": "application/json"}}
LACKING: dict[str, Any] = {"deadline": "", "sample_letter": streamfield([])}
ALL_BUT_HEADLINE: dict[str, Any] = {
    "ua_number": "",
    "ordinal": "",
    "issued_on": "",
    "deadline": "",
    "summary": streamfield([]),
    "country_items": inline_formset([]),
    "targets": streamfield([]),
    "sample_letter": streamfield([]),
    "language_items": inline_formset([]),
    "persons": inline_formset([]),
}


@pytest.fixture
def index() -> UrgentActionIndexPage:
    factories.official()
    return factories.index_page()


@pytest.fixture
def moderator() -> Client:
    return member("Moderators")


def create(client: Client, index: UrgentActionIndexPage, *, extra: dict[str, Any] | None = None, **data: Any) -> Any:
    address = f"/admin/pages/add/urgent_actions/urgentactionpage/{index.pk}/"
    return client.post(address, form_data(**data), **(extra or {}))


def edit(client: Client, page: UrgentActionPage, *, extra: dict[str, Any] | None = None, **data: Any) -> Any:
    return client.post(f"/admin/pages/{page.pk}/edit/", form_data(**data), **(extra or {}))


def empty_draft(**fields: Any) -> UrgentActionPage:
    """Return a draft without children, so that the form's own are all that it has in the end."""
    return factories.draft(countries=(), languages=(), persons=(), **fields)


def publish(**data: Any) -> dict[str, Any]:
    return {"action-publish": "action-publish", **data}


def typed(response: HttpResponse, name: str) -> str:
    """Return what stands in a field of the form that came back."""
    field = soup(response).select_one(f"[name='{name}']")
    assert field is not None, name
    return str(field.get("value", field.get_text()))


def told(response: HttpResponse) -> str:
    """Return all that the editor is told, what the sections of the document (drawn by script) will say included."""
    blocks = soup(response).select("[data-w-block-arguments-value]")
    errors = [json.loads(str(block["data-w-block-arguments-value"]))[1] for block in blocks]
    return " ".join([messages(response), *(json.dumps(error, ensure_ascii=False) for error in errors if error)])


# Creating


def test_publishing_a_complete_new_page_publishes_it(moderator: Client, index: UrgentActionIndexPage) -> None:
    create(moderator, index, **publish())
    assert is_public(UrgentActionPage.objects.get())


def test_publishing_a_new_page_keeps_each_child_once(moderator: Client, index: UrgentActionIndexPage) -> None:
    create(moderator, index, **publish())
    page = UrgentActionPage.objects.get()
    assert (page.persons.count(), page.country_items.count(), page.language_items.count()) == (1, 1, 1)


def test_publishing_an_incomplete_new_page_creates_nothing(moderator: Client, index: UrgentActionIndexPage) -> None:
    with nothing_changes():
        create(moderator, index, **publish(**LACKING))


@pytest.mark.parametrize("fact", ["deadline", "letter", "asks"])
def test_the_refusal_of_a_new_page_names_everything_that_is_missing(
    moderator: Client, index: UrgentActionIndexPage, fact: str
) -> None:
    assert MISSING[fact] in told(create(moderator, index, **publish(**LACKING)))


@pytest.mark.parametrize("fact", ["countries", "preferred_languages"])
def test_what_has_no_field_of_its_own_is_named_above_the_form(
    moderator: Client, index: UrgentActionIndexPage, fact: str
) -> None:
    data = {"country_items": inline_formset([]), "language_items": inline_formset([]), "own_language_welcome": ""}
    assert MISSING[fact] in told(create(moderator, index, **publish(**data)))


def test_a_new_draft_needs_a_headline_and_nothing_else(moderator: Client, index: UrgentActionIndexPage) -> None:
    create(moderator, index, **ALL_BUT_HEADLINE)
    assert UrgentActionPage.objects.get().live is False


def test_autosave_creates_an_incomplete_draft(moderator: Client, index: UrgentActionIndexPage) -> None:
    response = create(moderator, index, extra=JSON, **ALL_BUT_HEADLINE)
    assert (response.status_code, response.json()["success"]) == (200, True)


def test_a_new_twin_is_refused_in_the_form(moderator: Client, index: UrgentActionIndexPage) -> None:
    factories.published(ua_number="801/26")
    with nothing_changes():
        response = create(moderator, index, **publish(ua_number="801/26"))
    assert "Another urgent action 801/26 with ordinal 1 is published in this language and section." in messages(
        response
    )


def test_the_days_of_the_section_count_for_a_new_page(moderator: Client, index: UrgentActionIndexPage) -> None:
    factories.section_settings(time_zone="Pacific/Pago_Pago")
    create(moderator, index, **publish(deadline="2026-06-15"))
    assert UrgentActionPage.objects.get().live is True


# Editing


def test_publishing_a_completed_draft_publishes_it(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = empty_draft(deadline=None, sample_letter=[])
    edit(moderator, page, **publish())
    assert is_public(page)


def test_publishing_an_incomplete_draft_is_refused(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = empty_draft()
    with nothing_changes(page):
        response = edit(moderator, page, **publish(**LACKING))
    assert MISSING["deadline"] in told(response)


def test_publishing_an_incomplete_edit_leaves_the_live_page(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = edit(moderator, page, **publish(**LACKING))
    assert MISSING["deadline"] in told(response)


def test_an_incomplete_edit_of_a_live_page_is_saved_as_a_draft(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = factories.published()
    with nothing_changes(page):
        edit(moderator, page, **{**ALL_BUT_HEADLINE, "title": "Half typed"})
    assert factories.fresh(page).get_latest_revision_as_object().title == "Half typed"


def test_autosave_saves_an_incomplete_draft(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = empty_draft()
    response = edit(moderator, page, extra=JSON, **{**ALL_BUT_HEADLINE, "title": "Half typed"})
    assert (response.json()["success"], factories.fresh(page).title) == (True, "Half typed")


def test_a_twin_is_refused_in_the_form(moderator: Client, index: UrgentActionIndexPage) -> None:
    factories.published(ua_number="801/26")
    page = empty_draft()
    with nothing_changes(page):
        response = edit(moderator, page, **publish(ua_number="801/26"))
    assert "Another urgent action 801/26 with ordinal 1 is published in this language and section." in messages(
        response
    )


def test_scheduling_an_incomplete_page_is_refused_in_the_form(moderator: Client, index: UrgentActionIndexPage) -> None:
    page = empty_draft()
    with nothing_changes(page):
        response = edit(moderator, page, **publish(go_live_at="2026-06-20 10:00", **LACKING))
    assert MISSING["deadline"] in told(response)


def test_an_editor_who_may_not_publish_saves_a_draft_instead(index: UrgentActionIndexPage) -> None:
    page = empty_draft()
    edit(member("Editors"), page, **publish(**LACKING))
    assert factories.fresh(page).live is False


# Bad input

UNREACHABLE = {"address": "", "contacts": ()}
BAD_INPUT = [
    pytest.param(
        {"deadline": "2026-05-31"},
        "The deadline 2026-05-31 is before the issue date 2026-06-01: it must be that day or later.",
        id="deadline before issue date",
    ),
    pytest.param(
        {"ua_number": "1000/26"},
        "“1000/26” has the serial 1000: the serial of a UA number is 1 to 999.",
        id="impossible UA number",
    ),
    pytest.param(
        {"ua_number": "forty-four"},
        "“forty-four” is no UA number: write serial and two-digit year, like 44/22.",
        id="no UA number",
    ),
    pytest.param(
        {"index_number": "ASA 17"},
        "“ASA 17” is no index number: write area, country, serial and year, like ASA 17/5628/2022.",
        id="no index number",
    ),
    pytest.param(
        {"country_items": inline_formset([{"country": "XX"}])},
        "“XX” is no country code: two letters by ISO 3166-1, like CN, are allowed.",
        id="unknown country",
    ),
    pytest.param(
        {"language_items": inline_formset([{"language": "xx-nowhere"}])},
        "“xx-nowhere” is no language code: BCP 47 tags like es or zh-Hans are allowed.",
        id="unknown language",
    ),
    pytest.param(
        {"summary": streamfield([("paragraph", rich_text("<p>Sign as [YOUR NAME].</p>", features=FEATURES))])},
        "“[YOUR NAME]” is still to be filled in: replace or remove it.",
        id="unfilled placeholder",
    ),
]


@pytest.mark.parametrize(("bad", "message"), BAD_INPUT)
def test_bad_input_is_refused_with_what_is_allowed(
    moderator: Client, index: UrgentActionIndexPage, bad: dict[str, Any], message: str
) -> None:
    with nothing_changes():
        response = create(moderator, index, **publish(**bad))
    assert message in told(response)


@pytest.mark.parametrize(
    ("field", "value"),
    [("deadline", "2026-05-31"), ("ua_number", "1000/26"), ("index_number", "ASA 17"), ("ordinal", "-1")],
)
def test_what_was_refused_stands_in_its_field_again(
    moderator: Client, index: UrgentActionIndexPage, field: str, value: str
) -> None:
    assert typed(create(moderator, index, **publish(**{field: value})), field) == value


@pytest.mark.parametrize("words", ["Typed into the summary.", "Typed into the letter.", "protect Sample Person."])
def test_nothing_typed_elsewhere_is_lost(moderator: Client, index: UrgentActionIndexPage, words: str) -> None:
    response = create(moderator, index, **publish(deadline="2026-05-31"))
    assert words in response.content.decode()


@pytest.mark.parametrize(
    ("official", "message"),
    [
        (
            {"address": "", "contacts": ()},
            "No channel reaches target Example Minister: "
            "a postal address or a contact that is not marked dead is needed.",
        ),
        (
            {"salutations": {"es": "Señor Ministro:"}},
            "Target Example Minister has no salutation in English: add it to this target or in the directory.",
        ),
        (
            {"live": False},
            "Target Example Minister is not published in the directory of officials. Publish it there.",
        ),
    ],
    ids=["a target no channel reaches", "no salutation", "unpublished"],
)
def test_a_target_that_cannot_be_written_to_is_refused(
    moderator: Client, index: UrgentActionIndexPage, official: dict[str, Any], message: str
) -> None:
    with nothing_changes():
        response = create(moderator, index, **publish(official=factories.official(**official)))
    assert message in told(response)


def test_an_impossible_number_is_refused_in_a_draft_too(moderator: Client, index: UrgentActionIndexPage) -> None:
    with nothing_changes():
        response = create(moderator, index, ua_number="1000/26")
    assert "the serial of a UA number is 1 to 999" in told(response)


def test_autosave_of_an_impossible_number_is_no_server_error(moderator: Client, index: UrgentActionIndexPage) -> None:
    with nothing_changes():
        response = create(moderator, index, extra=JSON, ua_number="1000/26")
    assert (response.status_code, response.json()["success"]) == (400, False)


def test_a_number_in_another_form_is_stored_in_the_printed_one(moderator: Client, index: UrgentActionIndexPage) -> None:
    create(moderator, index, **publish(ua_number="UA: 44.26"))
    assert UrgentActionPage.objects.get().ua_number == "44/26"
