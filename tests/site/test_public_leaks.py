"""What is not public does not leak: the canaries of the APIs, listened for in all else that a site hands out."""

import pytest
from django.test import Client

from tests.api.test_leaks import Planted, fetched, planted

__all__ = ["planted"]

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files that it made renditions in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.mark.parametrize(
    "path", ["/robots.txt", "/sitemap.xml", "/sitemap-pages-1.xml", "/sitemap-urgent-actions-1.xml"]
)
def test_nothing_that_search_engines_read_tells_of_what_is_hidden(planted: Planted, client: Client, path: str) -> None:
    assert fetched(client, path).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "?status=open",
        "?status=stopped",
        "?q=summary",
        "?q=official",
        "?q=1/25",
        "?q=ASA+17/5628/2022",
        "?country=CN",
        "?deadline_to=2026-12-31",
        "?page=2",
    ],
)
def test_no_list_of_the_site_tells_of_what_is_hidden(planted: Planted, client: Client, query: str) -> None:
    assert planted.index is not None
    assert fetched(client, f"{planted.index.url}{query}").status_code in (200, 404)


def test_what_only_hidden_pages_say_is_not_found(planted: Planted, client: Client) -> None:
    assert planted.index is not None
    answer = client.get(planted.index.url, {"q": "zeisigdraftfirst"})
    assert [page.title for page in planted.live if page.title in answer.content.decode()] == []


@pytest.mark.parametrize("path", ["/en/nothing-is-here/", "/en/urgent-actions/open-99/"])
def test_where_nothing_is_nothing_is_told(planted: Planted, client: Client, path: str) -> None:
    assert fetched(client, path).status_code == 404
