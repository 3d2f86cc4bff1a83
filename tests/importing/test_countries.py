import pytest

from urgent_actions.importing.lines.countries import (
    adjective_of,
    countries_in,
    country_of,
    country_of_index,
    ends_with_country,
)
from urgent_actions.rules.index_number import read_index_number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Honduras", "HN"),
        ("IRÁN", "IR"),
        ("SCHWEIZ", "CH"),
        ("Égypte", "EG"),
        ("People’s Republic of China", "CN"),
        ("Republic of China", "TW"),
        ("Arab Republic of Egypt", "EG"),
        ("Islamic Republic of Iran,", "IR"),
        ("Kingdom of Saudi Arabia", "SA"),
        ("République démocratique du Congo", "CD"),
        ("Democratic People's Republic of Korea", "KP"),
        ("United Arab Emirates", "AE"),
        ("USA", "US"),
        ("Myanmar (Burma)", "MM"),
        ("Congo Republic Street", ""),
        ("Republic", ""),
        ("Guangzhou", ""),
        ("República del Corea", ""),
    ],
)
def test_a_country_is_known_by_its_short_and_long_names(text: str, code: str) -> None:
    assert country_of(text) == code


def test_countries_are_found_in_a_line_as_they_are_printed() -> None:
    assert countries_in("UA: 1/20 Index: X South Sudan and Chad’s neighbours") == [
        ("SS", "South Sudan"),
        ("TD", "Chad’s"),
    ]


def test_the_longest_name_is_taken() -> None:
    assert countries_in("Embassy of the People’s Republic of China") == [("CN", "People’s Republic of China")]


def test_an_address_may_end_with_a_country() -> None:
    text = "Guangzhou 510030 People’s Republic of China"

    assert text[ends_with_country(text) :] == "People’s Republic of China"


@pytest.mark.parametrize(("word", "code"), [("Egyptian", "EG"), ("Chinese", "CN"), ("Royal", ""), ("chinese", "")])
def test_an_adjective_tells_a_country_where_only_one_can_be_meant(word: str, code: str) -> None:
    assert adjective_of(word) == code


@pytest.mark.parametrize(("index", "code"), [("ASA 17/5628/2022", "CN"), ("ACT 60/02/95", ""), ("EUR 99/001/2020", "")])
def test_an_index_number_tells_a_country_where_we_know_its_digits(index: str, code: str) -> None:
    assert country_of_index(read_index_number(index)) == code
