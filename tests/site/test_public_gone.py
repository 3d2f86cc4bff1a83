"""410 where an urgent action was public once, 404 where none ever was, and not a word of the case in either."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from cms.home.models import HomePage
from tests import factories
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def status(path: str) -> int:
    return Client().get(path).status_code


def main(path: str) -> BeautifulSoup:
    return BeautifulSoup(Client().get(path).content, "lxml").main


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def taken_down(**fields: Any) -> UrgentActionPage:
    page = factories.published(**fields)
    page.unpublish()
    return factories.fresh(page)


# --- which of the two


def test_what_was_unpublished_is_gone() -> None:
    assert status(taken_down().url) == 410


def test_what_expired_is_gone_at_that_second() -> None:
    page = factories.published(expire_at=factories.NOW + timedelta(minutes=1))
    assert status(page.url) == 200
    with time_machine.travel(factories.NOW + timedelta(minutes=1), tick=False):
        assert status(page.url) == 410


def test_head_is_answered_like_get() -> None:
    assert Client().head(taken_down().url).status_code == 410


def never_published() -> str:
    return factories.draft().url


def restricted_all_the_time() -> str:
    index = factories.index_page()
    index.view_restrictions.create(restriction_type="login")
    return taken_down(parent=index).url


def deleted() -> str:
    page = factories.published()
    url = page.url
    page.delete()
    return url


def under_a_slug_of_the_draft() -> str:
    page = taken_down(slug="old")
    page.slug = "new"
    page.save()
    page.save_revision()
    return factories.fresh(page).url


def moved_as_a_draft() -> str:
    page, elsewhere = taken_down(), factories.index_page(slug="elsewhere")
    page.move(elsewhere, pos="last-child")
    return factories.fresh(page).url


def without_any_revision() -> str:
    page = taken_down()
    page.revisions.all().delete()
    return page.url


@pytest.mark.parametrize(
    "make",
    [
        never_published,
        restricted_all_the_time,
        deleted,
        under_a_slug_of_the_draft,
        moved_as_a_draft,
        without_any_revision,
        lambda: f"{factories.index_page().url}nothing/",
    ],
)
def test_where_nothing_was_public_nothing_is_said(make: Callable[[], str]) -> None:
    assert status(make()) == 404


def test_a_draft_is_gone_where_it_was_public_and_nowhere_else() -> None:
    page = taken_down(slug="old")
    page.title = "Other words"
    page.save_revision()
    assert status(page.url) == 410


def test_a_slug_that_came_with_a_publication_was_public() -> None:
    page = factories.published(slug="old")
    page.slug = "new"
    page.save_revision().publish()
    page = factories.fresh(page)
    page.unpublish()
    assert (page.url.split("/")[-2], status(page.url)) == ("new", 410)


def test_what_is_published_again_is_there_again() -> None:
    page = taken_down()
    page.save_revision().publish()
    assert status(page.url) == 200


def test_a_redirect_from_there_still_leads_on() -> None:
    page = taken_down()
    Redirect.add_redirect(page.url, redirect_to="/en/urgent-actions/")
    assert status(page.url) == 301


# --- what it says


def test_a_page_that_is_gone_says_not_a_word_of_the_case() -> None:
    page = taken_down(title="Hidden title", slug="there", ua_number="44/26")
    found = main(page.url)
    assert words(found.h1) == "This page is no longer public"
    assert "Hidden" not in str(found)
    assert "44/26" not in str(found)
    assert "there/" not in str(found)


def test_a_page_that_is_gone_leads_to_the_list_and_the_front_page() -> None:
    page = taken_down()
    index = UrgentActionIndexPage.objects.get()
    assert [link["href"] for link in main(page.url).select("a")] == [index.url, index.get_parent().url]


def test_a_page_that_is_not_there_leads_to_the_list_and_the_front_page() -> None:
    page = factories.draft()
    index = UrgentActionIndexPage.objects.get()
    assert [link["href"] for link in main(page.url).select("a")] == [index.url, index.get_parent().url]


def test_a_newer_urgent_action_is_named_if_it_is_public() -> None:
    page = factories.published(ua_number="44/26")
    newer = factories.published(ua_number="44/26", ordinal=2, title="The second")
    page.unpublish()
    found = main(page.url)
    assert words(found.h2) == "There is a newer urgent action"
    assert found.select_one("a")["href"] == newer.full_url


@pytest.mark.parametrize(
    "fields",
    [
        {"ua_number": "45/26", "ordinal": 2},
        {"ua_number": "44/26", "ordinal": 2, "expire_at": factories.NOW + timedelta(minutes=1)},
    ],
    ids=["of another case", "past its expiry"],
)
def test_no_other_one_is_named(fields: dict[str, Any]) -> None:
    page = factories.published(ua_number="44/26")
    factories.published(**fields)
    page.unpublish()
    with time_machine.travel(factories.NOW + timedelta(minutes=1), tick=False):
        assert main(page.url).h2 is None


def test_a_newer_draft_is_not_named() -> None:
    page = taken_down(ua_number="44/26")
    factories.draft(ua_number="44/26", ordinal=2)
    assert main(page.url).h2 is None


def test_an_older_one_is_not_named() -> None:
    factories.published(ua_number="44/26", deadline=date(2026, 6, 1))
    assert main(taken_down(ua_number="44/26", ordinal=2).url).h2 is None


def test_the_number_of_a_draft_leads_nowhere() -> None:
    page = taken_down(ua_number="44/26")
    factories.published(ua_number="45/26", ordinal=2)
    page.ua_number = "45/26"
    page.save()
    page.save_revision()
    assert main(page.url).h2 is None


def test_a_page_that_is_gone_stays_in_no_cache_and_in_no_index() -> None:
    response = Client().get(taken_down().url)
    assert response["Cache-Control"] == "no-cache"
    assert '<meta name="robots" content="noindex, noarchive">' in response.content.decode()


def test_a_front_page_past_its_expiry_is_not_there() -> None:
    home = HomePage(title="Home", slug="front")
    factories.index_page().add_sibling(instance=home)
    assert status(home.url) == 200
    HomePage.objects.filter(pk=home.pk).update(expire_at=factories.NOW)
    assert status(home.url) == 404
