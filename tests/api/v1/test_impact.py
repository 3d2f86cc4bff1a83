"""What came of the cases, as the API tells it."""

from typing import Any

import pytest

from tests.api.v1.conftest import Ask
from tests.api.v1.world import World
from urgent_actions.api.v1.schemas import Impact

pytestmark = pytest.mark.django_db


def came(value: str, cases: int, persons: int) -> dict[str, Any]:
    return {"value": value, "cases": cases, "persons": persons}


def figures(cases: int, persons: int, *outcome: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**more, "cases": cases, "persons": persons, "outcome": [*outcome]}


NOTHING = {**figures(0, 0), "country": [], "concern": [], "year": [], "happened": []}


def test_everything_is_told_in_one_answer(world: World, ask: Ask) -> None:
    free, hoping = came("released", 1, 1), came("not_known_yet", 3, 3)
    assert ask("impact/") == {
        **figures(4, 4, free, hoping),
        "country": [
            figures(2, 2, free, came("not_known_yet", 1, 1), value="CN"),
            figures(2, 2, came("not_known_yet", 2, 2), value="HN"),
        ],
        "concern": [
            figures(1, 1, came("not_known_yet", 1, 1), value="threats"),
            figures(1, 1, came("not_known_yet", 1, 1), value="unfair-trial"),
        ],
        "year": [figures(4, 4, free, hoping, year=2026)],
        "happened": [{"year": 2026, "urgent_actions": 5, "outcome": [free]}],
    }


@pytest.mark.parametrize(
    ("asked", "cases", "persons"),
    [
        ({"country": "cn"}, 2, 2),
        ({"concern": "threats"}, 1, 1),
        ({"year": 2026}, 4, 4),
        ({"year": 2025}, 0, 0),
        ({"outcome_year": 2026}, 1, 1),
        ({"outcome_year": 2026, "country": "HN"}, 0, 0),
        ({"site": "localhost", "country": "HN"}, 2, 2),
    ],
)
def test_all_filters_hold_together(world: World, ask: Ask, asked: dict[str, Any], cases: int, persons: int) -> None:
    answer = ask("impact/", **asked)
    assert (answer["cases"], answer["persons"]) == (cases, persons)


def test_what_there_is_none_of_is_an_answer_with_nothing(world: World, ask: Ask) -> None:
    assert ask("impact/", country="FR") == ask("impact/", concern="nothing-of-the-kind") == NOTHING


@pytest.mark.parametrize(
    ("parameter", "value", "detail"),
    [
        ("country", "UK", "“UK” is no country code of two letters (ISO 3166-1 alpha-2)."),
        ("concern", "unfair trial", "String should match pattern '^[A-Za-z0-9_-]+$'."),
        ("year", "26", "Input should be greater than or equal to 1961."),
        ("year", "soon", "“soon” is no number in digits."),
        ("outcome_year", "2061", "Input should be less than or equal to 2060."),
        ("site", "nowhere.example.org", "There is no such site, or more than one: then name the port, too."),
        (
            "locale",
            "en",
            "There is no such parameter here. These may be given: concern, country, outcome_year, site, year.",
        ),
    ],
)
def test_a_bad_question_is_refused_by_name(ask: Ask, parameter: str, value: str, detail: str) -> None:
    refusal = ask("impact/", expect=400, **{parameter: value})
    assert (refusal["parameter"], refusal["detail"]) == (parameter, detail)


def test_the_answer_is_as_the_contract_says(world: World, ask: Ask) -> None:
    answer = ask("impact/")
    assert Impact.model_validate(answer, strict=False).model_dump(mode="json") == answer
