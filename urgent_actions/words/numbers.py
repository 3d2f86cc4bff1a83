"""UA numbers and index numbers as one word each, in whatever form they are written.

The word ends in a letter that stands nowhere else in it, so that none begins another: 4/22 does not find 4/221.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from ..rules.index_number import find_index_numbers, read_index_number
from ..rules.reference import UnreadableReference, find_ua_references, read_ua_number
from ..urgent_action import IndexNumber, UANumber
from .splitting import is_unspaced

# The rules find abbreviations in capitals alone, since they must not take a date for a UA number. Here it does no
# harm, and nobody types capitals into a search field. Only ASCII, so that places in the text stay the same.
_CAPITALS = str.maketrans(ascii_lowercase, ascii_uppercase)

_CHUNK = re.compile("[!-~]+")
_AROUND = "()[]{}<>\"'.,;:!?#*&-"
LONGEST_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands at ``text[start:end]``: the words that find it, the one to ask for first."""

    tokens: tuple[str, ...]
    start: int
    end: int


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers in legible ``text``, by start, the longest first; they may overlap.

    A bare ``44/22`` may as well be a date: asked for, it finds both; ``UA 44/22`` finds the UA number alone.
    """
    if not any(map(str.isdecimal, text)):
        return ()
    return tuple(sorted(_found(text), key=lambda number: (number.start, -number.end)))


def find_separate_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers in legible ``text`` in order, each stretch of it read once."""
    kept: list[Number] = []
    for number in find_numbers(text):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def _found(text: str) -> Iterator[Number]:
    capitals = text.translate(_CAPITALS)
    for ua in find_ua_references(capitals):
        yield Number(_ua_tokens(ua.reference.number, marked=True), ua.start, ua.end)
    for index in find_index_numbers(capitals):
        yield Number(_index_tokens(index.reference), index.start, index.end)
    for match in _CHUNK.finditer(text):
        if not _goes_on(text, match) and (tokens := _read(match[0])):
            yield Number(tokens, match.start(), match.end())


def _goes_on(text: str, chunk: re.Match[str]) -> bool:
    """Say whether a word goes on before or after ``chunk`` with a letter that is not ASCII."""
    beside = text[max(chunk.start() - 1, 0) : chunk.start()] + text[chunk.end() : chunk.end() + 1]
    return any(char.isalnum() and not is_unspaced(char) for char in beside)


def _read(chunk: str) -> tuple[str, ...]:
    """Return the words for ``chunk``, where it is a number as a whole."""
    # In small letters the rules read slugs too.
    bare = chunk.strip(_AROUND).lower()
    if len(bare) > LONGEST_CHUNK or not any(map(str.isdecimal, bare)):
        return ()
    try:
        return _ua_tokens(read_ua_number(bare), marked=bare[:1].isalpha())
    except UnreadableReference:
        pass
    try:
        return _index_tokens(read_index_number(bare))
    except UnreadableReference:
        return ()


def _ua_tokens(number: UANumber, *, marked: bool) -> tuple[str, ...]:
    bare = f"{number.serial}n{number.year:02d}x"
    return (f"ua{bare}", bare) if marked else (bare,)


def _index_tokens(number: IndexNumber) -> tuple[str, ...]:
    """Return the words for an index number, and for serial and year, which read like a UA number by themselves.

    Zeros in front, the century and the language of the document are not always written.
    """
    tail = f"{int(number.serial)}n{int(number.year) % 100:02d}x"
    return f"{number.area.lower()}{number.country}n{tail}", tail
