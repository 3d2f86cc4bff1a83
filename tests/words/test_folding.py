"""Spellings that readers take for the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.words import fold
from urgent_actions.words.folding import legible


@given(st.text())
def test_folding_twice_folds_no_further(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_is_folded_as_far_as_it_goes() -> None:
    # One by one it takes a minute.
    folded = fold("\n".join(map(chr, range(0x110000))))
    assert fold(folded) == folded


@given(st.text())
def test_it_does_not_matter_how_accents_are_encoded(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tegucigálpa", "tegucigalpa"),
        ("ß ẞ ﬁ", "ss ss fi"),
        ("İ I ı i", "i i i i"),
        ("Ø Ł Đ Æ Œ Þ Ð Ħ", "o l d ae oe th d h"),
        ("Ɓ Ɗ Ƙ Ɛ Ɔ Ŋ", "b d k e o n"),
        ("ς Σ ᾳ", "σ σ α"),
        ("Ё Й ї", "е и і"),
        ("أ إ آ ٱ ا", "ا ا ا ا ا"),
        ("ى ي ی ئ", "ي ي ي ي"),
        ("ة ه ہ", "ه ه ه"),
        ("ؤ و", "و و"),
        ("ک ك", "ك ك"),
        ("مُـــحَ", "مح"),
        ("ﷲ", "الله"),
        ("٤٢ ۴۲ ४२ ４２", "42 42 42 42"),
        ("が ｶﾞ", "か カ"),
        ("\u1100\u1175\u11b7", "김"),
        ("हिन्दी", "हनद"),
        ("張", "張"),
    ],
)
def test_each_script_is_folded_in_its_own_way(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("char", "'’‘`´ʼʻʿʾ׳")
def test_all_apostrophes_are_one(char: str) -> None:
    assert legible(f"a{char}b") == "a'b"


@pytest.mark.parametrize("char", "-‐‑－־")
def test_all_hyphens_are_one(char: str) -> None:
    assert legible(f"a{char}b") == "a-b"


@pytest.mark.parametrize("char", ["\u00ad", "\u200d", "\u200e", "\u200f", "\u2068", "\ufeff"])
def test_what_is_not_seen_is_not_there(char: str) -> None:
    assert legible(f"a{char}b") == "ab"


def test_legible_text_keeps_case_and_accents() -> None:
    assert legible("Acción ٤٤／٢٢") == "Acción 44/22"
