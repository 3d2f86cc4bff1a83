"""Placeholders in a letter: filled with what is known of the writer, or the letter is refused (DOMAIN: traps)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..messages import gettext_noop
from .letter import Letter
from .phrases import Phrases, spoken_phrases
from .refusal import Unfilled

# Found in the corpus: [YOUR NAME], [CONTACT INFORMATION], {{name}}, <<date>>, a row of underscores to be filled in.
_PLACEHOLDER = re.compile(r"[\[［][^\[\]［］\n]{2,60}[\]］]|\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>|_{4,}")
_KINDS = ("name", "place", "country", "date")

STILL_TO_FILL = gettext_noop("There is a place that is still to be filled in: %(placeholders)s.")

_TEXTS = ("subject", "salutation", "asks_introduction", "postscript")
_LISTS = ("paragraphs", "asks", "closing")


def unfilled(text: str, *, language: str) -> Iterator[str]:
    """Yield the placeholders in ``text``, which is in ``language``, as they are written."""
    for match in _PLACEHOLDER.finditer(text):
        written = match.group()
        # An editor's own word inside a quotation ("[the] court") is in small letters and no placeholder; one in a
        # script without small letters cannot be told from it, and nothing that might be one goes out.
        inside = "".join(filter(str.isalpha, written))
        is_no_word = written[0] in "[［" and (not inside or inside == inside.lower() != inside.upper())
        if not is_no_word or any(_kind(written, spoken_phrases(tag)) for tag in (language, "en")):
            yield written


def placeholders(letter: Letter) -> tuple[str, ...]:
    """Return the placeholders that stand in the letter, each once, as they are written."""
    texts = [getattr(letter, name) for name in _TEXTS]
    texts += [text for name in _LISTS for text in getattr(letter, name)]
    return tuple(dict.fromkeys(found for text in texts for found in unfilled(text, language=letter.language)))


def filled(letter: Letter, *, known: Mapping[str, str], words: Phrases | None) -> Letter:
    """Return the letter with its placeholders filled; raise Unfilled if one is left.

    ``known``: what the writer says, by what is asked for: name, place, country, date.
    """
    found = placeholders(letter)
    if not found:
        return letter
    values = {each: _value(each, known, words) for each in found}
    missing = [each for each, value in values.items() if not value]
    if missing:
        parameter = next((kind for each in missing if (kind := _kind(each, words))), "")
        raise Unfilled(parameter, STILL_TO_FILL, placeholders=", ".join(missing))
    changes: dict[str, Any] = {name: _fill(getattr(letter, name), values) for name in _TEXTS}
    changes |= {name: tuple(_fill(text, values) for text in getattr(letter, name)) for name in _LISTS}
    return replace(letter, **changes)


def _value(placeholder: str, known: Mapping[str, str], words: Phrases | None) -> str:
    return known.get(_kind(placeholder, words), "")


def _kind(placeholder: str, words: Phrases | None) -> str:
    """Return what a placeholder asks for, or an empty string where that cannot be told."""
    asked = placeholder.strip("[]［］{}<>_ ").casefold().replace("’", "'")
    return next((kind for kind in _KINDS if words and asked in words.listed(f"placeholders.{kind}")), "")


def _fill(text: str, values: Mapping[str, str]) -> str:
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return text
