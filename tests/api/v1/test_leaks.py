"""What is not public does not leak: the canaries of the page API, listened for in this one."""

import pytest
from django.test import Client

from tests.api.canaries import CANARY
from tests.api.test_leaks import Planted, fetched, planted
from tests.api.v1.conftest import ROOT

__all__ = ["planted"]

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files that it made renditions in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "?limit=100",
        "?locale=es",
        "?status=open",
        "?ordering=-deadline",
        "?status=expired,superseded,stopped",
        "?country=HN",
        "?concern=threats",
        "?language=es",
        "?deadline_from=2000-01-01&deadline_to=2100-01-01",
        "?ordering=-first_published_at&offset=3&limit=2",
        "?q=summary",
        "?q=person+title",
        "?q=asa+17/5628/2022",
        "?site=localhost",
        "facets/",
        "facets/?locale=es&status=open",
        "impact/",
        "impact/?country=HN&year=2025",
        "missions/?of=HN&in=US",
        "changes/?limit=2",
        "changes/",
        "changes/?since=0.0&limit=1000",
        "by-ua-number/1/25/",
        "by-ua-number/7/25/?locale=en",
        "openapi.json",
        "docs/",
    ],
)
def test_no_answer_tells_of_what_is_hidden(planted: Planted, client: Client, path: str) -> None:
    assert fetched(client, f"{ROOT}{path}").status_code == 200


@pytest.mark.parametrize("path", ["by-index-number/ASA/17/5628/2022/", "by-ua-number/1/25/?locale=es"])
def test_the_numbers_of_what_is_hidden_find_nothing(planted: Planted, client: Client, path: str) -> None:
    assert fetched(client, f"{ROOT}{path}").status_code == 404


@pytest.mark.parametrize("words", [CANARY, f"{CANARY}draftfirst", f"{CANARY} concern", f"{CANARY}scheduledontop title"])
def test_a_search_for_hidden_words_finds_nothing(planted: Planted, client: Client, words: str) -> None:
    assert fetched(client, f"{ROOT}?q={words}").json()["items"] == []


def test_the_slug_of_a_hidden_concern_finds_nothing(planted: Planted, client: Client) -> None:
    assert client.get(f"{ROOT}?concern={CANARY}-concern").json()["items"] == []


def test_a_live_page_says_nothing_of_its_hidden_neighbours(planted: Planted, client: Client) -> None:
    for page in planted.live:
        for path in (f"{page.pk}/", f"{page.pk}/chain/"):
            assert fetched(client, f"{ROOT}{path}").status_code == 200


def test_of_a_hidden_page_nothing_is_told_but_that_it_was_public_once(planted: Planted, client: Client) -> None:
    statuses = {
        fetched(client, f"{ROOT}{page.pk}/{path}").status_code for page in planted.gone for path in ("", "chain/")
    }
    assert statuses == {404, 410}
