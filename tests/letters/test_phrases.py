"""The files of phrases: each whole, each with the same places to fill in."""

import re

import pytest

from urgent_actions.codes import is_language
from urgent_actions.letters.phrases import Phrases, languages, phrases, sign_off, spoken_phrases

ENGLISH = spoken_phrases("en")
KEYS = [f"{table}.{name}" for table, names in ENGLISH.tables.items() for name in names]
LISTED = [key for key in KEYS if key.split(".")[0] in ("placeholders", "country")]


def of(tag: str) -> Phrases:
    found = phrases(tag)
    assert found
    return found


@pytest.mark.parametrize("tag", languages())
def test_a_file_is_named_by_its_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", languages())
def test_no_phrase_is_missing(tag: str) -> None:
    tables = of(tag).tables
    assert [f"{table}.{name}" for table, names in tables.items() for name in names] == KEYS
    assert [key for key in KEYS if key not in LISTED and not of(tag).say(key).strip()] == []


@pytest.mark.parametrize("tag", languages())
def test_a_phrase_has_the_places_of_the_english_one(tag: str) -> None:
    def places(words: Phrases) -> dict[str, set[str]]:
        return {key: set(re.findall(r"\{\w*\}", words.say(key))) for key in KEYS if key not in LISTED}

    assert places(of(tag)) == places(ENGLISH)


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("en-GB", "en"),
        ("zh", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("pt-BR", "pt"),
        ("ar-EG", "ar"),
    ],
)
def test_the_file_is_found_by_language_and_script(asked: str, read: str) -> None:
    assert of(asked).language == read


@pytest.mark.parametrize("asked", ["tr", "", "tlh", "eng-x"])
def test_a_language_without_a_file_has_no_phrases(asked: str) -> None:
    assert (phrases(asked), sign_off(asked)) == (None, "")


def test_labels_are_better_english_than_missing() -> None:
    assert spoken_phrases("tr").language == "en"
