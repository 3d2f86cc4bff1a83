"""What the head of a page tells machines, and what it keeps from them."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories
from tests.site.test_public_languages import in_two_languages
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def head(page: Any, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(Client().get(page.url + query).content, "lxml").head


def meta(page: Any, name: str, query: str = "") -> str | None:
    found = head(page, query).select_one(f'meta[name="{name}"], meta[property="{name}"]')
    return found["content"] if found else None


def data(page: UrgentActionPage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(head(page).select_one('script[type="application/ld+json"]').string)
    return found


# --- share cards


def test_a_shared_link_tells_what_it_is_about() -> None:
    page = factories.published(title="Sample Person in danger")
    assert {name: meta(page, name) for name in ("og:title", "og:description", "og:url", "og:type", "twitter:card")} == {
        "og:title": "Sample Person in danger",
        "og:description": "Sample Person was threatened.",
        "og:url": page.full_url,
        "og:type": "article",
        "twitter:card": "summary",
    }


def test_an_editors_own_description_goes_first() -> None:
    assert meta(factories.published(search_description="In other words."), "description") == "In other words."


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (factories.stopped_case, "This urgent action has been stopped. Please do not write any more."),
        (factories.superseded_action, "There is a newer urgent action. This one is kept as a record."),
        (factories.expired_action, "The deadline has passed. This urgent action is kept as a record."),
    ],
)
def test_a_shared_link_to_a_closed_one_says_that_it_is_over(make: Any, told: str) -> None:
    page = make(search_description="Write now!")
    assert (meta(page, "og:description"), meta(page, "description")) == (told, told)


# --- search engines


@pytest.mark.parametrize(
    ("make", "allowed"),
    [
        (factories.published, "noarchive"),
        (factories.expired_action, "noarchive"),
        (factories.superseded_action, "noarchive"),
        (factories.stopped_case, "noindex, noarchive"),
    ],
)
def test_no_search_engine_keeps_a_copy(make: Any, allowed: str) -> None:
    assert meta(make(), "robots") == allowed


def test_no_search_engine_quotes_letter_or_contacts() -> None:
    body = BeautifulSoup(Client().get(factories.published().url).content, "lxml")
    hidden = body.select("[data-nosnippet]")
    assert [each["aria-labelledby"] for each in hidden] == ["write-now", "targets", "sample-letter"]


@pytest.mark.parametrize(("query", "allowed"), [("", "noarchive"), ("?q=x", "noindex"), ("?country=XX", "noindex")])
def test_a_question_to_a_list_is_in_no_index(query: str, allowed: str) -> None:
    assert meta(factories.published().get_parent(), "robots", query) == allowed


def test_a_question_to_a_list_is_the_list_itself() -> None:
    index = factories.published().get_parent()
    assert head(index, "?q=x&page=1").select_one("link[rel=canonical]")["href"] == index.full_url


def test_each_page_of_a_list_stands_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    index = factories.published().get_parent().specific
    factories.published()
    monkeypatch.setattr(type(index), "per_page", 1)
    assert head(index, "?page=2").select_one("link[rel=canonical]")["href"] == f"{index.full_url}?page=2"


# --- languages


def alternates(page: Any) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in head(page).select("link[rel=alternate]")}


def test_versions_name_each_other_and_themselves() -> None:
    page, version = in_two_languages()
    both = {"en": page.full_url, "ar": version.full_url, "x-default": page.full_url}
    assert (alternates(page), alternates(version)) == (both, both)


def test_lists_in_other_languages_are_named() -> None:
    page, version = in_two_languages()
    index, other = page.get_parent(), version.get_parent()
    index.translation_key = other.translation_key
    index.save(update_fields=["translation_key"])
    assert alternates(index) == {"en": index.full_url, "ar": other.full_url, "x-default": index.full_url}


def test_a_page_in_one_language_names_no_version() -> None:
    assert alternates(factories.published()) == {}


# --- linked data


def test_linked_data_is_an_article_with_dates() -> None:
    page = factories.published(
        title="Title", ua_number="44/26", index_number="AMR 37/0001/2026", issued_on=date(2026, 6, 1)
    )
    assert data(page) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": page.full_url,
        "mainEntityOfPage": page.full_url,
        "headline": "Title",
        "description": "Sample Person was threatened.",
        "inLanguage": "en",
        "identifier": ["44/26", "AMR 37/0001/2026"],
        "datePublished": "2026-06-01",
        "dateModified": "2026-06-15T12:00:00+00:00",
        "expires": "2026-12-31",
        "creativeWorkStatus": "open",
        "about": [{"@type": "Country", "name": "Honduras", "identifier": "HN"}],
        "publisher": {"@type": "Organization", "name": "localhost", "url": "http://localhost"},
        "isAccessibleForFree": True,
    }


def test_linked_data_names_no_official_and_no_way_to_one() -> None:
    text = json.dumps(data(factories.published()))
    assert "Minister" not in text
    assert "example.org" not in text


def test_linked_data_ends_no_script_and_begins_none() -> None:
    title = "</script><script>alert(1)</script><!--"
    page = factories.published(title=title, slug="with-scripts")
    html = Client().get(page.url).content.decode()
    assert "<script>" not in html
    # Its own, and those of letters and reports, which come from files.
    assert (html.count("</script>"), data(page)["headline"]) == (3, title)


def test_nothing_of_a_stopped_one_is_linked_data() -> None:
    assert head(factories.stopped_case()).select("script") == []
