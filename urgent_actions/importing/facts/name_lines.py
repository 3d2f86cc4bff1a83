"""The lines of names below the number, as documents had them until 2008: “CHILE  A B (m), aged 17”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..lines.countries import country_of
from ..lines.offices import is_name, without_honorifics
from ..lines.pieces import Piece
from ..lines.references import is_header
from ..lines.rows import is_spoken
from ..sections.parts import Part
from ..words import any_of, word_set
from ..words.folding import fold

MOST_COUNTRY_WORDS = 5
_SEGMENT = re.compile(r"[^,;()\[\]\d]+")
_RUN = re.compile(
    r"['‘’ʿ]?[^\W\d_a-zß-ÿ][\w.'‘’ʿ-]*(?:\s+(?:(?:al|el|bin|ibn|bint|abu|de|del|la|da|dos|van|von|y)\s+)*['‘’ʿ]?[^\W\d_a-zß-ÿ][\w.'‘’ʿ-]*)*"
)
_MARK = re.compile(r"\s*,?\s*[(\[](m|f|male|female|h|w)[)\],]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedOnLine:
    """A name on such a line, with the letter of the mark behind it: m or f, h or w."""

    name: str
    piece: Piece
    mark: str = ""


def names_on_lines(parts: Sequence[Part]) -> list[NamedOnLine]:
    """Return the persons on the lines that the country in capitals begins, and on those below them."""
    for part in parts:
        if part.kind not in ("head", "word_mark", "number", "index", "issued", "loose"):
            continue
        for at, piece in enumerate(part.pieces):
            if end := _country_end(piece):
                first = list(_names(piece, end))
                lines = takewhile(lambda line: not is_spoken(line.text), part.pieces[at + 1 :])
                below = [each for line in lines for each in _names(line, 0)]
                if first or below:
                    return [*first, *below]
    return []


def names_a_group(parts: Sequence[Part]) -> bool:
    """Say whether the line of names is about people whom it does not name: “CHILE  Eleven men”."""
    pieces = [piece for part in parts if part.kind in ("head", "word_mark", "number", "index") for piece in part.pieces]
    found = any(0 < _country_end(piece) < len(piece.text) and not piece.text.isupper() for piece in pieces)
    return found and not names_on_lines(parts)


def begins_names(piece: Piece) -> bool:
    """Say whether a line begins with the country in capitals, and a name follows."""
    end = _country_end(piece)
    return 0 < end < len(piece.text) and bool(list(_names(piece, end)))


def _country_end(piece: Piece) -> int:
    """Return where the name of a country in capitals ends with which a line begins that is no sentence, or 0."""
    if piece.prose or is_header(piece):
        return 0
    words = piece.text.split(" ", MOST_COUNTRY_WORDS)[:MOST_COUNTRY_WORDS]
    for length in range(len(words), 0, -1):
        said = " ".join(words[:length])
        if said.isupper() and country_of(said.strip(" :")):
            return len(said)
    return 0


def _names(piece: Piece, start: int) -> Iterator[NamedOnLine]:
    if piece.prose or any_of("people.no_more_at_risk", whole=False).match(piece.folded):
        return
    of_groups = any(fold(word).strip(".,;:()") in word_set("people.groups") for word in piece.text.split())
    for segment in _SEGMENT.finditer(piece.text, start):
        for run in _RUN.finditer(segment[0]):
            before = segment[0][: run.start()].split()
            place = segment.start() + run.end()
            mark = _MARK.match(piece.text, place)
            name = without_honorifics(run[0])
            whole = mark is not None or (len(name.split()) > 1 and (not of_groups or _is_called(piece, place)))
            ends = run.end() == len(segment[0].rstrip()) or not before
            whole = whole and (" " in name or not before)
            if whole and ends and not (before and fold(before[-1]) in _before_places()) and _is_person(name):
                yield NamedOnLine(name, piece, mark[1].lower()[0] if mark else "")


def _is_called(piece: Piece, end: int) -> bool:
    """Say whether behind a name stands who somebody is: “A B, director of an organization”."""
    comma, _, behind = piece.folded[end:].partition(" ")
    return comma == "," and behind.partition(" ")[0] in word_set("people.before")


def _before_places() -> frozenset[str]:
    return word_set("officials.joins") | word_set("people.placed")


def _is_person(name: str) -> bool:
    words = [fold(word).strip(".,;:'") for word in name.split()]
    keys = ("people.others", "people.groups", "officials.organisations", "officials.roles", "people.before")
    return (
        is_name(name)
        and not any(word in word_set(key) for word in words for key in keys)
        and not any(map(country_of, words))
    )
