"""What kind of document it is, and whether it is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...messages import gettext_noop
from ..draft import DocumentType
from ..lines.dates import dates_in
from ..lines.pieces import Piece
from ..reading import Reading
from ..sections.parts import Part
from ..words import any_of
from .head import Numbers

CLOSED = gettext_noop("“%(text)s” closes the urgent action: nobody is to write any more.")
HEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """Kind of document, whether it is closed, and since when where it says so."""

    document_type: DocumentType
    closed: bool = False
    ended_on: date | None = None


def standing_of(
    parts: Sequence[Part],
    pieces: Sequence[Piece],
    numbers: Numbers,
    reading: Reading,
    *,
    letter_only: bool,
    several: bool,
) -> Standing:
    """Return the standing of a document. ``several``: it is one of several in one file."""
    closing = next((piece for piece in pieces if _closes(piece)), None)
    head = [piece for piece in pieces[:HEAD_LINES] if len(piece.text) < 260]
    good = any(any_of("headline.outcome", whole=False).match(piece.folded) for piece in head)
    ended = _ended_on(pieces, reading)
    if closing:
        reading.found("status", [closing])
        found = any_of("status.closed", whole=False).search(closing.folded)
        said = closing.text[found.start() : found.end()] if found else closing.text
        reading.doubt("closing_formula", CLOSED, line=closing.line, text=said)
    closed = bool(closing) or (good and not _asks(parts))
    outcome = good or (closing is not None and not _asks(parts) and _thanks(pieces))
    if letter_only:
        kind = DocumentType.LETTER_ONLY
    elif several:
        kind = DocumentType.LISTING
    elif outcome:
        kind = DocumentType.OUTCOME
    elif (numbers.ordinal or 1) > 1 or numbers.update or _updates([*numbers.header, *head]):
        kind = DocumentType.UPDATE
    else:
        kind = DocumentType.URGENT_ACTION
    return Standing(kind, closed, ended)


def _asks(parts: Sequence[Part]) -> bool:
    return any(part.kind in ("targets", "asks", "letter", "take_action") for part in parts if part.pieces)


def _closes(piece: Piece) -> bool:
    """Say whether a sentence of the piece begins with a formula that ends a case."""
    found = any_of("status.closed", whole=False).search(piece.folded)
    before = piece.folded[: found.start()].rstrip(" -*") if found else ""
    return found is not None and (not before or before.endswith((".", "!", "?", ":")))


def _thanks(pieces: Sequence[Piece]) -> bool:
    return any(any_of("status.thanks", whole=False).search(piece.folded) for piece in pieces)


def _updates(pieces: Sequence[Piece]) -> bool:
    return any(any_of("headline.update", whole=False).search(piece.folded[:200]) for piece in pieces)


def _ended_on(pieces: Sequence[Piece], reading: Reading) -> date | None:
    for piece in pieces:
        place = any_of("status.ended").search(piece.folded)
        if not place:
            continue
        found = [day for day in dates_in(piece.text[place.end() :], language=reading.language) if day.start < 3]
        if found and found[0].known:
            return found[0].known
    return None
