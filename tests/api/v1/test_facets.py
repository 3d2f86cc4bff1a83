"""How many urgent actions there are to choose from."""

import pytest

from tests.api.v1.conftest import Ask
from tests.api.v1.world import World

pytestmark = pytest.mark.django_db


def counts(**numbers: int) -> list[dict[str, str | int]]:
    return [{"value": value.replace("_", "-"), "count": number} for value, number in numbers.items()]


def test_everything_is_counted_by_every_filter_the_most_frequent_first(world: World, ask: Ask) -> None:
    assert ask("facets/") == {
        "total_count": 6,
        "status": counts(open=2, expired=1, expiring=1, stopped=1, superseded=1),
        "country": counts(HN=4, CN=2, SV=1),
        "concern": counts(threats=2, unfair_trial=1),
        "language": [{"value": "es", "count": 5}, {"value": "zh-Hans", "count": 1}],
        "locale": counts(en=5, ar=1),
    }


def test_what_is_counted_is_what_the_filters_leave(world: World, ask: Ask) -> None:
    assert ask("facets/", country="CN", locale="en") == {
        "total_count": 2,
        "status": counts(expiring=1, stopped=1),
        "country": counts(CN=2),
        "concern": counts(unfair_trial=1),
        "language": [{"value": "es", "count": 1}, {"value": "zh-Hans", "count": 1}],
        "locale": counts(en=2),
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("status", "open"), ("country", "HN"), ("concern", "threats"), ("language", "es"), ("locale", "en")],
)
def test_a_count_is_how_many_the_list_finds(world: World, ask: Ask, name: str, value: str) -> None:
    counted = {each["value"]: each["count"] for each in ask("facets/")[name]}
    assert counted[value] == ask(**{name: value})["meta"]["total_count"]


def test_where_there_is_nothing_nothing_is_counted(world: World, ask: Ask) -> None:
    empty = {"status": [], "country": [], "concern": [], "language": [], "locale": []}
    assert ask("facets/", country="FR") == {"total_count": 0, **empty}


@pytest.mark.parametrize("name", ["q", "ordering", "limit", "offset"])
def test_what_is_for_lists_alone_is_refused(world: World, ask: Ask, name: str) -> None:
    assert ask("facets/", expect=400, **{name: "1"})["parameter"] == name
