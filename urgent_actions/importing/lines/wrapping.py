"""Lines that were broken because they were full, or in the middle of a phrase, joined again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..words import word_set
from ..words.folding import fold
from .contact_lines import is_contact
from .dates import dates_in
from .headings import heading_at

if TYPE_CHECKING:
    from .pieces import Piece

LONGEST_WRAPPED = 135
SHORTEST_WRAPPED = 60
VALUES = frozenset(["languages", "deadline", "persons", "previous"])
"""Labels whose value ends with the line."""
FEW = 20
NARROW = 50, 80
"""So wide are the texts of e-mails and of old prints, in which few lines are longer."""
FULL, ALMOST = 0.75, 0.98
"""Parts of the width of a text from which on a line is full: of a ragged one, and with the word that no more fitted."""


_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


def joined(pieces: Iterable[Piece], ends: Callable[[Piece], bool]) -> Iterator[Piece]:
    """Yield the pieces, those joined that were wrapped at the end of a line. One that ``ends`` goes on in nothing."""
    run: list[Piece] = []
    whole = list(pieces)
    narrow = _narrow(whole)
    for each in whole:
        if run and (each.gap or each.bullet or ends(run[-1])):
            yield from _unwrapped(run, narrow)
            run = []
        run.append(each)
    yield from _unwrapped(run, narrow)


def _narrow(pieces: Sequence[Piece]) -> int:
    """Return the width of a text of which all lines were broken at a narrow one, or 0."""
    sizes = sorted(len(each.text) for each in pieces)
    if len(sizes) < FEW or sizes[int(len(sizes) * 0.97)] > NARROW[1]:
        return 0
    width = sizes[int(len(sizes) * 0.9)]
    return width if width >= NARROW[0] else 0


def _unwrapped(run: list[Piece], narrow: int) -> Iterator[Piece]:
    """Join the lines of a run that were broken because they were full, and leave those that are short by nature."""
    width = narrow or max((len(each.text) for each in run), default=0)
    block = any(is_contact(each.text) for each in run)
    if len(run) < 2 or block or not (narrow or SHORTEST_WRAPPED <= width <= LONGEST_WRAPPED):
        yield from _unbroken(run)
        return
    full = [len(each.text) > FULL * width for each in run]
    mostly = sum(full[:-1]) * 2 > len(run) - 1
    current = run[0]
    for at, (last, each) in enumerate(pairwise(run)):
        beside = full[at] and (full[at + 1] or (at > 0 and full[at - 1]))
        if _goes_on(last, each, width, prose=mostly or beside) or _is_broken(current, each):
            current = _glued(current, each)
        else:
            yield current
            current = each
    yield current


def _unbroken(run: list[Piece]) -> Iterator[Piece]:
    """Join of the lines of a block, or of a few short ones, only those that cannot end where they do."""
    current: Piece | None = None
    for each in run:
        if current and _is_broken(current, each):
            current = _glued(current, each)
        else:
            if current:
                yield current
            current = each
    if current:
        yield current


def _is_broken(last: Piece, each: Piece) -> bool:
    """Say whether a heading goes on in the next line, or a line ends in “of the” or the like."""
    end = last.text.rpartition(" ")[2]
    first = heading_at(last.text, last.folded)
    whole = first is not None and first.end == len(last.text)
    if " " in last.text and not whole and (end == "/" or (end.islower() and fold(end) in word_set("officials.joins"))):
        return not is_contact(each.text) and not heading_at(each.text, each.folded)
    if first is None or heading_at(each.text, each.folded):
        return False
    if first.kind == "persons" and each.text[0] == "(":
        return True
    if first.kind in ("targets", "deadline") and _YEAR.match(each.text) and dates_in(last.text):
        return True
    both = f"{last.text} {each.text}"
    longer = heading_at(both, fold(both))
    return (
        longer is not None
        and longer.kind == first.kind
        and longer.end > len(last.text) + 1
        and longer.words > first.words
    )


def _goes_on(last: Piece, each: Piece, width: int, *, prose: bool) -> bool:
    """Say whether a line goes on in the next one: it was full, or that one begins with a small letter."""
    if heading_at(each.text, each.folded) or last.text.endswith(":"):
        return False
    if last.text.endswith(";") and not each.text[0].islower():
        # An item of a list without its sign.
        return False
    label = heading_at(last.text, last.folded)
    if label and label.kind in VALUES and last.text[label.end :] and not each.text[0].islower():
        return False
    if each.text[0].islower():
        return prose or len(last.text) * 2 > width
    first = each.text.split(" ", 1)[0]
    return prose and len(last.text) + 1 + len(first) > width * ALMOST


def _glued(current: Piece, each: Piece) -> Piece:
    broken = current.text.endswith("-") and each.text[0].islower()
    text = current.text + ("" if broken else " ") + each.text
    return replace(current, text=text, folded=fold(text), lines=(*current.lines, *each.lines))
