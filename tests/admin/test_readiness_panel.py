"""The panel “Ready to publish?”: every problem of the draft, with a link to its field."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.admin.desk import form_data as typed
from tests.admin.desk import member, messages, outsider, soup, words
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

EVERYTHING_MISSING: dict[str, Any] = {
    "ua_number": "",
    "ordinal": None,
    "deadline": None,
    "countries": (),
    "languages": (),
    "own_language_welcome": False,
    "summary": [],
    "targets": [],
    "sample_letter": [],
}


def edit_page(page: UrgentActionPage, client: Client | None = None) -> BeautifulSoup:
    return soup((client or member("Editors")).get(reverse("wagtailadmin_pages:edit", args=[page.pk])))


def refresh(page: UrgentActionPage, client: Client) -> HttpResponse:
    return client.get(reverse("urgent_actions_readiness", args=[page.pk]))


def listed(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return (field, sentence) of each problem that the panel lists."""
    return [(link["data-readiness-field"], words(link)) for link in page.select(".ua-readiness a")]


def verdict(page: BeautifulSoup) -> str:
    return words(page.select_one(".ua-readiness__verdict"))


def places(page: BeautifulSoup) -> set[str]:
    """Return what a link of the panel can lead to: fields, and lists of children."""
    fields = {field["data-contentpath"] for field in page.select("form [data-contentpath]")}
    children = {each["id"].removeprefix("id_").removesuffix("-FORMS") for each in page.select("[id$=-FORMS]")}
    return fields | children


def test_every_problem_of_an_empty_draft_is_listed_with_its_field() -> None:
    page = factories.draft(**EVERYTHING_MISSING)
    assert listed(edit_page(page)) == [
        ("ua_number", "The UA number is missing: serial and two-digit year, like 44/22."),
        ("ordinal", "The ordinal is missing: 1 for the first urgent action of a case, 2 for the second."),
        ("country_items", "No country is chosen: at least one is needed."),
        ("summary", "The summary is empty: writers need to know in one paragraph what has happened."),
        ("deadline", "The deadline is missing: the last day on which to write."),
        ("sample_letter", "The sample letter is empty."),
        ("sample_letter", "The sample letter asks for nothing: add the asks."),
        ("targets", "No target is named: an appeal needs somebody to write to."),
        ("language_items", "No language to write in is chosen, and the writer's own is not welcome."),
    ]


WITH_A_PROBLEM = [
    pytest.param(EVERYTHING_MISSING, id="everything missing"),
    pytest.param({"title": "[NAME] in danger"}, id="title"),
    pytest.param({"stop_reason": "[REASON]"}, id="stop_reason"),
    pytest.param({"additional_information": [("heading", "[HEADING]")]}, id="additional_information"),
    pytest.param({"persons": [{"name": "A", "outcome": "moved", "outcome_source": "[WHO]"}]}, id="persons"),
    pytest.param({"targets": [("note_to_writers", "Write to [NAME].")]}, id="targets"),
    pytest.param({"issued_on": date(2027, 1, 1)}, id="deadline"),
]


@pytest.mark.parametrize("facts", WITH_A_PROBLEM)
def test_every_link_leads_to_a_field_that_is_on_the_page(facts: dict[str, Any]) -> None:
    page = edit_page(factories.draft(**facts))
    linked = {field for field, _ in listed(page)}
    assert linked
    assert linked <= places(page)


def test_a_link_without_the_script_names_the_field_in_wagtails_way() -> None:
    link = edit_page(factories.draft(deadline=None)).select_one(".ua-readiness a")
    assert link is not None
    assert link["href"] == "#:w:contentpath=deadline"


def test_a_complete_draft_is_ready() -> None:
    page = edit_page(factories.draft())
    assert (verdict(page), listed(page)) == ("Ready to publish.", [])


def test_an_incomplete_draft_is_not_ready() -> None:
    page = edit_page(factories.incomplete_draft())
    assert verdict(page) == "Not ready to publish. A draft can be saved at any time; these are still open:"


def test_what_is_only_worth_a_look_does_not_stand_in_the_way() -> None:
    page = edit_page(factories.draft(deadline=date(2026, 6, 14)))
    assert verdict(page) == "Ready to publish. Worth a look:"
    assert listed(page) == [
        ("deadline", "The deadline 2026-06-14 has passed: this is published as a record, nobody can write.")
    ]


def test_what_refuses_publication_comes_before_what_is_worth_a_look() -> None:
    page = edit_page(factories.draft(deadline=date(2026, 6, 14), sample_letter=[], stop_reason="[REASON]"))
    assert [field for field, _ in listed(page)] == ["sample_letter", "sample_letter", "stop_reason", "deadline"]


def test_the_words_of_a_problem_are_escaped() -> None:
    page = factories.draft(title="[<script>alert(1)</script>X]")
    response = member("Editors").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "“[&lt;script&gt;alert(1)&lt;/script&gt;X]” is still to be filled in" in response.content.decode()


def test_the_panel_of_a_new_page_lists_what_a_page_needs() -> None:
    parent = factories.index_page()
    address = reverse("wagtailadmin_pages:add", args=["urgent_actions", "urgentactionpage", parent.pk])
    page = soup(member("Editors").get(address))
    fields = [field for field, _ in listed(page)]
    assert fields == [
        "title", "ua_number", "ordinal", "country_items", "summary", "deadline",
        "sample_letter", "sample_letter", "targets",
    ]  # fmt: skip
    assert set(fields) <= places(page)
    assert page.select_one(".ua-readiness").get("data-readiness-url") is None


def test_the_panel_says_where_it_is_refreshed() -> None:
    page = factories.draft()
    assert edit_page(page).select_one(".ua-readiness")["data-readiness-url"] == (
        f"/admin/urgent-actions/{page.pk}/readiness/"
    )


def test_a_refresh_shows_the_draft_as_it_is_by_now() -> None:
    page, editor = factories.draft(), member("Editors")
    assert "Ready to publish." in refresh(page, editor).content.decode()
    page.deadline = None
    page.save_revision(clean=False)
    assert "The deadline is missing" in refresh(page, editor).content.decode()


def test_a_refresh_is_kept_in_no_cache() -> None:
    assert refresh(factories.draft(), member("Editors"))["Cache-Control"].split(", ")[0] == "no-store"


def test_a_refresh_is_for_those_who_may_edit() -> None:
    response = refresh(factories.draft(), outsider())
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))


def test_a_refresh_over_javascript_is_refused_to_those_who_may_not_edit() -> None:
    page = factories.draft()
    address = reverse("urgent_actions_readiness", args=[page.pk])
    assert outsider().get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


def test_a_refresh_without_a_login_leads_to_the_login() -> None:
    response = refresh(factories.draft(), Client())
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_refresh_of_another_page_is_not_found() -> None:
    parent = factories.index_page()
    address = reverse("urgent_actions_readiness", args=[parent.pk])
    assert member("Editors").get(address, follow=True).status_code == 404


def test_a_refresh_only_reads() -> None:
    page = factories.draft()
    assert member("Editors").post(reverse("urgent_actions_readiness", args=[page.pk])).status_code == 405


def test_a_refresh_needs_as_many_queries_for_ten_targets_as_for_one() -> None:
    editor = member("Moderators")
    one = factories.draft()
    officials = [factories.official(name=f"Official {place}") for place in range(10)]
    ten = factories.draft(targets=[("target", {"official": each, "priority": 1}) for each in officials])
    refresh(one, editor)
    with CaptureQueriesContext(connection) as for_one:
        refresh(one, editor)
    with CaptureQueriesContext(connection) as for_ten:
        refresh(ten, editor)
    assert len(for_ten) == len(for_one)


def publish(page: UrgentActionPage, **missing: str) -> HttpResponse:
    factories.official()
    data = {**typed(slug=page.slug), **missing, "action-publish": "action-publish"}
    return member("Moderators").post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def test_publishing_from_the_editor_says_beside_a_field_what_is_missing() -> None:
    page = factories.draft()
    response = publish(page, deadline="")
    assert "The deadline is missing: the last day on which to write." in messages(response)
    assert not factories.fresh(page).live


def test_publishing_from_the_editor_says_on_top_what_has_no_field() -> None:
    page = factories.draft(countries=())
    response = publish(page, **{"country_items-TOTAL_FORMS": "0"})
    assert "No country is chosen: at least one is needed." in messages(response)
    assert not factories.fresh(page).live


def test_publishing_from_the_editor_says_everything_that_is_wrong_with_a_section() -> None:
    response = publish(factories.draft(), **{"sample_letter-count": "0"})
    section = soup(response).select_one("#sample_letter")
    assert section is not None
    both = "The sample letter is empty. The sample letter asks for nothing: add the asks."
    assert f'{{"messages": ["{both}"]}}' in section["data-w-block-arguments-value"]


def test_a_complete_page_is_published_from_the_editor() -> None:
    factories.official()
    page = factories.draft()
    data = {**typed(slug=page.slug), "action-publish": "action-publish"}
    response = member("Moderators").post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302
    assert factories.fresh(page).live


def test_an_empty_draft_is_saved() -> None:
    parent = factories.index_page()
    address = reverse("wagtailadmin_pages:add", args=["urgent_actions", "urgentactionpage", parent.pk])
    empty = {key: "0" for key in typed() if key.endswith(("_FORMS", "-count"))}
    response = member("Editors").post(address, {**empty, "title": "Only a headline", "slug": "only-a-headline"})
    page = UrgentActionPage.objects.get(slug="only-a-headline")
    assert (response.status_code, page.live, page.ua_number, page.deadline) == (302, False, "", None)
