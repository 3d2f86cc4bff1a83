"""The page API shows what is published, and remembers no more of it than is true."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client
from wagtail.models import Page

from tests import factories
from tests.api.conftest import Change, Get
from tests.api.situations import complete
from urgent_actions.models import Edition, Publication, UrgentActionPage
from urgent_actions.models.public import shown_by_api

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
LIST = f"pages/?type={TYPE}"


def test_what_is_shown_is_what_was_published_and_not_what_stands_on_the_page(get: Get) -> None:
    page = complete()
    UrgentActionPage.objects.filter(pk=page.pk).update(ordinal=7)
    assert get(f"pages/{page.pk}/")["ordinal"] == 1


# The publication has the last word


@pytest.fixture
def unpublished() -> UrgentActionPage:
    """Return a live page of which no publication is there, as nobody should ever find one."""
    page = complete()
    factories.published(ua_number="44/26", ordinal=2)
    Publication.objects.filter(pk=page.pk).delete()
    return page


@pytest.mark.parametrize(
    "path",
    [
        "pages/",
        LIST,
        f"{LIST}&fields=*",
        f"{LIST}&ua_number=44/26",
        "pages/?descendant_of=root",
        "pages/?child_of={parent}",
        "pages/?search=teacher",
        f"{LIST}&search=teacher",
        f"{LIST}&status=open,superseded",
        "pages/?slug=teacher-threatened",
        "pages/?ancestor_of={newer}",
    ],
)
def test_what_is_not_published_is_in_no_list(get: Get, unpublished: UrgentActionPage, path: str) -> None:
    newer = UrgentActionPage.objects.get(ordinal=2)
    answer = get(path.format(parent=unpublished.get_parent().pk, newer=newer.pk))
    assert unpublished.pk not in [item["id"] for item in answer["items"]]
    assert answer["meta"]["total_count"] == len(answer["items"])


@pytest.mark.parametrize(
    "path", ["pages/{pk}/", "pages/find/?id={pk}", "pages/find/?html_path=/urgent-actions/teacher-threatened/"]
)
def test_what_is_not_published_is_not_there(get: Get, unpublished: UrgentActionPage, path: str) -> None:
    assert get(path.format(pk=unpublished.pk), expect=404)["status"] == 404


@pytest.mark.parametrize("relation", ["child_of", "descendant_of", "ancestor_of", "translation_of"])
def test_what_is_not_published_is_no_starting_point(get: Get, unpublished: UrgentActionPage, relation: str) -> None:
    nobody = get("pages/", expect=400, **{relation: 999_999})
    assert get("pages/", expect=400, **{relation: unpublished.pk}) == nobody


def test_other_pages_need_no_publication(get: Get, unpublished: UrgentActionPage) -> None:
    assert get(f"pages/{unpublished.get_parent().pk}/")["title"] == "Urgent actions"


# The memory


def test_a_remembered_answer_is_the_same_to_the_byte(client: Client) -> None:
    address = f"/api/v2/pages/{complete().pk}/"
    first, second = client.get(address), client.get(address)
    assert (second.content, second["ETag"], second["Content-Type"]) == (
        first.content,
        first["ETag"],
        "application/json",
    )


@pytest.mark.parametrize("path", ["pages/{pk}/", LIST])
def test_who_has_the_answer_already_is_told_so(client: Client, path: str) -> None:
    address = f"/api/v2/{path.format(pk=complete().pk)}"
    name = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": name}).status_code == 304


@pytest.mark.parametrize("path", ["pages/{pk}/", f"{LIST}&fields=status"])
def test_a_stop_is_heard_at_once(get: Get, change: Change, path: str) -> None:
    page = complete()
    path = path.format(pk=page.pk)
    for status in ("open", "stopped"):
        answer = get(path)
        assert answer.get("items", [answer])[0]["status"] == status
        change([page], stopped_at=factories.NOW, stop_reason="She is safe.")


@pytest.mark.parametrize("path", ["pages/{pk}/", f"{LIST}&fields=status"])
def test_a_deadline_is_heard_at_once(get: Get, time_machine: travel.TimeMachineFixture, path: str) -> None:
    path = path.format(pk=factories.published(deadline=factories.NOW.date()).pk)
    for moment, status in (("2026-06-15T23:59:59Z", "expiring"), ("2026-06-16T00:00:00Z", "expired")):
        time_machine.move_to(moment, tick=False)
        answer = get(path)
        assert answer.get("items", [answer])[0]["status"] == status


@pytest.mark.parametrize("how", ["unpublished", "moved"])
def test_what_happens_to_the_page_above_is_heard_at_once(get: Get, committed: Any, how: str) -> None:
    page = complete()
    above = page.get_parent()
    assert get(f"pages/{page.pk}/")["meta"]["parent"]["id"] == above.pk
    with committed():
        if how == "unpublished":
            above.specific.unpublish()
        else:
            elsewhere = factories.index_page(slug="elsewhere")
            factories.fresh(page).move(elsewhere, pos="last-child")
    parent = get(f"pages/{page.pk}/")["meta"]["parent"]
    assert parent is None if how == "unpublished" else parent["id"] == elsewhere.pk


def test_the_page_above_is_gone_at_the_second_of_its_expiry(get: Get, time_machine: travel.TimeMachineFixture) -> None:
    page = complete()
    Page.objects.filter(pk=page.get_parent().pk).update(expire_at=factories.NOW + timedelta(seconds=1))
    assert get(f"pages/{page.pk}/")["meta"]["parent"] is not None
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert get(f"pages/{page.pk}/")["meta"]["parent"] is None


@pytest.mark.parametrize(
    "column",
    ["seo_title", "search_description", "slug"],
)
def test_what_only_wagtail_shows_is_heard_at_once(get: Get, change: Change, column: str) -> None:
    page = complete()
    before = get(f"pages/{page.pk}/")["meta"][column]
    change([page], **{column: "something-else"})
    assert (before != "something-else", get(f"pages/{page.pk}/")["meta"][column]) == (True, "something-else")


def test_the_headline_of_the_page_above_is_heard_at_once(get: Get, change: Change) -> None:
    page = complete()
    assert get(f"pages/{page.pk}/")["meta"]["parent"]["title"] == "Urgent actions"
    change([page.get_parent().specific], title="Appeals")
    assert get(f"pages/{page.pk}/")["meta"]["parent"]["title"] == "Appeals"


@pytest.mark.parametrize(
    "path",
    [
        "pages/",
        "pages/{parent}/",
        "pages/{pk}/?fields=status",
        f"{LIST}&search=teacher",
        f"{LIST}&order=random",
        "images/",
    ],
)
def test_what_may_change_unheard_is_not_remembered(
    get: Get, django_assert_max_num_queries: Any, client: Client, path: str
) -> None:
    page = complete()
    address = f"/api/v2/{path.format(pk=page.pk, parent=page.get_parent().pk)}"
    assert "ETag" not in client.get(address).headers


def test_a_browser_gets_the_page_for_browsers_whatever_is_remembered(client: Client) -> None:
    address = f"/api/v2/pages/{complete().pk}/"
    assert client.get(address)["Content-Type"] == "application/json"
    shown = client.get(address, headers={"accept": "text/html"})
    assert (shown["Content-Type"], "Accept" in shown["Vary"]) == ("text/html; charset=utf-8", True)
    assert client.get(address)["Content-Type"] == "application/json"


def test_for_somebody_who_is_logged_in_nothing_is_remembered(admin_client: Client, client: Client) -> None:
    address = f"/api/v2/pages/{complete().pk}/"
    assert "ETag" not in admin_client.get(address).headers
    assert "ETag" in client.get(address).headers


def test_the_answer_varies_with_what_it_depends_on(client: Client) -> None:
    vary = client.get(f"/api/v2/pages/{complete().pk}/")["Vary"]
    assert {"Accept", "Accept-Encoding"} <= {each.strip() for each in vary.split(",")}


# Drafts


def test_a_revision_shows_itself_and_not_what_is_published() -> None:
    page = complete()
    page.ordinal = 7
    draft = page.save_revision(clean=False).as_object()
    assert (shown_by_api(draft).fields["ordinal"], shown_by_api(factories.fresh(page)).fields["ordinal"]) == (7, 1)


def test_the_pages_of_a_list_are_read_together(django_assert_num_queries: Any) -> None:
    for _ in range(3):
        factories.published()
    pages = list(UrgentActionPage.objects.all())
    assert Edition.objects.in_force(moment=factories.NOW).count() == 3
    with django_assert_num_queries(1):
        assert [shown_by_api(page, among=pages).fields["status"] for page in pages] == ["open"] * 3
