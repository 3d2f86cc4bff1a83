"""Summary and additional information: which paragraphs are which."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ...urgent_action import Passage
from ..lines.pieces import Piece
from ..reading import Reading
from ..words.folding import fold
from .parts import Part

LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of the summary, and those of the additional information."""

    summary: tuple[Piece, ...] = ()
    additional: tuple[Piece, ...] = ()


def prose_of(
    parts: Sequence[Part],
    reading: Reading,
    *,
    headline: str,
    first_line: int,
    outcome: bool,
    about: bool,
    letter_only: bool,
) -> Prose:
    """Return the prose. ``about``: it is somebody else's text about an urgent action, and has no summary."""
    summary = labelled = _labelled(parts)
    if not summary and not about and not letter_only:
        summary = [
            piece for part in parts if part.kind == "summary" for piece in part.pieces if piece.line >= first_line
        ]
        # A flattened text has its summary behind the heading before it.
        summary = summary or [
            piece
            for part in parts
            if part.kind in ("word_mark", "check", "named", "loose")
            for piece in part.pieces
            if piece.prose
        ]
    additional = [piece for part in parts if part.kind == "additional" for piece in part.pieces]
    detail = [piece for part in parts if part.kind == "detail" for piece in part.pieces]
    # Behind the formula that closes a case stands the background, unless that has a heading of its own.
    if additional and summary and not labelled:
        summary = [*summary, *detail]
    else:
        additional = sorted([*additional, *detail], key=lambda piece: piece.line)
    if not additional and summary and not labelled:
        summary, additional = _split(parts, summary, outcome=outcome)
    summary = summary if labelled else _current(summary, headline)
    if additional:
        reading.found("additional_information", additional)
    if summary:
        reading.found("summary", summary)
    return Prose(tuple(summary), tuple(additional))


def passages(pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    """Return paragraphs as safe HTML, headings as they are."""
    return tuple(_passage(piece) for piece in pieces)


def _labelled(parts: Sequence[Part]) -> list[Piece]:
    for part in parts:
        if part.kind == "summary" and part.title:
            return part.pieces
    return []


def _split(parts: Sequence[Part], summary: list[Piece], *, outcome: bool) -> tuple[list[Piece], list[Piece]]:
    """Tell the detail from the summary where no heading does.

    After an outcome, and where the prose goes right over to the targets, the first paragraph sums up and the others are
    the background. Elsewhere a wide gap is what is left of the heading.
    """
    kinds = {part.kind for part in parts}
    gaps = [at for at, piece in enumerate(summary) if at and piece.wide]
    # Where there are several, they say nothing.
    wide = gaps[0] if len(gaps) == 1 and gaps[0] > 1 else 0
    order = [part.kind for part in parts if part.kind in ("summary", "targets")]
    straight = order[-1:] == ["targets"] and not kinds & {"asks", "take_action", "letter"}
    if outcome or (straight and len(summary) > 1):
        return summary[:1], summary[1:]
    if wide and not kinds & {"asks", "take_action"}:
        return summary[:wide], summary[wide:]
    return summary, []


def _current(summary: list[Piece], headline: str) -> list[Piece]:
    """Return the summary without an older one above it: the one that says what the headline says begins it."""
    if len(summary) < 2 or not summary[1].wide:
        return summary
    words = {word for word in fold(headline).split() if len(word) > 3}
    first, second = (len(words & set(fold(piece.text).split())) for piece in summary[:2])
    return summary[1:] if second > first else summary


def _passage(piece: Piece) -> Passage:
    if piece.heading and len(piece.text) < LONGEST_HEADING:
        return Passage(kind="heading", text=piece.text)
    return Passage(kind="paragraph", text=f"<p>{escape(piece.text, quote=False)}</p>")
