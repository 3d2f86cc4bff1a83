"""The token of a preview: it opens one draft of one page for a short while, and nothing when it is over or leaked."""

import pytest
import time_machine as travel
from django.test import Client
from pytest_django.fixtures import Settings

from tests import factories
from tests.api.previews import (
    ADDRESS,
    FRONT_END,
    TYPE,
    claims,
    fetched,
    later,
    minted,
    minted_unsaved,
    refused,
    rows,
    signed,
)
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _front_end(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END}}


@pytest.fixture
def page() -> UrgentActionPage:
    return factories.draft()


# Time


@pytest.mark.parametrize(("seconds", "status"), [(0, 200), (900, 200), (901, 404), (86_400, 404)])
def test_a_token_is_over_after_a_quarter_of_an_hour(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture, seconds: int, status: int
) -> None:
    token = minted(page)
    later(time_machine, seconds)
    assert fetched(token).status_code == status


def test_the_time_is_a_setting(
    page: UrgentActionPage, settings: Settings, time_machine: travel.TimeMachineFixture
) -> None:
    settings.URGENT_ACTIONS_PREVIEW_SECONDS = 60
    token = minted(page)
    later(time_machine, 60)
    assert fetched(token).status_code == 200
    later(time_machine, 61)
    assert refused(fetched(token))


def test_a_token_opens_its_preview_as_often_as_the_front_end_needs(page: UrgentActionPage) -> None:
    token = minted(page)
    assert [fetched(token).status_code for _ in range(3)] == [200, 200, 200]


# Binding


def test_two_previews_in_one_second_have_tokens_of_their_own(page: UrgentActionPage) -> None:
    first, second = minted(page, "open"), minted(page, "stopped")
    assert (fetched(first).json()["status"], fetched(second).json()["status"]) == ("open", "stopped")


def test_two_new_pages_in_one_place_and_second_are_not_mixed_up() -> None:
    parent = factories.index_page()
    first = minted_unsaved(parent, title="First")
    second = minted_unsaved(parent, title="Second")
    assert (fetched(first).json()["title"], fetched(second).json()["title"]) == ("First", "Second")


def test_a_token_goes_on_showing_what_it_was_made_for(page: UrgentActionPage) -> None:
    token, before = minted(page), page.title
    page.title = "Thought of later"
    page.save_revision(clean=False)
    assert fetched(token).json()["title"] == before


@pytest.mark.parametrize(
    "content_type",
    [
        "urgent_actions.urgentactionindexpage",
        "home.homepage",
        "wagtailcore.page",
        "urgent_actions.UrgentActionPage",
        "urgent_actions",
        "urgent_actions.nonsense",
        "..",
        "\x00",
        "",
    ],
)
def test_a_token_is_for_its_content_type(page: UrgentActionPage, content_type: str) -> None:
    assert refused(fetched(minted(page), content_type=content_type))


def test_a_row_that_now_holds_another_page_is_not_opened(page: UrgentActionPage) -> None:
    token = minted(page)
    minted(factories.draft(title="Another"))
    mine, other = rows()
    if claims(token)["row"] != mine.token:
        mine, other = other, mine
    rows().filter(pk=mine.pk).update(content_json=other.content_json)
    assert refused(fetched(token))


@pytest.mark.parametrize("forged", ["page", "type", "row"])
def test_a_signed_claim_about_another_page_opens_nothing(page: UrgentActionPage, forged: str) -> None:
    """Only who has the secret key could sign it; still each claim is held against the row."""
    other = factories.draft()
    wrong = {"page": other.pk, "type": "home.homepage", "row": "urgent_actions/0/other"}
    token = signed(**{**claims(minted(page)), forged: wrong[forged]})
    assert refused(fetched(token))
    assert refused(fetched(token, content_type="home.homepage"))


def test_a_row_is_of_the_type_that_the_token_names() -> None:
    token = signed(**{**claims(minted_unsaved(factories.index_page())), "type": "home.homepage"})
    assert refused(fetched(token, content_type="home.homepage"))


def test_a_token_opens_nothing_once_its_page_is_deleted(page: UrgentActionPage) -> None:
    token = minted(page)
    page.delete()
    assert refused(fetched(token))


def test_a_token_for_a_new_page_opens_nothing_once_its_place_is_deleted() -> None:
    parent = factories.index_page()
    token = minted_unsaved(parent)
    parent.delete()
    assert refused(fetched(token))


def test_a_token_for_a_new_page_opens_nothing_once_another_is_in_its_place() -> None:
    parent = factories.index_page()
    token, path = minted_unsaved(parent), parent.path
    parent.delete()
    assert factories.index_page().path == path
    assert refused(fetched(token))


def test_a_token_for_a_new_page_opens_nothing_once_its_place_is_moved() -> None:
    parent = factories.index_page()
    token = minted_unsaved(parent)
    parent.move(factories.section().root_page, pos="last-child")
    assert refused(fetched(token))


def test_a_token_opens_nothing_once_its_row_is_gone(page: UrgentActionPage) -> None:
    token = minted(page)
    rows().delete()
    assert refused(fetched(token))


# What a leak is worth


def test_a_leaked_token_gives_its_page_and_no_other(page: UrgentActionPage) -> None:
    token = minted(page)
    other = factories.draft(title="Hidden neighbour")
    headers = {"authorization": f"Bearer {token}"}
    paths = (
        "/api/v2/pages/",
        f"/api/v2/pages/{other.pk}/",
        f"/api/v2/pages/{page.pk}/",
        f"{ADDRESS}?content_type={TYPE}&id={other.pk}&page={other.pk}&fields=*",
        "/api/v3/pages/",
        "/admin/",
    )
    answers = [Client().get(path, headers=headers) for path in paths]
    assert [answer.status_code for answer in answers] == [200, 404, 404, 200, 401, 302]
    assert "Hidden neighbour" not in "".join(answer.content.decode() for answer in answers)


def test_a_leaked_token_is_worth_nothing_when_it_is_over(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    token = minted(page)
    later(time_machine, 901)
    assert refused(fetched(token))
