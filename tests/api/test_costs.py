"""The page API: what asking costs, in queries."""

from typing import Any

import pytest

from tests import factories
from tests.api.conftest import Get
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[UrgentActionPage]:
    factories.section_settings(country="US")
    factories.mission()
    targets = [("target", {"official": factories.official(), "priority": 1}), ("copy_to_missions", {"country": "HN"})]
    return [factories.published(targets=targets) for _ in range(request.param)]


@pytest.mark.parametrize("pages", [1, 5], indirect=True)
@pytest.mark.parametrize(
    ("parameters", "queries"), [({}, 9), ({"type": TYPE}, 13), ({"type": TYPE, "search": "person"}, 13)]
)
def test_a_list_costs_the_same_for_any_number_of_pages(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage], parameters: dict[str, str], queries: int
) -> None:
    get("pages/")
    with django_assert_num_queries(queries):
        get("pages/", **parameters)


@pytest.mark.parametrize(("pages", "queries"), [(1, 24), (5, 68)], indirect=["pages"])
def test_a_list_with_all_fields_costs_so_many_queries_for_each_page(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage], queries: int
) -> None:
    get("pages/")
    with django_assert_num_queries(queries):
        get("pages/", type=TYPE, fields="*")


@pytest.mark.parametrize("pages", [1, 5], indirect=True)
def test_one_page_costs_the_same_whatever_else_there_is(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage]
) -> None:
    get("pages/")
    with django_assert_num_queries(25):
        get(f"pages/{pages[0].pk}/")


@pytest.mark.parametrize("length", [1, 5])
def test_a_long_chain_costs_no_more_than_a_short_one(get: Get, django_assert_num_queries: Any, length: int) -> None:
    chain = [factories.published(ua_number="44/26", ordinal=ordinal) for ordinal in range(1, length + 1)]
    get("pages/")
    with django_assert_num_queries(23):
        get(f"pages/{chain[0].pk}/")
