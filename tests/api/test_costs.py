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
    ("parameters", "queries"),
    [
        ({}, 9),
        ({"type": TYPE}, 11),
        ({"type": TYPE, "status": "open", "country": "HN"}, 11),
        ({"type": TYPE, "fields": "*"}, 12),
        ({"type": TYPE, "search": "person"}, 9),
    ],
)
def test_a_list_costs_the_same_for_any_number_of_pages(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage], parameters: dict[str, str], queries: int
) -> None:
    get("pages/", limit=1)
    with django_assert_num_queries(queries):
        get("pages/", **parameters)


@pytest.mark.parametrize("pages", [1, 5], indirect=True)
def test_one_page_costs_the_same_whatever_else_there_is(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage]
) -> None:
    get("pages/")
    with django_assert_num_queries(12):
        get(f"pages/{pages[0].pk}/")


@pytest.mark.parametrize("length", [1, 5])
def test_a_long_chain_costs_no_more_than_a_short_one(get: Get, django_assert_num_queries: Any, length: int) -> None:
    chain = [factories.published(ua_number="44/26", ordinal=ordinal) for ordinal in range(1, length + 1)]
    get("pages/")
    with django_assert_num_queries(12):
        get(f"pages/{chain[0].pk}/")


@pytest.mark.parametrize("path", ["pages/{pk}/", f"pages/?type={TYPE}", f"pages/?type={TYPE}&fields=*&status=open"])
def test_a_plain_answer_about_urgent_actions_costs_one_query_the_second_time(
    get: Get, django_assert_num_queries: Any, path: str
) -> None:
    path = path.format(pk=factories.published().pk)
    first = get(path)
    with django_assert_num_queries(1):
        assert get(path) == first
