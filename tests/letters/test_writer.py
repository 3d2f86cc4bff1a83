"""The writer's own words: what is refused, what is made harmless, what is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.samples import letter
from urgent_actions.letters.letter import Channel
from urgent_actions.letters.refusal import LetterRefused, UnfitWords
from urgent_actions.letters.render.eml import eml
from urgent_actions.letters.render.mailto import mailto
from urgent_actions.letters.writer import LONGEST_PARAGRAPH, writer


@pytest.mark.parametrize(
    ("parameter", "words", "why"),
    [
        ("paragraph", "x" * 50_000, "At most 2000 characters are allowed."),
        ("name", "x" * 101, "At most 100 characters are allowed."),
        ("place", "x" * 101, "At most 100 characters are allowed."),
        ("name", "Example\r\nBcc: all@example.org", "This is one line, without line breaks."),
        ("name", "Example\u2028Writer", "This is one line, without line breaks."),
        ("name", "Example\x00", "It holds a sign that is no text (U+0000): remove it."),
        ("paragraph", "bell \x07", "It holds a sign that is no text (U+0007): remove it."),
        ("paragraph", "half \ud800", "It holds a sign that is no text (U+D800): remove it."),
    ],
)
def test_what_is_no_text_is_refused(parameter: str, words: str, why: str) -> None:
    with pytest.raises(UnfitWords) as refused:
        writer(**{parameter: words})
    assert (refused.value.parameter, str(refused.value)) == (parameter, why)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("Ada \u202eretirW", "Ada retirW"),
        ("\u2066Ada\u2069 \u200bSample", "Ada Sample"),
        ("نمونه\u200cها", "نمونه\u200cها"),
        ("  Ada Sample ", "Ada Sample"),
        ("José", "José"),
    ],
)
def test_signs_that_turn_or_hide_text_go_and_those_of_a_script_stay(given_: str, kept: str) -> None:
    assert writer(name=given_).name == kept


def test_paragraphs_are_kept_apart_by_one_empty_line() -> None:
    assert writer(paragraph="one\r\n\r\n\r\n\r\ntwo\rthree").paragraph == "one\n\ntwo\nthree"


@given(st.text(max_size=120), st.text(max_size=LONGEST_PARAGRAPH + 50))
def test_no_words_reach_a_header_or_break_a_link(name: str, paragraph: str) -> None:
    try:
        written = letter(channel=Channel.EMAIL, writer=writer(name=name, paragraph=paragraph, country="US"))
    except LetterRefused:
        return
    head = eml(written).split(b"\r\n\r\n", 1)[0]
    assert head.count(b"\r\n") == eml(letter(channel=Channel.EMAIL)).split(b"\r\n\r\n", 1)[0].count(b"\r\n")
    assert mailto(written).href.isascii()
    assert not set(mailto(written).href) & set(" <>\"'\\\r\n")
