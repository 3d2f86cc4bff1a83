"""What asking costs, in queries, however much there is."""

from typing import Any

import pytest

from tests import factories
from tests.api.v1.conftest import Ask

pytestmark = pytest.mark.django_db

QUERIES = {
    "": 2,
    "?status=open&country=HN&language=es&deadline_from=2026-01-01&locale=en": 2,
    "?q=sample person": 2,
    "?offset=1000": 1,
    "?site=localhost": 2,
    "{pk}/": 1,
    "{pk}/?site=localhost": 1,
    "{pk}/chain/": 1,
    "by-ua-number/44/26/": 1,
    "by-index-number/AMR/37/0001/2026/": 1,
    "missions/?of=HN&in=US": 3,
    "{pk}/letters/": 3,
    "{pk}/letters/?country=DE": 3,
    "facets/": 2,
    "impact/": 3,
    "impact/?country=HN&concern=threats&year=2026&outcome_year=2026": 3,
    "changes/": 2,
    "changes/?since=0.0": 3,
}


@pytest.fixture
def page(request: pytest.FixtureRequest) -> int:
    """Publish so many urgent actions of one case; return the id of the last one."""
    factories.mission()
    fields = {"ua_number": "44/26", "index_number": "AMR 37/0001/2026"}
    return [factories.published(ordinal=place, **fields).pk for place in range(1, request.param + 1)][-1]


@pytest.mark.parametrize("page", [1, 4], indirect=True)
@pytest.mark.parametrize(("path", "queries"), QUERIES.items())
def test_an_answer_costs_so_many_queries_and_one_the_second_time(
    ask: Ask, django_assert_num_queries: Any, page: int, path: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        first = ask(path.format(pk=page))
    with django_assert_num_queries(1):
        assert ask(path.format(pk=page)) == first


@pytest.mark.parametrize("path", ["openapi.json", "docs/", "?limit=0", "nothing/", "missions/"])
def test_what_needs_no_data_costs_nothing_but_the_search_for_redirects(
    client: Any, django_assert_max_num_queries: Any, path: str
) -> None:
    with django_assert_max_num_queries(2):
        client.get(f"/api/urgent-actions/v1/{path}")


def test_where_nothing_has_ever_been_published_there_is_an_answer(ask: Ask, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        assert ask()["items"] == []
    with django_assert_num_queries(1):
        assert ask()["items"] == []
