"""References in a piece of text, found once since several stages ask for them; and the line of the numbers."""

import re
from functools import lru_cache

from ...rules.index_number import find_index_numbers
from ...rules.reference import Found, UAReference, find_ua_references
from ...urgent_action import IndexNumber
from ..words import any_of, listed
from ..words.folding import fold
from .countries import country_of
from .dates import is_date
from .headings import heading_at
from .pieces import Piece

LONGEST_HEADER = 400
NEAR, EXAMPLE, LONGEST_HEADLINE = 60, 12, 160
MOST = 20
"""More numbers than this in one paragraph are a list of urgent actions, and tell nothing of this one."""
# A text without this has none: it saves reading most of the prose for it.
_POSSIBLE = re.compile(r"\d\s{0,2}[./]\s{0,2}\d|ua-?a?\d", re.IGNORECASE)
SUFFIX = re.compile(
    r"\s*\((?P<country>[^():]{2,60}):\s*(?P<number>[^()]*\d[^()]*)\)\s*$|\s*\((?P<only>UA[^()]*\d[^()]*|AU[^()]*\d[^()]*)\)\s*$"
)
"""What may stand behind a headline: “(Chile: UA 1.20)”."""

# The beginning of the line may be cut off, or its end.
_BRACKETS = re.compile(r"(?:\(|\A)[^()]*\d[^()]*\)|\([^()]*\d[^()]*\Z")
SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?] [A-ZÀ-Þ]")


@lru_cache(maxsize=256)
def references_in(text: str) -> tuple[Found[UAReference], ...]:
    """Return every UA reference in ``text``, in order, but none that is an example: “for instance UA 1/99”."""
    if not _POSSIBLE.search(text):
        return ()
    found = find_ua_references(text)[:MOST]
    if not found or not (examples := list(any_of("text.example", whole=False).finditer(fold(text)))):
        return found
    return tuple(each for each in found if not any(0 <= each.start - one.end() < EXAMPLE for one in examples))


def printed_indexes(text: str) -> list[Found[IndexNumber]]:
    """Return the index numbers that stand in ``text`` and in no address of a web page: those are of other documents."""
    return [
        found
        for found in find_index_numbers(text)
        if text[found.start].isupper() and text[found.start - 1 : found.start] != "/"
    ]


def is_header(piece: Piece) -> bool:
    """Say whether a piece is the line of the numbers: it begins with one, or has an index number, too."""
    references = references_in(piece.text)
    if not references or SUFFIX.search(piece.text):
        return False
    heading = heading_at(piece.text, piece.folded)
    if heading and heading.kind in ("footer", "check", "report", "previous"):
        return False
    if printed_indexes(piece.text[:LONGEST_HEADER]):
        return True
    first = references[0]
    before = fold(piece.text[: first.start]).strip(" :.|-–(")
    told = any_of("noise.public").search(before) or any_of("headline.update", whole=False).search(before)
    if before and not told and not country_of(before):
        return False
    return not piece.prose or (len(piece.text) < LONGEST_HEADER and "." not in piece.text[first.end : first.end + NEAR])


def is_header_alone(piece: Piece) -> bool:
    """Say whether a piece is the line of the numbers and nothing else, however long: no sentence stands in it."""
    return is_header(piece) and len(piece.text) < LONGEST_HEADER and not SENTENCE_END.search(piece.text)


def is_told(text: str) -> bool:
    """Say whether a line begins as one section begins its headlines: “Write Chile. A lawyer is in prison.”"""
    return fold(text).partition(" ")[0] in listed("headline.verbs") and len(text) < LONGEST_HEADLINE


def of_this_one(text: str) -> str:
    """Return the line of the numbers with blanks for what it says in brackets: an update names the documents before it.

    “Further information on UA 1/99 (AMR 22/01/99, 3 May 1999) and follow-up (5 June 1999)” is of neither day.
    """
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def begins_head(piece: Piece) -> bool:
    """Say whether a piece belongs to the head of an urgent action: its numbers, or a day alone."""
    indexed = not piece.prose and any_of("headings.index", whole=False).search(piece.folded)
    return is_header(piece) or is_date(piece.text) or bool(indexed and find_index_numbers(piece.text))
