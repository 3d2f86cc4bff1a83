"""Whether the block of an addressee begins, where no heading says so: told by the lines that follow."""

from collections.abc import Sequence

from ..lines.contact_lines import before_contacts, is_contact, is_sender, mail_address
from ..lines.headings import heading_at
from ..lines.pieces import Piece
from ..lines.rows import row_of, rows_of
from ..words import any_of

LONGEST_BLOCK = 9
SENTENCE = 0.45
"""A line of which more words than this begin with a small letter is a sentence, no address."""


def block_begins(pieces: Sequence[Piece], at: int | None) -> bool:
    """Say whether a block of lines begins at ``at`` that ends in contacts."""
    if at is None:
        return False
    first = pieces[at]
    if first.prose or first.bullet or is_contact(first.text) or heading_at(first.text, first.folded):
        return False
    block: list[Piece] = []
    contacts = 0
    for each in pieces[at : at + LONGEST_BLOCK]:
        if (each.prose and not is_contact(each.text)) or each.bullet or each.heading:
            break
        if heading_at(each.text, each.folded) and not row_of(each).labelled:
            break
        contact = is_contact(each.text)
        if contacts and not contact:
            break
        contacts += contact
        block.append(each)
    if not contacts or len(block) - contacts < 2 or any(is_sender(each.folded) for each in block):
        return False
    return row_of(first).opens


def address_ahead(pieces: Sequence[Piece], at: int | None) -> bool:
    """Say whether a block begins at ``at``, be it under a heading that announces a letter."""
    if at is None or pieces[at].prose or not row_of(pieces[at]).opens:
        return False
    ahead = [row_of(each).kind for each in pieces[at + 1 : at + 4] if not each.prose]
    return any(kind in ("address", "care_of", "country", "contact") for kind in ahead)


def is_flat_block(each: Piece) -> bool:
    """Say whether a piece is a block that lost its line breaks, under a heading for one: long, and no sentence."""
    return not _is_sentence(each) and (
        mail_address(each.text) is not None
        or bool(any_of("contacts.salutation").search(each.folded))
        or any(row.kind in ("role", "role_name", "address", "care_of") for row in rows_of(each))
    )


def is_run_together(each: Piece) -> bool:
    """Say whether a paragraph is such a block where no heading announces one: who, where, and how they are reached."""
    if not each.prose or each.bullet or _is_sentence(each):
        return False
    reached = before_contacts(each.text)
    return 0 < reached < len(each.text) and rows_of(each)[0].opens


def _is_sentence(each: Piece) -> bool:
    words = each.text.split()
    return each.text.isupper() or sum(word[0].islower() for word in words) >= SENTENCE * len(words)
