"""Words by which documents are read: a TOML file per language, so that a language is added without code.

A document mixes languages (a German letter has an English address), so the words of all of them are looked for at
once. The labels of the papers that we print ourselves are read, too, in every language that has letters.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from ...letters import phrases as letters
from .folding import fold

LABELS_OF_LETTERS = {
    "word_mark": "title",
    "summary": "summary",
    "take_action": "take_action",
    "targets": "targets",
    "letter": "sample_letter",
    "additional": "additional_information",
    "languages": "languages",
    "deadline": "until",
    "persons": "persons",
    "previous": "previous",
    "issued": "issued",
    "missions_of": "missions_of",
}
"""Headings here, and what ``letters.phrases`` call them."""


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of all languages that have words."""
    return tuple(_files())


@cache
def listed(key: str) -> tuple[str, ...]:
    """Return the folded words ``table.name`` of all languages, the longest first."""
    found = {fold(word) for language in _files() for word in listed_in(language, key)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def word_set(key: str) -> frozenset[str]:
    """Return the folded words ``table.name`` of all languages."""
    return frozenset(listed(key))


@cache
def printed_set(key: str) -> frozenset[str]:
    """Return the words ``table.name`` of all languages with their accents, in small letters."""
    return frozenset(word.lower() for language in _files() for word in listed_in(language, key))


def listed_in(language: str, key: str) -> tuple[str, ...]:
    """Return the words ``table.name`` of one language as they are written."""
    table, name = key.split(".")
    return tuple(_files()[language].get(table, {}).get(name, ()))


@cache
def headings() -> Mapping[str, tuple[str, ...]]:
    """Return the kinds of headings with their phrases as they are written, all languages together."""
    found: dict[str, dict[str, None]] = {}
    for language in _files():
        for kind, words in _files()[language].get("headings", {}).items():
            found.setdefault(kind, {}).update(dict.fromkeys(words))
    for kind, name in LABELS_OF_LETTERS.items():
        labels = (letters.phrases(each) for each in letters.languages())
        said = (known.say(f"document.{name}") for known in labels if known)
        begun = (label.partition("{")[0].rstrip(" \u00a0:：") for label in said)
        found.setdefault(kind, {}).update(dict.fromkeys(label for label in begun if label))
    return {kind: tuple(words) for kind, words in found.items()}


@cache
def names_of_languages() -> Mapping[str, str]:
    """Return the further names of languages, folded, with their tags."""
    also = (_files()[language].get("languages", {}).get("also", {}) for language in _files())
    return {fold(name): tag for names in also for name, tag in names.items()}


@cache
def names_of_countries() -> Mapping[str, str]:
    """Return the further names of countries, folded, with their codes."""
    also = (_files()[language].get("countries", {}) for language in _files())
    return {fold(name): code for codes in also for code, names in codes.items() for name in names}


@cache
def any_of(key: str, *, whole: bool = True) -> re.Pattern[str]:
    """Return a pattern, for folded text, of any of the words ``table.name``; of whole words unless told otherwise."""
    return pattern_of(listed(key), whole=whole)


def pattern_of(words: Iterable[str], *, whole: bool = True) -> re.Pattern[str]:
    """Return a pattern, for folded text, of any of ``words``."""
    choices = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)" if whole else f"(?:{choices})")


@cache
def _files() -> Mapping[str, Mapping[str, Any]]:
    files = [file for file in resources.files(__name__).iterdir() if file.name.endswith(".toml")]
    read = {file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    return dict(sorted(read.items()))
