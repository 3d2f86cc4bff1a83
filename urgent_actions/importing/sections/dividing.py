"""Several urgent actions in one document, and one whose beginning stands there twice."""

from collections.abc import Sequence

from ..lines.headings import heading_at
from ..lines.pieces import Piece, is_rule
from ..lines.references import is_header, references_in

HEAD = 4
"""So many first lines are the beginning."""
ASKING = frozenset(["take_action", "asks", "targets", "deadline"])
"""Headings of an urgent action that background alone has not."""


def divided(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each urgent action: a rule, or a line with another number, begins the next one.

    So does the word mark on a line of its own, or a rule, where what follows asks for letters under another number.
    """
    return [span for whole in _begun_anew(pieces) for span in _by_header(whole)]


def _begun_anew(pieces: Sequence[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if parts[-1] and (is_rule(piece.text) or _is_word_mark(piece)):
            parts.append([])
        parts[-1].append(piece)
    spans = [parts[0]]
    for part in parts[1:]:
        if _is_another(part, after=spans[-1]):
            spans.append(part)
        else:
            spans[-1] = spans[-1] + part
    return spans


def _is_another(part: Sequence[Piece], *, after: Sequence[Piece]) -> bool:
    before, now = _numbers(after), _numbers(part)
    return bool(before and now) and not before & now and _has_prose(after) and _has_prose(part) and _asks(part)


def _is_word_mark(piece: Piece) -> bool:
    heading = heading_at(piece.text, piece.folded)
    return heading is not None and heading.kind == "word_mark" and heading.end >= len(piece.text)


def _numbers(pieces: Sequence[Piece]) -> set[object]:
    return {found.reference.number for piece in pieces for found in references_in(piece.text)}


def _asks(pieces: Sequence[Piece]) -> bool:
    headings = (heading_at(piece.text, piece.folded) for piece in pieces)
    return any(heading and heading.kind in ASKING for heading in headings)


def _by_header(pieces: Sequence[Piece]) -> list[list[Piece]]:
    spans: list[list[Piece]] = [[]]
    number = None
    after_rule = False
    for piece in pieces:
        if is_rule(piece.text):
            after_rule = True
            continue
        begins = None
        if is_header(piece):
            begins = references_in(piece.text)[0].reference.number
        if begins and number and begins != number and (after_rule or _has_prose(spans[-1])):
            spans.append([])
        number = begins or number
        spans[-1].append(piece)
        after_rule = False if begins else after_rule
    return [span for span in spans if span]


def once(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces without a beginning that stands there a second time, and what that was.

    Only where the numbers come again, or the first prose and what follows it: a letter may say what the summary says.
    """
    first = {piece.folded: at for at, piece in reversed(list(enumerate(pieces)))}
    kept: list[Piece] = []
    again: list[Piece] = []
    repeating = False
    for at, piece in enumerate(pieces):
        known = first[piece.folded] < at
        follows = at + 1 < len(pieces) and first[pieces[at + 1].folded] < at
        begins = known and (is_header(piece) or (first[piece.folded] < HEAD and follows and piece.prose))
        repeating = begins or (repeating and known)
        (again if repeating else kept).append(piece)
    return kept, again


def _has_prose(span: Sequence[Piece]) -> bool:
    return any(piece.prose for piece in span)
