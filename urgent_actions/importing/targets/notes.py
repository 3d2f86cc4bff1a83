"""Advice to writers beside the targets, and which target is to be written to first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ...letters.phrases import languages, phrases
from ...urgent_action import Target
from ..lines.pieces import Piece
from ..reading import Reading
from ..sections.parts import Part
from ..words import any_of
from ..words.folding import fold


def notes_of(parts: Sequence[Part], reading: Reading) -> tuple[str, ...]:
    """Return the notes and the items of the list that say how to take action, without those that ask to report."""
    found: list[Piece] = []
    for part in parts:
        if part.kind == "note":
            found += part.pieces
        elif part.kind == "take_action":
            found += [piece for piece in part.body if not any_of("headings.report").match(piece.folded)]
            reported = [piece for piece in part.body if piece not in found]
            if reported:
                reading.found("report", reported)
    ours = set().union(*_sentences().values())
    found = [piece for piece in found if piece.folded not in ours]
    if found:
        reading.found("notes_to_writers", found)
    return tuple(piece.text for piece in found)


def told_in(parts: Sequence[Part], name: str) -> bool:
    """Say whether the sentence of our own papers stands in the document: ``safety`` or ``post_suspended``."""
    return any(piece.folded in _sentences()[name] for part in parts for piece in part.pieces)


@cache
def _sentences() -> dict[str, set[str]]:
    known = [each for language in languages() if (each := phrases(language))]
    return {name: {fold(each.say(f"document.{name}")) for each in known} for name in ("safety", "post_suspended")}


def priorities(targets: tuple[Target, ...], pieces: Sequence[Piece]) -> tuple[Target, ...]:
    """Give the one target that the document says is to be written to first the priority 1, and the others 2."""
    if len(targets) < 2:
        return targets
    for piece in pieces:
        if not any_of("text.urgent", whole=False).search(piece.folded):
            continue
        sentences = re.split(r"(?<=[.!?])\s", piece.text)
        urgent = [sentence for sentence in sentences if any_of("text.urgent", whole=False).search(fold(sentence))]
        named = [target for target in targets if target.name and any(target.name in sentence for sentence in urgent)]
        if len(named) == 1:
            return tuple(replace(target, priority=1 if target is named[0] else 2) for target in targets)
    return targets
