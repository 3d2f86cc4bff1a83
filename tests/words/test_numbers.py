"""UA numbers and index numbers as words."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.table import finds
from urgent_actions.rules.index_number import AREAS
from urgent_actions.urgent_action import IndexNumber, UANumber
from urgent_actions.words import query_words, words

UA_NUMBERS = st.builds(UANumber, st.integers(1, 999), st.integers(0, 99))
INDEX_NUMBERS = st.builds(
    IndexNumber,
    area=st.sampled_from(AREAS),
    country=st.integers(0, 99).map("{:02d}".format),
    serial=st.integers(1, 99999).map("{:03d}".format),
    year=st.integers(1961, 2060).map(str),
)


@given(UA_NUMBERS, UA_NUMBERS)
def test_a_ua_number_finds_itself_and_no_other(asked: UANumber, kept: UANumber) -> None:
    assert finds(f"UA {asked}", f"UA {kept}") is (asked == kept)


@given(UA_NUMBERS, UA_NUMBERS)
def test_a_bare_ua_number_finds_itself_and_no_other(asked: UANumber, kept: UANumber) -> None:
    assert finds(str(asked), f"UA {kept}") is (asked == kept)


@given(INDEX_NUMBERS, INDEX_NUMBERS)
def test_an_index_number_finds_itself_and_no_other(asked: IndexNumber, kept: IndexNumber) -> None:
    assert finds(str(asked), str(kept)) is (asked == kept)


def test_a_ua_number_is_kept_with_and_without_mark_and_in_parts() -> None:
    assert words("UA 44/22") == ("ua44n22x", "44n22x", "ua", "44", "22")


def test_a_number_that_may_be_a_date_is_kept_without_mark() -> None:
    assert words("5/11") == ("5n11x", "5", "11")


def test_an_index_number_is_kept_whole_in_its_tail_and_in_parts() -> None:
    assert words("ASA 17/5628/2022") == ("asa17n5628n22x", "5628n22x", "asa", "17", "5628", "2022")


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Sample 44/22", ("sample", "44n22x")),
        ("Sample: UA 44/22?", ("sample", "ua44n22x")),
        ("44/22Sample", ("44", "22sample")),
        ("4/2005", ("4n05x",)),
        ("UA", ("ua",)),
        ("44", ("44",)),
        ("UA 44", ("ua", "44")),
        ("44/2", ("44", "2")),
        ("0/22", ("0", "22")),
        ("1000/22", ("1000", "22")),
        ("44/1950", ("44", "1950")),
        ("12/05/2022", ("12", "05", "2022")),
        ("XYZ 17/5628/2022", ("xyz", "17", "5628", "2022")),
        ("ACT 60/02/95/s", ("act60n2n95x",)),
        ("act 60/2/95", ("act", "60", "2", "95")),
        ("声援44/22", ("声援", "44n22x")),
        ("44/22é", ("44", "22e")),
        ("é44/22", ("e44", "22")),
        ("UA 44/22's", ("ua44n22x", "s")),
    ],
)
def test_numbers_are_found_in_a_query_and_the_rest_is_words(query: str, asked: tuple[str, ...]) -> None:
    assert query_words(query) == asked


@pytest.mark.parametrize("piece", ["a-", "UA:", "!"])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    # What grows with the square of the length takes most of a minute here.
    started = perf_counter()
    words(piece * (100_000 // len(piece)))
    assert perf_counter() - started < 15
