"""Where a letter goes: lines as they were written, the country as the postal union asks for it."""

from dataclasses import replace

import pytest

from tests.letters.samples import EMBASSY, MINISTER
from urgent_actions.letters.envelope import country_in_capitals, mission_block, target_block
from urgent_actions.urgent_action import Address


def last_line(*lines: str, country: str, sending: str, language: str = "en") -> str:
    target = replace(MINISTER, address=Address(lines=lines, country=country))
    return target_block(target, sending=sending, language=language)[-1]


@pytest.mark.parametrize(
    ("sending", "language", "name"),
    [
        ("US", "en", "HONDURAS"),
        ("DE", "de", "HONDURAS"),
        ("DE", "en", "HONDURAS"),
        ("CH", "fr", "HONDURAS"),
        ("", "en", "HONDURAS"),
    ],
)
def test_abroad_the_country_stands_last_in_capitals(sending: str, language: str, name: str) -> None:
    assert last_line("1 Example Street", country="HN", sending=sending, language=language) == name


@pytest.mark.parametrize(
    ("country", "sending", "language", "name"),
    [
        ("CN", "US", "en", "CHINA"),
        ("CN", "DE", "en", "CHINA"),
        ("DE", "FR", "en", "ALLEMAGNE"),
        ("DE", "CH", "fr", "ALLEMAGNE"),
        ("DE", "CH", "it", "GERMANIA"),
        ("DE", "CH", "en", "DEUTSCHLAND"),
        ("TR", "TR", "tr", "TÜRKİYE"),
        ("CI", "FR", "fr", "CÔTE D’IVOIRE"),
        ("RU", "CN", "zh-Hans", "俄罗斯"),
        ("US", "", "es", "ESTADOS UNIDOS"),
    ],
)
def test_the_country_is_in_a_language_of_the_sending_country(
    country: str, sending: str, language: str, name: str
) -> None:
    assert country_in_capitals(country, sending=sending, language=language) == name


def test_at_home_no_country_is_added() -> None:
    assert last_line("1 Example Street", "Example City", country="HN", sending="HN") == "Example City"


@pytest.mark.parametrize(
    ("line", "sending", "last"),
    [
        ("People's Republic of China", "US", "PEOPLE'S REPUBLIC OF CHINA"),
        ("China", "US", "CHINA"),
        ("People’s Republic of China", "FR", "CHINE"),
        ("中国", "US", "CHINA"),
        ("Bank of China", "US", "CHINA"),
        ("P.R. China", "US", "CHINA"),
    ],
)
def test_a_line_that_says_the_country_is_not_said_twice(line: str, sending: str, last: str) -> None:
    target = replace(MINISTER, address=Address(lines=("No. 1 Sample Road", line), country="CN"))
    block = target_block(target, sending=sending, language="en")
    kept = [line] if line == "Bank of China" else []
    assert block[3:] == ("No. 1 Sample Road", *kept, last)


@pytest.mark.parametrize(
    ("country", "line", "last"),
    [
        ("RU", "Russian Federation", "RUSSIA"),
        ("VN", "Viet Nam", "VIETNAM"),
        ("SY", "Syrian Arab Republic", "SYRIA"),
        ("KR", "Republic of Korea", "SOUTH KOREA"),
        ("CD", "Democratic Republic of the Congo", "DEMOCRATIC REPUBLIC OF THE CONGO"),
        ("MM", "Myanmar", "MYANMAR"),
        ("CI", "Côte d'Ivoire", "CÔTE D'IVOIRE"),
        ("TR", "Turkey", "TÜRKIYE"),
        ("GB", "UK", "UNITED KINGDOM"),
        ("SA", "Saudi Arabia.", "SAUDI ARABIA"),
        ("HK", "Hong Kong", "HONG KONG"),
        ("IR", "Islamic Republic of Iran", "ISLAMIC REPUBLIC OF IRAN"),
    ],
)
def test_old_and_long_names_of_countries_are_known(country: str, line: str, last: str) -> None:
    target = replace(MINISTER, address=Address(lines=("1 Example Street", line), country=country))
    assert target_block(target, sending="US", language="en")[3:] == ("1 Example Street", last)


def test_the_lines_between_are_kept_as_they_were_written() -> None:
    lines = ("  c/o  Example ", "No. 1,", "", "510030 Sample")
    target = replace(MINISTER, address=Address(lines=lines, country="CN"))
    assert target_block(target, sending="US", language="en")[3:-1] == lines


def test_a_mission_is_at_home_in_the_writers_country() -> None:
    assert mission_block(EMBASSY, sending="US", language="en")[-1] == "Washington DC 20000"
