"""Text that runs on where line breaks are lost: where one part of it ends and the next begins."""

from ..lines.pieces import Piece
from ..words import any_of
from ..words.folding import fold

LONGEST_FORMULA = 160


def speaks(text: str) -> bool:
    """Say whether a text goes on as a letter does behind its salutation: “I am …”, “aufgrund der …”."""
    words = text.split()
    return len(words) > 5 and any(word[0].islower() for word in words[:2]) and words[0][0].isalpha()


def instructs(each: Piece) -> bool:
    """Say whether an item is the first of the list that tells how to take action, where no heading is above it."""
    return each.bullet and bool(any_of("text.instructs").match(each.folded))


def parted(kind: str, rest: str) -> tuple[str, str] | None:
    """Return the value of a heading and what follows it on the same line, or None where all is value."""
    if kind == "take_action":
        # The rest of the heading, where the line broke in it.
        return "", "" if rest.isupper() else rest
    said, stop, more = rest.partition(". ")
    if not stop:
        return None
    polite = any_of("text.polite").match(fold(more))
    return said + ".", more[polite.end() :].lstrip(" .!") if polite else more


def closing_end(piece: Piece) -> int:
    """Return where the formula ends with which a piece begins that nobody is to write any more, or 0."""
    formula = any_of("status.closed", whole=False).search(piece.folded[:LONGEST_FORMULA])
    thanks = any_of("status.thanks").match(piece.folded)
    if not formula or not (thanks or formula.start() < 3 or not piece.prose):
        return 0
    if len(piece.text) <= LONGEST_FORMULA:
        return len(piece.text)
    # Both sentences are in capitals, or the formula is one sentence: what follows is the detail.
    ends = [at + 1 for at in range(formula.end(), min(len(piece.text), LONGEST_FORMULA + 60)) if piece.text[at] in ".!"]
    polite = [end for end in ends if any_of("status.thanks", whole=False).search(piece.folded[formula.end() : end])]
    return polite[0] if polite else (ends[0] if ends else 0)
