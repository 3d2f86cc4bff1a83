"""Folded text, split into words in each script's own way.

The document offers every form in which somebody may look for a word, the query asks for one of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from .folding import APOSTROPHE, HYPHEN

_COMPOUND = re.compile(rf"(?:[^\W_]|[{APOSTROPHE}{HYPHEN}])+")

# Thai, Lao, Burmese, Khmer, kana and Han put no blanks between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff]")
_SUPPLEMENTARY_HAN = range(0x20000, 0x40000)

# French; "l'avocat" asks for "avocat". Not m' and n': Ndiaye and N'Diaye are one name.
_ELIDED = ("d", "l", "qu")
_POSSESSIVE = "s"

_LONGEST_REMEMBERED = 64

_ARTICLE = "ال"
_BEFORE_THE_NOUN = (_ARTICLE, "وال", "فال", "بال", "كال", "لل")


def document_tokens(folded: str) -> Iterator[str]:
    """Yield the words of ``folded`` in every form in which they may be looked for, some of them repeatedly.

    What is joined by apostrophes and hyphens is there in parts and as one word. An Arabic noun is there with and
    without its article and what is written together with that. Where words are not spaced, pairs of characters are
    there, and the last character.
    """
    for compound in dict.fromkeys(_COMPOUND.findall(folded)):
        yield from _quick(_of_document, compound)


def query_tokens(folded: str) -> Iterator[str]:
    """Yield the words of ``folded`` in the form in which the most documents have them.

    Apostrophes are left out, hyphens separate. The French article and the English genitive go, and so does the Arabic
    article before three letters or more: with fewer left, too much would begin with them.
    """
    for compound in dict.fromkeys(_COMPOUND.findall(folded)):
        yield from _quick(_of_query, compound)


def is_unspaced(char: str) -> bool:
    """Say whether ``char`` is of a script that puts no blanks between words."""
    return bool(_UNSPACED.match(char)) or ord(char) in _SUPPLEMENTARY_HAN


def _quick(read: Any, compound: str) -> tuple[str, ...]:
    """Return what ``read`` says of a compound; what no language has is not remembered, so the memory has a bound."""
    found: tuple[str, ...] = read(compound) if len(compound) <= _LONGEST_REMEMBERED else read.__wrapped__(compound)
    return found


# The same words stand in all texts of a language, and an editor waits for each of them.
@lru_cache(maxsize=8192)
def _of_document(compound: str) -> tuple[str, ...]:
    pieces = _pieces(compound)
    found: list[str] = []
    for parts in pieces:
        for form in (*parts, "".join(parts), "".join(_meant(parts))):
            found += _offered(form)
    whole = "".join(part for parts in pieces for part in parts)
    # Dates and telephone numbers in one piece are no words.
    if len(pieces) > 1 and not whole.isdecimal():
        found += _offered(whole)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _of_query(compound: str) -> tuple[str, ...]:
    return tuple(token for parts in _pieces(compound) for token in _asked("".join(_meant(parts))))


def _pieces(compound: str) -> list[list[str]]:
    """Return what stands between blanks and punctuation, as pieces between hyphens of parts between apostrophes."""
    pieces = ([part for part in piece.split(APOSTROPHE) if part] for piece in compound.split(HYPHEN))
    return [parts for parts in pieces if parts]


def _meant(parts: list[str]) -> list[str]:
    if len(parts) > 1 and parts[-1] == _POSSESSIVE:
        parts = parts[:-1]
    if len(parts) > 1 and parts[0] in _ELIDED:
        parts = parts[1:]
    return parts


def _offered(form: str) -> Iterator[str]:
    for unspaced, run in _runs(form):
        if unspaced:
            yield from _pairs(run)
            yield run[-1]
        else:
            yield run
            yield from _without_article(run)


def _asked(form: str) -> Iterator[str]:
    for unspaced, run in _runs(form):
        if unspaced and len(run) > 1:
            yield from _pairs(run)
        elif run.startswith(_ARTICLE) and len(run) >= len(_ARTICLE) + 3:
            yield run.removeprefix(_ARTICLE)
        else:
            yield run


def _runs(form: str) -> Iterable[tuple[bool, str]]:
    if form.isascii():
        return ((False, form),) if form else ()
    return ((unspaced, "".join(run)) for unspaced, run in groupby(form, is_unspaced))


def _pairs(run: str) -> Iterator[str]:
    return (first + second for first, second in pairwise(run))


def _without_article(word: str) -> tuple[str, ...]:
    """Return the noun that ``word`` may be with its article, bare and with the article alone; else nothing."""
    before = next((before for before in _BEFORE_THE_NOUN if word.startswith(before)), None)
    if before is None or len(word) < len(before) + 2:
        return ()
    noun = word.removeprefix(before)
    return noun, _ARTICLE + noun
