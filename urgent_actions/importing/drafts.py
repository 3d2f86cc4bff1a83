"""From the lines of a document to drafts: one for each urgent action in it."""

from collections.abc import Sequence

from ..messages import gettext_noop
from ..urgent_action import CopyRecipient, Target, UrgentAction
from .document import SourceDocument
from .doubting import doubt_all
from .draft import Draft
from .facts.head import deadline_of, issued_on, numbers_of, previous_of
from .facts.headline import headline_of
from .facts.language import language_of
from .facts.people import persons_of, subject_of
from .facts.status import standing_of
from .facts.tongues import preferred_languages
from .facts.where import countries_of
from .letter.letters import letter_of
from .lines.openings import language_of_opening
from .lines.pieces import Piece, pieces_of, unread
from .lines.references import is_header
from .lines.rows import row_of
from .reading import Reading
from .sections.dividing import divided, once
from .sections.parts import Part, parts_of
from .sections.prose import passages, prose_of
from .targets.addressees import copy_of, is_embassy, target_of, with_salutation
from .targets.blocks import Block, blocks_of
from .targets.notes import notes_of, priorities, told_in

MOST_DRAFTS = 50
UNREAD = gettext_noop("The document is longer than an urgent action can be: from this line on it was not read.")
UNDERSTOOD = frozenset(["report", "check", "footer", "closing", "missions", "gender"])
"""Parts that tell writers what a page tells them by itself: nothing of them is left over."""


def drafts(document: SourceDocument, *, language: str | None = None) -> Sequence[Draft]:
    """Return a draft for each urgent action in the document, in order; none for one without text.

    ``language`` (BCP 47) is the one that it is written in; left out, it is told by the words.
    """
    spans = divided(pieces_of(document.lines))
    unread_from = [unread(document.lines), *(span[0].line for span in spans[MOST_DRAFTS:])]
    beyond = min((line for line in unread_from if line), default=None)
    read = spans[:MOST_DRAFTS]
    return [_draft(span, Reading(language or language_of(span)), len(read) > 1, beyond) for span in read]


def _draft(span: list[Piece], reading: Reading, several: bool, beyond: int | None) -> Draft:
    if beyond:
        reading.doubt("unread", UNREAD, line=beyond)
    language = reading.language
    pieces, again = once(span)
    parts = parts_of(pieces)
    numbers = numbers_of(parts, pieces, reading)
    subject = _addressed_before_letter(parts)
    letter_only = _is_letter_only(parts, numbers.number is not None)
    headline = headline_of(parts, numbers.header, letter_only=letter_only)
    if headline:
        reading.found("headline", headline.pieces)
    about = not headline and not numbers.header and not any(part.title for part in parts)
    issued = issued_on(parts, numbers.header, reading)
    deadline = deadline_of(parts, issued, reading)
    blocks = blocks_of(parts)
    targets = tuple(
        target_of(block, f"targets[{number}]", f"target-{number + 1}", reading)
        for number, block in enumerate(block for block in blocks if not block.copy)
    )
    countries = countries_of(
        parts,
        reading,
        header=numbers.header,
        headline=headline,
        targets=targets,
        index=numbers.index,
        story=not about and not letter_only,
    )
    copies = _copies(blocks, countries, reading)
    standing = standing_of(parts, pieces, numbers, reading, letter_only=letter_only, several=several)
    letter = letter_of(parts, reading)
    tongues, own = preferred_languages(parts, reading)
    previous_url, previous_number = previous_of(parts, reading)
    prose = prose_of(
        parts,
        reading,
        headline=headline.text if headline else "",
        first_line=_first_line(parts, numbers.header),
        outcome=standing.document_type == "outcome",
        about=about,
        letter_only=letter_only,
    )
    persons = persons_of(
        parts,
        pieces,
        reading,
        prose=letter.pieces if letter_only else prose.summary,
        headline=headline.text if headline else "",
        officials=[target.name for target in targets],
        subject=subject,
        countries=countries,
        about=about and not letter_only,
    )
    notes = notes_of(parts, reading)
    targets = priorities(_saluted(targets, letter.salutation, language), pieces)
    urgent_action = UrgentAction(
        language=language,
        headline=headline.text if headline else "",
        ua_number=numbers.number,
        ordinal=numbers.ordinal,
        index_number=numbers.index,
        countries=countries,
        issued_on=issued,
        deadline=deadline,
        persons=persons,
        summary=passages(prose.summary),
        targets=targets,
        notes_to_writers=notes,
        copies_to=copies,
        letter=letter.letter,
        additional_information=passages(prose.additional),
        preferred_languages=tongues,
        own_language_welcome=own,
        previous_url=previous_url,
        post_suspended=told_in(parts, "post_suspended"),
        writer_safety_notice=told_in(parts, "safety"),
    )
    doubt_all(urgent_action, letter, pieces, again, reading)
    used = {line for lines in reading.provenance.values() for line in lines}
    used |= {part.title.line for part in parts if part.title and (not part.value or part.kind in UNDERSTOOD)}
    used |= {line for part in parts if part.kind in UNDERSTOOD for piece in part.pieces for line in piece.lines}
    return Draft(
        urgent_action=urgent_action,
        document_type=standing.document_type.value,
        closed=standing.closed,
        ended_on=standing.ended_on,
        update_number=numbers.update,
        previous_number=previous_number,
        printed=dict(reading.printed),
        provenance=dict(reading.provenance),
        doubts=tuple(reading.doubts),
        left_over=tuple(dict.fromkeys(line for piece in span for line in piece.lines if line not in used)),
    )


def _first_line(parts: Sequence[Part], header: Sequence[Piece]) -> int:
    """Return the line with which the urgent action itself begins: above its numbers stands something else."""
    if not header:
        return 0
    later = next(
        (part.title.line for part in parts if part.title and part.kind in ("asks", "targets", "letter", "take_action")),
        10**9,
    )
    last = max((piece.line for part in parts if part.kind == "summary" for piece in part.pieces), default=0)
    # A page of an archive may have the numbers in its own title, too, above an abstract.
    followed = [piece.line for piece in header if piece.line < last]
    return followed[-1] if followed else header[0].line if header[0].line < later else 0


def _is_letter_only(parts: Sequence[Part], numbered: bool) -> bool:
    kinds = {part.kind for part in parts if part.kind == "letter" or part.title}
    return (
        "letter" in kinds
        and not numbered
        and not kinds & {"take_action", "asks", "additional", "deadline", "word_mark"}
    )


def _addressed_before_letter(parts: list[Part]) -> Piece | None:
    """Return the subject between address and letter; a block that no heading announced becomes a part of its own."""
    at = next((at for at, part in enumerate(parts) if part.kind == "letter" and part.pieces), None)
    before = next((part for part in reversed(parts[:at]) if part.pieces), None) if at is not None else None
    if (
        before is None
        or at is None
        or any(part.kind == "targets" and part.pieces for part in parts if part is not before)
    ):
        return None
    subject = None
    if before.kind in ("targets", "head", "loose", "summary", "letter", "word_mark"):
        subject = subject_of(before.body)
        if subject is not None:
            before.body.remove(subject)
    if before.kind in ("head", "loose", "summary", "letter", "word_mark"):
        block = _last_block(before.body)
        if len(block) > 1:
            before.body = [piece for piece in before.body if piece not in block]
            parts.insert(at, Part("targets", body=block))
    return subject


def _last_block(body: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    # Where every line is a paragraph, a gap says nothing, but a line that is nothing known ends the block.
    tells = sum(piece.gap for piece in body) * 2 <= len(body)
    for piece in reversed(body):
        row = row_of(piece)
        if piece.prose or piece.bullet or piece.heading or is_header(piece):
            break
        if not tells and row.kind in ("other", "note") and any(row_of(each).opens for each in found):
            break
        found.insert(0, piece)
        if tells and piece.gap and row.opens and len(found) > 1:
            break
    reached = any(row_of(piece).kind in ("address", "care_of", "country", "contact") for piece in found)
    return found if reached else []


def _copies(blocks: Sequence[Block], countries: tuple[str, ...], reading: Reading) -> tuple[CopyRecipient, ...]:
    country = countries[0] if countries else ""
    return tuple(
        copy_of(block, f"copies_to[{number}]", f"copy-{number + 1}", reading, country=country)
        for number, block in enumerate(block for block in blocks if block.copy)
    )


def _saluted(targets: tuple[Target, ...], salutation: str, language: str) -> tuple[Target, ...]:
    """Give targets without a salutation the one of the letter: each theirs of “Dear A, / B,”, or the only one."""
    addressed = [target for target in targets if not is_embassy(target)]
    parts = [part.strip() for part in salutation.split("/") if part.strip()]
    if not parts:
        return targets
    spoken = language_of_opening(parts[0]) or language
    if len(parts) == len(addressed) > 1 and not any(
        language_of_opening(part) not in ("", spoken) for part in parts[1:]
    ):
        opening = parts[0].split(" ", 1)[0]
        said = {
            target.id: part if language_of_opening(part) else f"{opening} {part}"
            for target, part in zip(addressed, parts, strict=True)
        }
    elif len(addressed) == 1 and len(parts) == 1:
        said = {addressed[0].id: salutation}
    else:
        return targets
    return tuple(
        with_salutation(target, spoken, said[target.id]) if target.id in said else target for target in targets
    )
