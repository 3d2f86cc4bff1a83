"""Urgent actions by the numbers that documents bear."""

import pytest

from tests.api.v1.conftest import Ask, Names

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["44/26", "044/26", "44/2026", "0044/2026"])
def test_any_way_to_write_a_ua_number_finds_the_case_latest_first(ask: Ask, names: Names, number: str) -> None:
    assert names(ask(f"by-ua-number/{number}/")) == ["arabic", "second", "first"]


def test_a_case_is_found_in_one_language(ask: Ask, names: Names) -> None:
    assert names(ask("by-ua-number/44/26/", locale="en")) == ["second", "first"]


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("AMR/37/0001/2026", ["first"]),
        ("amr/37/0001/2026", ["first"]),
        ("AMR/37/0002/2026/s", ["arabic", "second"]),
        ("AMR/37/0002/2026/S", ["arabic", "second"]),
        ("AMR/37/0002/2026", ["arabic", "second"]),
    ],
)
def test_an_index_number_finds_its_document_in_all_languages(
    ask: Ask, names: Names, number: str, found: list[str]
) -> None:
    assert names(ask(f"by-index-number/{number}/")) == found


def test_a_document_is_found_in_one_language(ask: Ask, names: Names) -> None:
    assert names(ask("by-index-number/AMR/37/0002/2026/s/", locale="en")) == ["second"]


@pytest.mark.parametrize(
    "path",
    [
        "by-ua-number/45/26/",
        "by-ua-number/44/25/",
        "by-index-number/AMR/37/0003/2026/",
        "by-index-number/AMR/37/01/2026/",
        "by-index-number/AMR/37/0001/2026/s/",
        "by-index-number/AMR/37/0002/2026/f/",
    ],
)
def test_a_number_that_nothing_bears_is_not_there(ask: Ask, names: Names, path: str) -> None:
    assert ask(path, expect=404)["detail"] == "No urgent action with this number is public here."


def test_the_number_of_a_draft_is_not_there_in_a_language_without_another(ask: Ask, names: Names) -> None:
    assert ask("by-ua-number/44/26/", expect=404, locale="fr")["status"] == 404


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("by-ua-number/1000/26/", "“1000/26” has the serial 1000: the serial of a UA number is 1 to 999."),
        ("by-ua-number/forty/26/", "“forty/26” is no UA number: write serial and two-digit year, like 44/22."),
        (
            "by-ua-number/44/1826/",
            "“44/1826” has the year 1826: a year is written with two digits, or is one from 1961 to 2099.",
        ),
        (
            "by-index-number/ASA/x/1/2026/",
            "“ASA x/1/2026” is no index number: write area, country, serial and year, like ASA 17/5628/2022.",
        ),
    ],
)
def test_what_is_no_number_is_not_there_and_the_reason_is_told(ask: Ask, path: str, detail: str) -> None:
    assert ask(path, expect=404) == {"type": "about:blank", "title": "Not Found", "status": 404, "detail": detail}
