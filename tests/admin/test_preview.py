"""Live preview: the page in each of its states, before anything is saved."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.admin.desk import form_data, member, outsider, soup, words
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage

pytestmark = pytest.mark.django_db

LETTER = "I am writing to you about Sample Person."
CONTACT = "minister@example.org"

# mode -> badge, what is said above, is the letter there?, are the contacts?, are letters handed out?
STATES = [
    ("", "Open", None, True, True, True),
    ("open", "Open", None, True, True, True),
    ("expiring", "Expiring", None, True, True, True),
    ("expired", "Expired", "The deadline has passed", True, True, False),
    ("superseded", "Superseded", "There is a newer urgent action", True, True, False),
    ("stopped", "Stopped", "Please do not write any more", False, False, False),
]


def of_draft(page: UrgentActionPage, client: Client, mode: str) -> HttpResponse:
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})


def on_edit(page: UrgentActionPage) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])


def on_create(parent: UrgentActionIndexPage) -> str:
    return reverse("wagtailadmin_pages:preview_on_add", args=["urgent_actions", "urgentactionpage", parent.pk])


def typed_into(client: Client, address: str, **changes: Any) -> dict[str, bool]:
    answer: dict[str, bool] = client.post(address, form_data(**changes)).json()
    return answer


@pytest.mark.parametrize("state", STATES, ids=lambda state: state[0] or "as it is now")
def test_a_draft_is_shown_in_each_state(state: tuple[str, str, str | None, bool, bool, bool]) -> None:
    mode, badge, notice, letter, contacts, take_action = state
    page = factories.draft()
    shown = soup(of_draft(page, member("Editors"), mode))
    assert words(shown.select_one(".ua-badge")) == badge
    heading = shown.select_one(".ua-notice h2")
    assert (words(heading) if heading else None) == notice
    assert (LETTER in words(shown)) is letter
    assert (CONTACT in words(shown)) is contacts
    assert (shown.select_one("#take-action") is not None) is take_action


def test_the_editor_offers_each_state_and_the_letters() -> None:
    page = factories.draft()
    shown = soup(member("Editors").get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    offered = {option["value"]: words(option) for option in shown.select("#id_preview_mode option")}
    assert offered == {
        "": "As it is now",
        "open": "Open",
        "expiring": "Expiring",
        "expired": "Expired",
        "superseded": "Superseded",
        "stopped": "Stopped",
        "letters": "Letters, as they are sent",
    }


def test_a_preview_of_a_stop_tells_the_reason_and_what_came_of_it() -> None:
    page = factories.draft(
        stop_reason="Sample Person has been released.",
        persons=[{"name": "Sample Person", "outcome": "released", "outcome_source": "Her lawyer"}],
    )
    notice = words(soup(of_draft(page, member("Editors"), "stopped")).select_one(".ua-notice"))
    assert "Sample Person has been released." in notice
    assert "Sample Person : Released ( Her lawyer )" in notice


def test_a_preview_as_superseded_has_no_link_where_there_is_no_newer_one() -> None:
    notice = soup(of_draft(factories.draft(), member("Editors"), "superseded")).select_one(".ua-notice")
    assert notice.select("a:not(.ua-button--quiet)") == []


def test_a_preview_as_superseded_leads_to_the_newer_one() -> None:
    page = factories.draft(ua_number="901/26")
    newer = factories.published(ua_number="901/26", ordinal=2)
    link = soup(of_draft(page, member("Editors"), "superseded")).select_one(".ua-notice a")
    assert (link["href"], words(link)) == (newer.full_url, newer.title)


@pytest.mark.parametrize("mode", [mode for mode, *_ in STATES])
def test_an_empty_draft_can_be_previewed_in_each_state(mode: str) -> None:
    page = factories.draft(
        ua_number="", ordinal=None, deadline=None, countries=(), languages=(), persons=(), targets=[],
        summary=[], sample_letter=[], additional_information=[],
    )  # fmt: skip
    assert of_draft(page, member("Editors"), mode).status_code == 200


def test_what_is_typed_into_a_page_is_previewed_before_it_is_saved() -> None:
    page, editor = factories.draft(), member("Editors")
    assert typed_into(editor, on_edit(page)) == {"is_valid": True, "is_available": True}
    shown = words(soup(editor.get(on_edit(page), {"mode": "", "in_preview_panel": "true"})))
    assert "Typed into the summary." in shown
    assert "Typed into the letter." in shown
    assert "protect Sample Person." in shown
    assert "Typed into" not in str(factories.fresh(page).sample_letter)


@pytest.mark.parametrize(("mode", "badge"), [(mode, badge) for mode, badge, *_ in STATES])
def test_what_is_typed_into_a_page_is_previewed_in_each_state(mode: str, badge: str) -> None:
    page, editor = factories.draft(), member("Editors")
    typed_into(editor, on_edit(page))
    assert words(soup(editor.get(on_edit(page), {"mode": mode})).select_one(".ua-badge")) == badge


@pytest.mark.parametrize(("mode", "badge"), [(mode, badge) for mode, badge, *_ in STATES])
def test_a_new_page_is_previewed_in_each_state(mode: str, badge: str) -> None:
    factories.official()
    parent, editor = factories.index_page(), member("Editors")
    assert typed_into(editor, on_create(parent)) == {"is_valid": True, "is_available": True}
    shown = soup(editor.get(on_create(parent), {"mode": mode}))
    assert words(shown.select_one(".ua-badge")) == badge
    assert "Typed into the summary." in words(shown)


def test_a_new_page_beside_others_is_previewed() -> None:
    parent = factories.published().get_parent().specific
    editor = member("Editors")
    typed_into(editor, on_create(parent))
    assert "Typed into the letter." in words(soup(editor.get(on_create(parent))))


def test_a_new_page_is_previewed_in_the_language_of_its_place() -> None:
    factories.official(salutations={"en": "Dear Minister,", "ar": "معالي الوزير،"})
    parent, editor = factories.index_page(language="ar"), member("Editors")
    typed_into(editor, on_create(parent))
    shown = soup(editor.get(on_create(parent)))
    assert (shown.html["lang"], shown.html["dir"]) == ("ar", "rtl")
    assert "معالي الوزير،" in words(shown)


def test_a_page_that_is_hardly_begun_can_be_previewed() -> None:
    parent, editor = factories.index_page(), member("Editors")
    empty = {key: "0" for key in form_data() if key.endswith(("_FORMS", "-count"))}
    assert editor.post(on_create(parent), empty).json() == {"is_valid": True, "is_available": True}
    assert editor.get(on_create(parent)).status_code == 200


def test_a_preview_as_superseded_leads_to_no_earlier_one() -> None:
    factories.published(ua_number="901/26")
    page = factories.draft(ua_number="901/26", ordinal=2)
    assert (
        soup(of_draft(page, member("Editors"), "superseded")).select_one(".ua-notice a:not(.ua-button--quiet)") is None
    )


def test_an_unknown_mode_is_shown_as_it_is_now() -> None:
    shown = soup(of_draft(factories.draft(), member("Editors"), "nonsense"))
    assert words(shown.select_one(".ua-badge")) == "Open"


def test_a_preview_is_for_those_who_may_edit() -> None:
    page = factories.draft()
    answers = [outsider().get(on_edit(page))]
    assert [answer.status_code for answer in answers] == [302]
    assert answers[0]["Location"] == reverse("wagtailadmin_home")


def test_a_preview_without_a_login_leads_to_the_login() -> None:
    response = Client().get(on_edit(factories.draft()))
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_the_index_page_can_be_previewed() -> None:
    factories.published(title="Listed one")
    parent = UrgentActionIndexPage.objects.get()
    shown = member("Editors").get(reverse("wagtailadmin_pages:view_draft", args=[parent.pk]))
    assert "Listed one" in words(soup(shown))
