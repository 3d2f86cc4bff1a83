"""The sitemap of a site, and robots.txt."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from tests import factories
from tests.site.test_public_languages import in_two_languages
from urgent_actions.models import UrgentActionIndexPage
from urgent_actions.site import sitemap

pytestmark = pytest.mark.django_db

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ACTIONS, PAGES = "/sitemap-urgent-actions-1.xml", "/sitemap-pages-1.xml"


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def get(path: str, **headers: Any) -> ElementTree.Element:
    response = Client().get(path, **headers)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    return ElementTree.fromstring(response.content)  # noqa: S314  # it is our own


def addresses(path: str, **headers: Any) -> list[str]:
    return [str(each.text) for each in get(path, **headers).iter(f"{SITEMAPS}loc")]


def test_the_sitemap_names_its_files() -> None:
    factories.published()
    found = get("/sitemap.xml")
    assert found.tag == f"{SITEMAPS}sitemapindex"
    assert addresses("/sitemap.xml") == [
        "http://localhost/sitemap-pages-1.xml",
        "http://localhost/sitemap-urgent-actions-1.xml",
    ]


def test_no_file_holds_more_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "IN_ONE_FILE", 2)
    pages = [factories.published() for _ in range(3)]
    assert addresses("/sitemap.xml")[-1] == "http://localhost/sitemap-urgent-actions-2.xml"
    assert addresses("/sitemap-urgent-actions-2.xml") == [pages[2].full_url]


@pytest.mark.parametrize("path", ["/sitemap-urgent-actions-2.xml", "/sitemap-pages-0.xml", "/sitemap-pages-99.xml"])
def test_a_file_that_there_is_not_is_not_there(path: str) -> None:
    factories.published()
    assert Client().get(path).status_code == 404


def test_an_empty_site_has_an_empty_file() -> None:
    assert addresses(ACTIONS) == []


def test_an_urgent_action_stands_there_with_its_versions() -> None:
    page, version = in_two_languages()
    entry = get(ACTIONS).find(f"{SITEMAPS}url")
    assert entry is not None
    links = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
    assert links == {"en": page.full_url, "ar": version.full_url, "x-default": page.full_url}


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        lambda page: page.view_restrictions.create(restriction_type="login"),
        lambda page: page.delete(),
    ],
    ids=["unpublished", "restricted", "deleted"],
)
def test_what_is_not_public_stands_nowhere(hide: Any) -> None:
    page = factories.published()
    hide(page)
    assert addresses(ACTIONS) == []
    assert page.full_url not in addresses(PAGES)


def test_what_has_expired_stands_nowhere() -> None:
    factories.published(expire_at=factories.NOW + timedelta(minutes=1))
    with time_machine.travel(factories.NOW + timedelta(minutes=1), tick=False):
        assert addresses(ACTIONS) == []


def changed(path: str) -> list[str]:
    return [str(each.text) for each in get(path).iter(f"{SITEMAPS}lastmod")]


def test_a_stop_that_was_set_for_later_is_a_change_of_that_moment() -> None:
    factories.published(stopped_at=factories.NOW + timedelta(hours=1), stop_reason="Released.")
    assert changed(ACTIONS) == ["2026-06-15T12:00:00+00:00"]
    with time_machine.travel(factories.NOW + timedelta(hours=2), tick=False):
        assert changed(ACTIONS) == ["2026-06-15T13:00:00+00:00"]


def test_a_stop_of_the_newest_is_a_change_of_the_older_ones() -> None:
    factories.published(ua_number="44/26")
    with time_machine.travel(factories.NOW + timedelta(hours=1), tick=False):
        factories.stopped_case(ua_number="44/26", ordinal=2)
        assert changed(ACTIONS) == ["2026-06-15T13:00:00+00:00", "2026-06-15T13:00:00+00:00"]


def test_lists_and_front_pages_stand_there_too() -> None:
    index = factories.published().get_parent()
    assert addresses(PAGES) == [index.get_parent().full_url, index.full_url]


def test_a_list_names_its_versions() -> None:
    index = factories.index_page()
    other = index.copy_for_translation(factories.index_page(language="ar").locale)
    other.slug, other.live = "translated", True
    other.save()
    entry = next(each for each in get(PAGES) if each.findtext(f"{SITEMAPS}loc") == index.full_url)
    links = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
    assert links == {"en": index.full_url, "ar": other.full_url, "x-default": index.full_url}


@pytest.mark.parametrize(
    "hide",
    [
        lambda index: Page.objects.filter(pk=index.pk).update(live=False),
        lambda index: Page.objects.filter(pk=index.pk).update(expire_at=factories.NOW),
        lambda index: index.view_restrictions.create(restriction_type="login"),
    ],
    ids=["draft", "expired", "restricted"],
)
def test_a_list_that_is_not_public_stands_nowhere(hide: Any) -> None:
    index = factories.index_page()
    hide(index)
    assert index.full_url not in addresses(PAGES)


def test_each_site_has_a_sitemap_of_its_own() -> None:
    ours = factories.published()
    site = factories.section()
    other = UrgentActionIndexPage(title="Theirs", slug="theirs", locale=site.root_page.locale)
    site.root_page.add_child(instance=other)
    theirs = factories.published(parent=other)
    assert addresses(ACTIONS) == [ours.full_url]
    assert addresses(ACTIONS, HTTP_HOST=site.hostname) == [theirs.full_url]
    assert other.full_url in addresses(PAGES, HTTP_HOST=site.hostname)
    assert other.full_url not in addresses(PAGES)


@pytest.mark.parametrize(("path", "count"), [("/sitemap.xml", 4), (ACTIONS, 4), (PAGES, 9)])
def test_a_file_needs_a_bounded_number_of_queries(path: str, count: int) -> None:
    for _ in range(3):
        factories.published()
    get(path)
    with CaptureQueriesContext(connection) as asked:
        get(path)
    assert len(asked) == count


def test_a_host_without_a_site_has_no_sitemap() -> None:
    Site.objects.all().delete()
    assert Client().get("/sitemap.xml").status_code == 404


def test_robots_are_told_of_the_sitemap_and_kept_from_the_admin() -> None:
    response = Client().get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().split() == [
        "User-agent:", "*", "Disallow:", "/admin/", "Sitemap:", "http://localhost/sitemap.xml",
    ]  # fmt: skip
