"""Documents and queries as words, and which finds which. Names are invented."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.table import FINDINGS, Finding, finds
from urgent_actions.words import query_words, words

# The scripts and signs that are treated in a way of their own, closer together than any text has them.
DENSE = st.text("aAzZéßıİ'’-/.: \n0123459٤٢UuASFIx李张三カがก김ёЙالوةأسیـعْ\u200c·_%\\\"", max_size=40)
TEXTS = st.text() | DENSE


@pytest.mark.parametrize("finding", FINDINGS, ids=str)
def test_a_query_finds_what_the_table_says(finding: Finding) -> None:
    assert finds(finding.query, finding.document) is finding.found


@given(TEXTS)
def test_every_word_of_a_document_finds_it(text: str) -> None:
    assert [word for word in text.split() if not finds(word, text)] == []


@given(TEXTS)
def test_a_document_is_found_by_the_whole_of_it(text: str) -> None:
    assert finds(text, text)


@given(TEXTS)
def test_words_are_letters_and_digits_alone(text: str) -> None:
    assert [word for word in (*words(text), *query_words(text)) if not word.isalnum()] == []


@given(TEXTS)
def test_no_word_is_longer_than_a_database_takes(text: str) -> None:
    assert all(len(word) <= 64 for word in words(text * 5))


# The iota below a vowel of ancient Greek is a letter in capitals, and a mark otherwise.
@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, str.casefold])
@given(text=DENSE | st.text(st.characters(max_codepoint=0x1EFF, exclude_characters="\u0345"), max_size=40))
def test_the_case_of_a_query_does_not_matter(change: Callable[[str], str], text: str) -> None:
    assert query_words(change(text)) == query_words(text)


@given(TEXTS, TEXTS)
def test_texts_do_not_run_together(first: str, second: str) -> None:
    assert set(words(first, second)) == {*words(first), *words(second)}


def test_words_stand_in_the_order_in_which_they_first_occur() -> None:
    assert words("Two one", "one three two") == ("two", "one", "three")


@pytest.mark.parametrize("text", ["", " ", "!!!", "' - ' '", "–", "%_\\", "\u200e\u0301"])
def test_a_query_without_letters_and_digits_asks_for_nothing(text: str) -> None:
    assert query_words(text) == ()


def test_a_query_keeps_all_its_words() -> None:
    assert query_words(" ".join(f"word{n}" for n in range(50))) == tuple(f"word{n}" for n in range(50))


def test_a_query_asks_for_a_word_once() -> None:
    assert query_words("Éa ea UA 4/22 ua-4-22 eb") == ("ea", "ua4n22x", "eb")


def test_a_long_word_is_cut_in_query_and_document_alike() -> None:
    assert query_words("a" * 100) == words("a" * 100) == ("a" * 64,)
