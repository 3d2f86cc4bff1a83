"""One urgent action, and its case."""

import json
from datetime import timedelta

import pytest
import time_machine as travel
from django.test import Client

from tests import factories
from tests.api.conftest import Change
from tests.api.situations import SITUATIONS, complete
from tests.api.v1.conftest import PROBLEM, ROOT, Ask
from urgent_actions.models import Edition, Publication, UrgentActionPage
from urgent_actions.representation import FIELDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_answer_is_what_was_made_ready(client: Client, situation: str) -> None:
    page = SITUATIONS[situation]()
    edition = Edition.objects.in_force(moment=factories.NOW).get(publication_id=page.pk)
    assert client.get(f"{ROOT}{page.pk}/").content.decode() == edition.detail


@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_says_what_the_page_api_says(client: Client, ask: Ask, situation: str) -> None:
    page = SITUATIONS[situation]()
    second, first = client.get(f"/api/v2/pages/{page.pk}/").json(), ask(f"{page.pk}/")
    names = ("id", "title", *FIELDS)
    assert {name: first[name] for name in names} == {name: second[name] for name in names}


def gone(page: UrgentActionPage, how: str) -> None:
    match how:
        case "unpublished":
            page.unpublish()
        case "deleted":
            page.delete()
        case "restricted":
            page.view_restrictions.create(restriction_type="login")
        case "under restricted":
            page.get_parent().view_restrictions.create(restriction_type="login")
        case "expired":
            page.expire_at = factories.NOW
            page.save()


@pytest.mark.parametrize("how", ["unpublished", "deleted", "restricted", "under restricted", "expired"])
@pytest.mark.parametrize("path", ["", "chain/"])
def test_what_was_public_is_gone_and_nothing_is_told_of_it(ask: Ask, how: str, path: str) -> None:
    page = complete()
    pk = page.pk
    gone(page, how)
    assert ask(f"{pk}/{path}", expect=410) == {
        "type": "about:blank",
        "title": "Gone",
        "status": 410,
        "detail": "This urgent action is not public any more.",
    }


def test_it_is_gone_at_the_second_of_its_expiry_before_anybody_takes_it_down(
    ask: Ask, change: Change, time_machine: travel.TimeMachineFixture
) -> None:
    page = complete()
    change([page], expire_at=factories.NOW + timedelta(seconds=1))
    assert ask(f"{page.pk}/")["changes_at"] == "2026-06-15T12:00:01+00:00"
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert ask(f"{page.pk}/", expect=410)["status"] == 410


def test_what_is_public_again_is_there_again(ask: Ask) -> None:
    page = complete()
    page.unpublish()
    page.get_latest_revision().publish()
    assert ask(f"{page.pk}/")["title"] == "Teacher threatened"


@pytest.mark.parametrize("path", ["{pk}/", "{pk}/chain/"])
def test_a_draft_answers_like_nothing_at_all(ask: Ask, path: str) -> None:
    page = factories.draft()
    assert ask(path.format(pk=page.pk), expect=404) == ask(path.format(pk=999_999), expect=404)


@pytest.mark.parametrize("id", ["0", "9" * 30, "9223372036854775808", "9223372036854775807"])
def test_an_absurd_number_is_not_there(ask: Ask, id: str) -> None:
    assert ask(f"{id}/", expect=404)["status"] == 404


@pytest.mark.parametrize("path", ["x/", "-1/", "1.5/", "nothing/", "1/nothing/", "by-ua-number/44/", "١/", "a%0Ab/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_there_is_no_endpoint_there_is_a_problem_and_no_web_page(
    client: Client, path: str, language: str
) -> None:
    response = client.get(f"{ROOT}{path}", headers={"accept-language": language})
    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)


def case() -> list[UrgentActionPage]:
    return [factories.published(ua_number="44/26", ordinal=ordinal, title=f"Number {ordinal}") for ordinal in (1, 3, 2)]


@pytest.mark.parametrize(
    ("place", "neighbours"), [(0, (None, 2, 1)), (1, (2, None, 1)), (2, (0, 1, 1))], ids=["first", "latest", "middle"]
)
def test_the_case_is_told_latest_first_and_who_stands_beside(
    ask: Ask, place: int, neighbours: tuple[int | None, int | None, int]
) -> None:
    pages = case()
    answer = ask(f"{pages[place].pk}/chain/")
    expected = [None if each is None else pages[each].pk for each in neighbours]
    assert [answer["previous"], answer["next"], answer["latest"]] == expected
    assert [item["title"] for item in answer["items"]] == ["Number 3", "Number 2", "Number 1"]


def test_the_case_holds_the_cards_of_the_list(ask: Ask) -> None:
    pages = case()
    by_id = {item["id"]: item for item in ask()["items"]}
    assert ask(f"{pages[0].pk}/chain/")["items"] == [by_id[pages[place].pk] for place in (1, 2, 0)]


def test_another_language_is_another_case(ask: Ask) -> None:
    page = complete()
    index = factories.index_page(language="ar")
    targets = [("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})]
    factories.published(parent=index, ua_number="44/26", ordinal=2, targets=targets)
    assert [item["id"] for item in ask(f"{page.pk}/chain/")["items"]] == [page.pk]


def test_without_a_number_it_is_a_case_by_itself(ask: Ask) -> None:
    # The gate lets none through; an old database may hold some.
    pages = [factories.published() for _ in range(2)]
    Publication.objects.update(ua_number="")
    answer = ask(f"{pages[0].pk}/chain/")
    assert [item["id"] for item in answer["items"]] == [pages[0].pk]


def test_the_chain_inside_of_it_is_the_same_case(ask: Ask) -> None:
    pages = case()
    inside = ask(f"{pages[2].pk}/")["chain"]
    around = ask(f"{pages[2].pk}/chain/")
    assert [card["id"] for card in inside["items"]] == [item["id"] for item in reversed(around["items"])]
    assert [inside[name]["id"] for name in ("previous", "next", "latest")] == [
        around[name] for name in ("previous", "next", "latest")
    ]


def test_the_answer_is_json_in_utf_8(client: Client) -> None:
    response = client.get(f"{ROOT}{complete().pk}/")
    assert json.loads(response.content)["persons"][0]["name_in_original_script"] == "示例"
    assert "示例" in response.content.decode()
