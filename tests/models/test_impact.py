"""Outcomes and impact: who is counted, and that nobody is counted twice or left out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from wagtail.models import PageViewRestriction, Site

from tests import factories
from urgent_actions.models import ConcernOnPage, UrgentActionPage
from urgent_actions.models.impact import Scope, impact_of
from urgent_actions.rules.impact import Figures, Impact, Number, Year

pytestmark = pytest.mark.django_db

NOBODY = Figures(all=Number(0, 0), outcomes={})
NOT_KNOWN = {"name": "Person Hoping"}


@pytest.fixture(autouse=True)
def _now() -> Any:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def freed(name: str = "Person Free", on: date | None = date(2026, 6, 14), outcome: str = "released") -> dict[str, Any]:
    return {"name": name, "outcome": outcome, "outcome_on": on}


def counted(*, moment: datetime = factories.NOW, **scope: Any) -> Impact:
    return impact_of(Scope(**scope), moment=moment)


def numbers(**scope: Any) -> dict[str, tuple[int, int]]:
    """Return cases and persons, of all and by outcome."""
    found = counted(**scope).everything
    return {"all": (found.all.cases, found.all.persons)} | {
        name: (number.cases, number.persons) for name, number in found.outcomes.items()
    }


def about(*slugs: str, **fields: Any) -> UrgentActionPage:
    page = factories.draft(**fields)
    for slug in slugs:
        page.concern_items.add(ConcernOnPage(concern=factories.concern(slug.title(), slug)))
    page.save()
    page.save_revision(clean=False).publish()
    return factories.fresh(page)


def case_of_two(number: str = "44/26") -> None:
    """Publish one case of two persons: one is free, of the other nothing is known."""
    factories.published(ua_number=number, persons=[freed(), NOT_KNOWN])


def in_spanish(**fields: Any) -> None:
    official = factories.official(salutations={"es": "Señora Ministra:"})
    factories.published(targets=[("target", {"official": official, "priority": 1})], **fields)


def test_where_nothing_is_published_there_is_nothing() -> None:
    assert counted() == Impact(NOBODY, {}, {}, {}, ())


def test_persons_without_an_outcome_are_counted_as_not_known_yet() -> None:
    case_of_two()
    assert numbers() == {"all": (1, 2), "released": (1, 1), "not_known_yet": (1, 1)}


def test_an_outcome_that_is_unknown_is_not_one_that_is_not_known_yet() -> None:
    factories.published(persons=[freed(outcome="unknown"), NOT_KNOWN])
    assert numbers() == {"all": (1, 2), "unknown": (1, 1), "not_known_yet": (1, 1)}


def test_a_case_is_counted_by_its_newest_urgent_action() -> None:
    factories.published(ua_number="44/26", ordinal=1, persons=[NOT_KNOWN])
    factories.published(ua_number="44/26", ordinal=2, persons=[freed()])
    assert numbers() == {"all": (1, 1), "released": (1, 1)}


def test_a_case_is_counted_in_one_of_its_languages() -> None:
    factories.published(ua_number="44/26", parent=factories.index_page(), persons=[freed()])
    in_spanish(ua_number="44/26", parent=factories.index_page(language="es"), persons=[freed()])
    assert numbers() == {"all": (1, 1), "released": (1, 1)}


def test_a_translation_that_has_no_newer_one_yet_says_nothing_against_the_newer_one() -> None:
    spanish, english = factories.index_page(language="es"), factories.index_page()
    in_spanish(ua_number="44/26", ordinal=1, parent=spanish, persons=[NOT_KNOWN])
    factories.published(ua_number="44/26", ordinal=2, parent=english, persons=[freed()])
    assert numbers() == {"all": (1, 1), "released": (1, 1)}


def test_a_case_that_two_sections_publish_is_one_case_and_one_of_each_section() -> None:
    here, there = Site.objects.get(is_default_site=True), factories.section()
    factories.published(ua_number="44/26", ordinal=1, parent=factories.index_page(), persons=[freed()])
    factories.published(ua_number="44/26", ordinal=1, parent=factories.index_page_of(there), persons=[freed()])
    assert [numbers(site=site)["all"] for site in (None, here.pk, there.pk)] == [(1, 1)] * 3


def test_a_section_counts_what_it_publishes_itself() -> None:
    there = factories.section()
    factories.published(parent=factories.index_page(), persons=[freed()])
    factories.published(parent=factories.index_page_of(there), persons=[NOT_KNOWN])
    assert numbers(site=there.pk) == {"all": (1, 1), "not_known_yet": (1, 1)}


def as_draft(page: UrgentActionPage) -> None:
    page.unpublish()


def behind_a_password(page: UrgentActionPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="secret")


def deleted(page: UrgentActionPage) -> None:
    page.delete()


@pytest.mark.parametrize("hide", [as_draft, behind_a_password, deleted])
def test_what_the_public_may_not_see_is_not_counted(hide: Callable[[UrgentActionPage], None]) -> None:
    page = factories.published(ua_number="44/26", persons=[freed()])
    hide(page)
    assert counted() == Impact(NOBODY, {}, {}, {}, ())


def test_what_is_hidden_leaves_the_one_before_it_to_be_counted() -> None:
    factories.published(ua_number="44/26", ordinal=1, persons=[NOT_KNOWN])
    behind_a_password(factories.published(ua_number="44/26", ordinal=2, persons=[freed()]))
    assert numbers() == {"all": (1, 1), "not_known_yet": (1, 1)}


def test_what_an_editor_has_not_published_yet_is_not_counted() -> None:
    page = factories.published(persons=[NOT_KNOWN])
    person = page.persons.get()
    person.outcome = "released"
    page.persons = [person]
    page.save_revision()
    assert numbers() == {"all": (1, 1), "not_known_yet": (1, 1)}


def test_what_is_over_at_a_moment_is_not_counted_from_then_on() -> None:
    ends = factories.NOW + timedelta(days=1)
    factories.published(expire_at=ends)
    assert [counted(moment=at).everything.all.cases for at in (ends - timedelta(seconds=1), ends)] == [1, 0]


def test_a_case_counts_for_each_of_its_countries_and_concerns() -> None:
    about("torture", "threats", countries=["HN", "SV"], persons=[freed(), NOT_KNOWN])
    about("threats", countries=["HN"], persons=[NOT_KNOWN])
    found = counted()
    assert {code: figures.all for code, figures in found.by_country.items()} == {"HN": Number(2, 3), "SV": Number(1, 2)}
    assert found.by_concern == {
        "threats": Figures(Number(2, 3), {"released": Number(1, 1), "not_known_yet": Number(2, 2)}),
        "torture": Figures(Number(1, 2), {"released": Number(1, 1), "not_known_yet": Number(1, 1)}),
    }


def test_a_case_has_the_year_of_its_number_whenever_it_goes_on() -> None:
    factories.published(ua_number="44/24", ordinal=2, issued_on=date(2026, 1, 2), persons=[NOT_KNOWN])
    assert counted().by_year == {2024: Figures(Number(1, 1), {"not_known_yet": Number(1, 1)})}


def test_outcomes_happened_in_the_year_in_which_they_came_and_last_those_without_a_date() -> None:
    factories.published(
        ua_number="44/24",
        issued_on=date(2024, 5, 1),
        persons=[
            freed(on=date(2025, 12, 31)),
            freed("Person Other", on=date(2026, 1, 1)),
            freed("C", on=None),
            NOT_KNOWN,
        ],
    )
    one = {"released": Number(1, 1)}
    assert counted().happened == (Year(2026, 0, one), Year(2025, 0, one), Year(2024, 1, {}), Year(None, 0, one))


def test_every_urgent_action_of_a_case_was_issued_in_its_own_year_and_once_in_all_languages() -> None:
    english, spanish = factories.index_page(), factories.index_page(language="es")
    factories.published(ua_number="44/24", ordinal=1, issued_on=date(2024, 3, 1), parent=english)
    factories.published(ua_number="44/24", ordinal=2, issued_on=date(2025, 3, 1), parent=english)
    in_spanish(ua_number="44/24", ordinal=2, issued_on=date(2025, 4, 1), parent=spanish)
    assert [(each.year, each.urgent_actions) for each in counted().happened] == [(2025, 1), (2024, 1)]


@pytest.mark.parametrize(("zone", "year"), [("America/New_York", 2025), ("Europe/Berlin", 2026)])
def test_without_a_date_on_it_it_was_issued_when_the_section_first_published_it(zone: str, year: int) -> None:
    factories.section_settings(time_zone=zone)
    with time_machine.travel(datetime(2026, 1, 1, 2, tzinfo=factories.UTC), tick=False):
        factories.published()
    assert [(each.year, each.urgent_actions) for each in counted().happened] == [(year, 1)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({"country": "SV"}, {"all": (1, 1), "died": (1, 1)}),
        ({"country": "FR"}, {"all": (0, 0)}),
        ({"concern": "threats"}, {"all": (1, 2), "released": (1, 1), "not_known_yet": (1, 1)}),
        ({"year": 2025}, {"all": (1, 2), "released": (1, 1), "not_known_yet": (1, 1)}),
        ({"year": 1925}, {"all": (0, 0)}),
        ({"outcome_year": 2026}, {"all": (2, 2), "released": (1, 1), "died": (1, 1)}),
        ({"outcome_year": 2025}, {"all": (0, 0)}),
        ({"outcome_year": 2026, "year": 2025, "country": "HN"}, {"all": (1, 1), "released": (1, 1)}),
    ],
)
def test_only_what_is_meant_is_counted(scope: dict[str, Any], expected: dict[str, tuple[int, int]]) -> None:
    about("threats", ua_number="44/25", countries=["HN"], persons=[freed(), NOT_KNOWN])
    about("torture", ua_number="45/26", countries=["SV"], persons=[freed(outcome="died")])
    assert numbers(**scope) == expected


def test_in_a_year_of_outcomes_a_person_of_another_year_is_not_counted_in_any_table() -> None:
    about(
        "threats", ua_number="44/24", persons=[freed(on=date(2025, 2, 1)), freed("B", on=date(2026, 2, 1)), NOT_KNOWN]
    )
    found = counted(outcome_year=2025)
    one = Figures(Number(1, 1), {"released": Number(1, 1)})
    assert (found.everything, found.by_country, found.by_concern) == (one, {"HN": one}, {"threats": one})
    assert found.by_year == {2024: one}
    assert found.happened == (Year(2026, 1, {}), Year(2025, 0, {"released": Number(1, 1)}))


@pytest.mark.parametrize("cases", [1, 4])
def test_all_figures_cost_two_queries_however_many_cases_there_are(cases: int, django_assert_num_queries: Any) -> None:
    for serial in range(1, cases + 1):
        case_of_two(f"{serial}/26")
    with django_assert_num_queries(2):
        counted(country="HN", year=2026)
