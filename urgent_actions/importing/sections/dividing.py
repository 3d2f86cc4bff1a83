"""Several urgent actions in one document, and one whose beginning stands there twice."""

from collections.abc import Sequence

from ..lines.pieces import Piece, is_rule
from ..lines.references import is_header, references_in

HEAD = 4
"""So many first lines are the beginning."""


def divided(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each urgent action: a rule, or a line with another number, begins the next one."""
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
