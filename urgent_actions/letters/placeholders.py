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
_MARKED = re.compile(r"[\[［][^\[\]［］]{1,200}[\]］]|\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>|_{4,}|＿{2,}|\bX{4,}\b")
# Signs that also have other uses: a placeholder only with the words of one.
_PERHAPS = re.compile(
    r"(?<!<)<[^<>\n]{2,60}>(?!>)|(?<!\{)\{[^{}\n]{2,60}\}(?!\})|[(（][^()（）\n]{2,60}[)）]|[【〔][^【】〔〕\n]{1,60}[】〕]"
)
_SIGNS = "[]［］{}<>()（）【】〔〕_＿ "
_TELLING = frozenset({"your", "insert", "address", "contact", "occupation", "signature", "fill", "here"})
_KINDS = ("name", "place", "country", "date")

STILL_TO_FILL = gettext_noop("There is a place that is still to be filled in: %(placeholders)s.")

_TEXTS = ("subject", "salutation", "asks_introduction", "postscript")
_LISTS = ("paragraphs", "asks", "closing")


def unfilled(text: str, *, language: str) -> Iterator[str]:
    """Yield the placeholders in ``text``, which is in ``language``, as they are written."""
    for match in _MARKED.finditer(text):
        if not _is_editors_word(match.group()) or _asks(match.group(), language):
            yield match.group()
    for match in _PERHAPS.finditer(text):
        if _kind(match.group(), spoken_phrases(language)) or _kind(match.group(), spoken_phrases("en")):
            yield match.group()


def _is_editors_word(written: str) -> bool:
    """Say whether a bracket holds what an editor puts into a quotation: “[the] court”, “[…]”, “[12]”.

    That is in small letters. In a script without small letters it cannot be told from a placeholder, and nothing that
    might be one goes out.
    """
    letters = "".join(filter(str.isalpha, written))
    return written[0] in "[［" and (not letters or letters == letters.lower() != letters.upper())


def _asks(written: str, language: str) -> bool:
    """Say whether a bracket in small letters has the words of a placeholder."""
    if any(_kind(written, spoken_phrases(tag)) for tag in (language, "en")):
        return True
    names = " ".join(spoken_phrases(language).listed("placeholders.name"))
    telling = _TELLING | {word for word in names.split() if len(word) > 3}
    return bool(set(_inside(written).split()) & telling)


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
    asked = _inside(placeholder)
    return next((kind for kind in _KINDS if words and asked in words.listed(f"placeholders.{kind}")), "")


def _inside(placeholder: str) -> str:
    return " ".join(placeholder.strip(_SIGNS).casefold().replace("’", "'").split())


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with all placeholders filled at once: what is put in is not looked at again."""
    if not values:
        return text
    return re.sub("|".join(map(re.escape, values)), lambda match: values[match.group()], text)
