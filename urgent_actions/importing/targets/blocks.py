"""Target and copy blocks: where one ends and the next begins, and what each row of it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..lines.contact_lines import is_sender
from ..lines.countries import country_of
from ..lines.offices import is_name
from ..lines.pieces import Piece
from ..lines.rows import Row, rows_of, talks
from ..sections.parts import Part
from ..words import any_of
from ..words.folding import fold

GAPS_THAT_TELL = 0.5
"""Where more of the lines than this stand alone, a gap says nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one target or of one who gets a copy."""

    rows: tuple[Row, ...]
    copy: bool = False
    """It stands under a heading for copies."""

    @property
    def pieces(self) -> list[Piece]:
        return [row.piece for row in self.rows]


def blocks_of(parts: Iterable[Part]) -> list[Block]:
    """Return the blocks of all parts that hold targets and copies, in order."""
    found: list[Block] = []
    for part in parts:
        if part.kind == "targets":
            found += [Block(tuple(rows)) for rows in _divided(_rows(part.pieces))]
        elif part.kind == "copies":
            found += _copies(part)
        elif part.kind == "missions_of" and part.value and country_of(part.value.text):
            found.append(Block((Row("country", part.value.text, part.value, labelled=True),), copy=True))
        elif part.kind == "missions":
            found += [Block(tuple(rows), copy=True) for rows in _divided(_rows(_after_instruction(part)))]
    found = [kept for block in found if (kept := _before_sender(block)).rows]
    return [block for block in found if _is_whole(block) and not talks(block.rows[0].piece)]


def _before_sender(block: Block) -> Block:
    """Return the block without what stands in it of those who publish the urgent action."""
    at = next((at for at, row in enumerate(block.rows) if is_sender(row.piece.folded)), None)
    return block if at is None else Block(block.rows[:at], block.copy)


def _is_whole(block: Block) -> bool:
    """A name alone is no target: it may be the first word of a text that was cut off."""
    kinds = [row.kind for row in block.rows if row.kind != "day"]
    if any(row.labelled and row.text for row in block.rows):
        return True
    return any(row.opens for row in block.rows) and (len(kinds) > 1 or kinds[0] in ("role_name", "organisation"))


def _rows(pieces: Iterable[Piece]) -> list[Row]:
    return [row for piece in pieces for row in rows_of(piece)]


def _copies(part: Part) -> list[Block]:
    """Return the blocks under a heading for copies. After “CC: A” and the block of A, targets may go on."""
    blocks = _divided(_rows(part.pieces))
    single = part.value is not None
    return [
        Block(tuple(rows), copy=not single or number == 0 or is_mission(rows)) for number, rows in enumerate(blocks)
    ]


def is_mission(rows: Iterable[Row]) -> bool:
    """Say whether the rows of a block name a diplomatic mission; one by way of which a letter goes is none."""
    named = [row.text for row in rows if row.kind not in ("care_of", "contact", "note") and not row.labelled]
    return any(any_of("officials.embassies").search(fold(text)) for text in named)


def _after_instruction(part: Part) -> list[Piece]:
    """Return what follows “… accredited to your country.”: a block on the same line, or on the next ones."""
    from ..lines.pieces import piece

    found: list[Piece] = []
    if part.value:
        _, stop, rest = part.value.text.partition(". ")
        if stop and rest:
            found.append(piece(rest, *part.value.lines))
    return [*found, *part.body]


def _divided(rows: list[Row]) -> list[list[Row]]:
    """Return the rows of each block: a new one begins where the last is complete and a name or an office follows."""
    gaps = sum(row.gap for row in rows) / len(rows) if rows else 0
    blocks: list[list[Row]] = []
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        if not blocks or _begins(row, following, blocks[-1], gaps_tell=gaps <= GAPS_THAT_TELL):
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _begins(row: Row, following: Row | None, block: list[Row], *, gaps_tell: bool) -> bool:
    kinds = [each.kind for each in block]
    if row.labelled:
        return row.kind == "name" or (row.opens and any(each.labelled and each.kind == row.kind for each in block))
    if block[-1].labelled or any(each.labelled and each.kind == "name" for each in block):
        # All of it has labels; a row without one goes on with the one before.
        return False
    reached = "contact" in kinds
    closed = reached or "country" in kinds
    addressed = closed or "address" in kinds or "care_of" in kinds
    if row.kind in ("contact", "note", "day"):
        return False
    if row.kind in ("role", "role_name"):
        return addressed or (row.gap and gaps_tell and len(block) > 2)
    if row.kind in ("name", "organisation") or (row.kind == "other" and row.text[:1].isupper()):
        if closed:
            return kinds[-1] != "note" or reached
        named_first = next((kind for kind in kinds if kind in ("role", "name")), "") == "name"
        follows = following is not None and following.kind in ("role", "role_name")
        if addressed and named_first and follows and row.kind == "name":
            return True
        return row.gap and gaps_tell and addressed
    if row.kind in ("address", "country", "care_of"):
        # An address after contacts still belongs to the block, as long as it has none.
        return closed and row.gap and gaps_tell and any(is_name(each.text) for each in [row])
    return False
