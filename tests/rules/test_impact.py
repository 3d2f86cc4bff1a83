"""Outcomes and impact: figures out of counts."""

import pytest

from urgent_actions.rules.impact import ANSWERS, WHATEVER, Count, Figures, Number, Year, impact, year_of
from urgent_actions.urgent_action import Outcome


@pytest.mark.parametrize(
    ("number", "year"), [("44/22", 2022), ("1/00", 2000), ("50/95", 1995), ("3/61", 1961), ("3/60", 2060)]
)
def test_the_year_of_a_case_is_that_of_its_number(number: str, year: int) -> None:
    assert year_of(number) == year


def test_what_is_not_known_yet_comes_after_every_outcome_and_is_none_of_them() -> None:
    assert (*Outcome, "not_known_yet") == ANSWERS


def test_without_counts_there_is_nothing() -> None:
    empty = impact([])
    assert empty.everything == Figures(all=Number(0, 0), outcomes={})
    assert (empty.by_country, empty.by_concern, empty.by_year, empty.happened) == ({}, {}, {}, ())


def test_cases_and_persons_are_those_in_whatever_and_outcomes_stand_in_their_order() -> None:
    counts = [
        Count("all", "", "", 1, 2),
        Count("all", "", "executed", 1, 1),
        Count("all", "", "released", 2, 3),
        Count("all", "", WHATEVER, 3, 6),
    ]
    figures = impact(counts).everything
    assert figures.all == Number(cases=3, persons=6)
    assert [*figures.outcomes.items()] == [
        ("released", Number(2, 3)),
        ("executed", Number(1, 1)),
        ("not_known_yet", Number(1, 2)),
    ]


def test_of_an_outcome_that_nobody_had_there_are_no_persons() -> None:
    assert impact([Count("all", "", "released", 1, 2)]).everything.persons("died") == 0


def test_where_most_persons_are_comes_first_then_where_most_cases_are() -> None:
    counts = [
        Count("country", code, WHATEVER, *n) for code, *n in (("CN", 1, 1), ("HN", 2, 1), ("AD", 1, 1), ("SV", 1, 9))
    ]
    assert [*impact(counts).by_country] == ["SV", "HN", "AD", "CN"]


def test_years_of_cases_go_from_the_newest_to_the_oldest_over_the_turn_of_a_century() -> None:
    counts = [Count("year", year, WHATEVER, 1, 1) for year in ("99", "26", "00")]
    assert [*impact(counts).by_year] == [2026, 2000, 1999]


def test_what_has_no_date_is_told_last() -> None:
    counts = [
        Count("happened", "", "released", 1, 1),
        Count("happened", "2025", "died", 1, 1),
        Count("issued", "2026", WHATEVER, 4, 7),
    ]
    assert impact(counts).happened == (
        Year(2026, 4, {}),
        Year(2025, 0, {"died": Number(1, 1)}),
        Year(None, 0, {"released": Number(1, 1)}),
    )
