"""Text that runs from right to left, and what runs the other way inside it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests import factories
from tests.site.test_public_pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def arabic(**fields: Any) -> BeautifulSoup:
    return read(factories.translated(factories.published(index_number="AMR 37/0001/2026", **fields), language="ar"))


def isolated(page: BeautifulSoup, words: str) -> list[str]:
    """Return the direction of each place where ``words`` stand by themselves, apart from what is around."""
    return [str(each.get("dir", "auto")) for each in page.select("bdi, address[dir]") if words in each.get_text(" ")]


def test_a_page_says_its_language_and_direction() -> None:
    html = arabic().html
    assert html is not None
    assert (html["lang"], html["dir"]) == ("ar", "rtl")


@pytest.mark.parametrize("words", ["Sample Person", "Example Minister", "Minister of Examples", "1 Example Street"])
def test_a_name_or_an_address_in_another_script_is_apart(words: str) -> None:
    assert set(isolated(arabic(), words)) == {"auto"}


@pytest.mark.parametrize("words", ["AMR 37/0001/2026", "minister@example.org"])
def test_numbers_and_accounts_run_from_left_to_right(words: str) -> None:
    assert set(isolated(arabic(), words)) == {"ltr"}


def test_a_name_is_apart_where_its_outcome_is_told() -> None:
    person = {"name": "Sample Person", "outcome": "released", "outcome_source": "Example Lawyer"}
    page = arabic(persons=[person], stopped_at=factories.NOW, stop_reason="حرة")
    assert (len(isolated(page, "Sample Person")) > 1, isolated(page, "Example Lawyer")[:1]) == (True, ["auto"])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", "31 ديسمبر 2026"),
        ("es", "31 de diciembre de 2026"),
        ("fr", "31 décembre 2026"),
        ("zh-hans", "2026年12月31日"),
    ],
)
def test_a_day_is_written_as_cldr_writes_it_in_the_language_of_the_page(language: str, told: str) -> None:
    source = factories.published(deadline=date(2026, 12, 31))
    found = read(factories.translated(source, language=language)).select('time[datetime="2026-12-31"]')
    assert {each.get_text() for each in found} == {told}


@pytest.mark.parametrize(
    ("language", "country", "spoken"),
    [("ar", "هندوراس", "الإسبانية"), ("fr", "Honduras", "espagnol"), ("zh-hans", "洪都拉斯", "西班牙语")],
)
def test_countries_and_languages_are_named_in_the_language_of_the_page(
    language: str, country: str, spoken: str
) -> None:
    glance = read(factories.translated(factories.published(), language=language)).select_one(".ua-glance")
    assert glance is not None
    assert [word in glance.get_text() for word in (country, spoken)] == [True, True]
