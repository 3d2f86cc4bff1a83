"""The list: which urgent actions it holds, in which order, and what it says of each."""

from itertools import pairwise

import pytest
from django.test import Client

from tests.api.v1.conftest import ROOT, Ask, Names
from tests.api.v1.world import World
from urgent_actions.models import Edition

pytestmark = pytest.mark.django_db

WRITABLE = ["last days", "second", "arabic"]
CLOSED = ["stopped", "first", "over"]


def test_what_can_be_written_from_comes_first(ask: Ask, names: Names) -> None:
    assert names(ask()) == [*WRITABLE, *CLOSED]


def test_the_list_says_how_long_it_is_and_which_part_of_it_this_is(world: World, ask: Ask) -> None:
    assert ask(limit=2, offset=1)["meta"] == {"total_count": 6, "limit": 2, "offset": 1}


def test_a_card_is_as_it_was_made_ready(world: World, client: Client) -> None:
    card = Edition.objects.filter(publication_id=world["arabic"].pk).earliest("starts_at").card
    meta = '{"total_count":1,"limit":20,"offset":0}'
    assert client.get(f"{ROOT}?locale=ar").content.decode() == f'{{"meta":{meta},"items":[{card}]}}'


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"status": "open"}, ["second", "arabic"]),
        ({"status": "expiring,open"}, WRITABLE),
        ({"status": "superseded,stopped,expired"}, CLOSED),
        ({"country": "CN"}, ["last days", "stopped"]),
        ({"country": "cn"}, ["last days", "stopped"]),
        ({"country": "FR"}, []),
        ({"concern": "threats"}, ["second", "first"]),
        ({"concern": "nothing"}, []),
        ({"language": "zh-Hans"}, ["last days"]),
        ({"language": "ZH-hans"}, ["last days"]),
        ({"language": "de"}, []),
        ({"deadline_from": "2026-08-01"}, ["second", "arabic", "stopped", "first"]),
        ({"deadline_to": "2026-08-01"}, ["last days", "second", "over"]),
        ({"deadline_from": "2026-06-18", "deadline_to": "2026-06-18"}, ["last days"]),
        ({"deadline_from": "2026-08-02", "deadline_to": "2026-08-01"}, []),
        ({"locale": "ar"}, ["arabic"]),
        ({"locale": "fr"}, []),
        ({"status": "open", "country": "HN", "locale": "en", "concern": "threats"}, ["second"]),
        ({"q": "teacher"}, ["second", "first"]),
        ({"q": "TEACH arrest"}, ["second"]),
        ({"q": "44/26", "locale": "en"}, ["second", "first"]),
        ({"q": "ua 44.26", "status": "open"}, ["second", "arabic"]),
        ({"q": "黄雪"}, ["last days"]),
        ({"q": "معلمة"}, ["arabic"]),
        ({"q": "protect"}, []),
        ({"q": "?!"}, []),
        ({"q": ""}, []),
    ],
)
def test_a_filter_finds_what_is_like_it(ask: Ask, names: Names, parameters: dict[str, str], found: list[str]) -> None:
    assert names(ask(**parameters)) == found


@pytest.mark.parametrize(
    ("ordering", "order"),
    [
        ("urgency", [*WRITABLE, *CLOSED]),
        ("deadline", ["over", "last days", "second", "arabic", "first", "stopped"]),
        ("-deadline", ["stopped", "first", "arabic", "second", "last days", "over"]),
        ("issued_on", ["first", "second", "last days", "over", "stopped", "arabic"]),
        ("-issued_on", ["second", "first", "arabic", "stopped", "over", "last days"]),
        ("first_published_at", ["first", "second", "last days", "over", "stopped", "arabic"]),
        ("-first_published_at", ["arabic", "stopped", "over", "last days", "second", "first"]),
    ],
)
def test_an_order_is_the_same_every_time_and_what_is_unknown_goes_last(
    ask: Ask, names: Names, ordering: str, order: list[str]
) -> None:
    assert names(ask(ordering=ordering)) == order


def test_a_search_puts_first_what_is_named_so(ask: Ask, names: Names) -> None:
    # All tell of a sample person; who is named otherwise is the most urgent, and comes after those who are named so.
    assert names(ask(q="sample")) == ["second", "arabic", "stopped", "first", "over", "last days"]


def test_another_order_is_kept_in_a_search(ask: Ask, names: Names) -> None:
    assert names(ask(q="44/26", ordering="-deadline")) == ["first", "arabic", "second"]


@pytest.mark.parametrize("limit", [1, 2, 4, 6, 100])
def test_pages_of_the_list_make_up_the_list(ask: Ask, names: Names, limit: int) -> None:
    parts = [names(ask(limit=limit, offset=offset)) for offset in range(0, 6, limit)]
    assert [name for part in parts for name in part] == [*WRITABLE, *CLOSED]


@pytest.mark.parametrize("offset", [6, 10**9])
def test_beyond_its_end_the_list_is_empty(world: World, ask: Ask, offset: int) -> None:
    assert ask(offset=offset) == {"meta": {"total_count": 6, "limit": 20, "offset": offset}, "items": []}


def test_a_draft_is_not_in_the_list(world: World, ask: Ask) -> None:
    assert world["draft"].pk not in {item["id"] for item in ask()["items"]}


def test_the_deadlines_of_what_can_be_written_from_ascend(world: World, ask: Ask) -> None:
    deadlines = [item["deadline"] for item in ask(status="open,expiring")["items"]]
    assert all(sooner < later for sooner, later in pairwise(deadlines))
