import tomllib
from importlib import resources
from typing import Any

import pytest

from urgent_actions.importing import words
from urgent_actions.importing.lines.headings import heading_at
from urgent_actions.importing.words import folding

LANGUAGES = words.languages()


def table_of(language: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(words) / f"{language}.toml").read_text(encoding="utf-8"))


def keys_of(language: str) -> set[str]:
    open_tables = ("countries", "languages.also")
    found = {f"{table}.{key}" for table, keys in table_of(language).items() for key in keys}
    return {key for key in found if not key.startswith(open_tables)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_same_things(language: str) -> None:
    assert keys_of(language) == keys_of("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_is_of_one_kind(language: str) -> None:
    seen: dict[str, str] = {}
    for kind, phrases in table_of(language)["headings"].items():
        for phrase in phrases:
            assert seen.setdefault(folding.fold(phrase), kind) == kind, phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_is_known_alone_in_capitals_and_before_a_colon(language: str) -> None:
    for kind, phrases in table_of(language)["headings"].items():
        for phrase in phrases:
            if "…" in phrase:
                continue
            line = phrase.rstrip(" :").upper() + ":"
            found = heading_at(line, folding.fold(line))
            assert found is not None, phrase
            assert (found.kind, found.end) == (kind, len(line)), phrase


@pytest.mark.parametrize("text", ["ENVÍEN “LOS” LLAMAMIENTOS", "İstanbul", "Straße ﬁ", "N° d’index", "Ἀθῆναι"])
def test_folded_text_is_as_long_as_its_source(text: str) -> None:
    assert len(folding.fold(text)) == len(text)


def test_a_heading_of_two_words_may_as_well_begin_a_sentence() -> None:
    text = "Summary executions went on"

    assert heading_at(text, folding.fold(text)) is None
