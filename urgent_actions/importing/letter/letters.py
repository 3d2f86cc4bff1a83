"""The sample letter, its salutation and sign-off, and the asks, which older documents list without a letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...urgent_action import SampleLetter
from ..lines.openings import is_sign_off, opening_end, sign_off_within
from ..lines.pieces import Piece
from ..lines.rows import row_of
from ..reading import Reading
from ..sections.parts import Part
from ..words import listed
from ..words.folding import fold


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """The letter as data; its salutation, and the whole of it with salutation and sign-off, as they are printed."""

    letter: SampleLetter
    salutation: str = ""
    printed: str = ""
    closed: bool = False
    """It has a sign-off, so it is whole."""
    pieces: tuple[Piece, ...] = ()


def letter_of(parts: Sequence[Part], reading: Reading) -> FoundLetter:
    """Return the letter of the document, with the asks that stand in it or in a list of their own."""
    asks, introduction = _asks(parts, reading)
    part = next((part for part in parts if part.kind == "letter" and part.pieces), None)
    if part is None:
        return FoundLetter(SampleLetter(asks_introduction=introduction, asks=asks))
    pieces = part.pieces
    reading.found("letter", pieces)
    salutation, body = _opened(pieces)
    body, closed = _closed(body)
    paragraphs, said, inside, closing, postscript = _parts_of_letter(body)
    letter = SampleLetter(
        paragraphs=paragraphs,
        asks_introduction=said or introduction,
        asks=inside or asks,
        closing=closing,
        postscript=postscript or _postscript(parts, part),
    )
    if inside:
        reading.found("asks", [piece for piece in pieces if piece.bullet])
    printed = "\n\n".join(piece.text for piece in pieces)
    reading.printed["letter"] = printed
    return FoundLetter(letter, salutation, printed, closed, tuple(pieces))


def _opened(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    first = pieces[0]
    end = opening_end(first.folded)
    # “Fiscal General:” opens a letter in Spanish.
    if not end and first.text.endswith((":", ",")) and row_of(first).kind in ("role", "role_name"):
        end = len(first.text)
    if not end:
        return "", list(pieces)
    rest = first.text[end:].strip()
    kept = [replace(first, text=rest, folded=fold(rest))] if rest else []
    return first.text[:end].strip(), [*kept, *pieces[1:]]


def _closed(body: list[Piece]) -> tuple[list[Piece], bool]:
    if not body:
        return body, False
    last = body[-1]
    if is_sign_off(last.folded):
        return body[:-1], True
    if (end := sign_off_within(last.folded)) and end >= len(last.folded.rstrip()) - 1:
        start = max(last.text.rfind(sign) for sign in (". ", "! ", "? ")) + 1
        return [*body[:-1], replace(last, text=last.text[:start], folded=last.folded[:start])], True
    return body, False


def _parts_of_letter(body: Sequence[Piece]) -> tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...], str]:
    """Return paragraphs, introduction of the asks, asks, closing, postscript."""
    bullets = [at for at, piece in enumerate(body) if piece.bullet]
    texts = [piece.text for piece in body]
    postscript = ""
    if texts and fold(texts[-1]).startswith(listed("letter.postscript")):
        postscript = _without_label(texts.pop())
    if not bullets:
        return tuple(texts), "", (), (), postscript
    first, last = bullets[0], bullets[-1]
    before = texts[:first]
    introduction = before.pop() if before and before[-1].endswith(":") else ""
    return tuple(before), introduction, tuple(texts[first : last + 1]), tuple(texts[last + 1 :]), postscript


def _postscript(parts: Sequence[Part], letter: Part) -> str:
    at = parts.index(letter)
    for part in parts[at + 1 : at + 2]:
        if part.kind == "after" and part.pieces and part.pieces[0].folded.startswith(listed("letter.postscript")):
            return _without_label(part.pieces[0].text)
    return ""


def _without_label(text: str) -> str:
    label = next((word for word in listed("letter.postscript") if fold(text).startswith(word)), "")
    return text[len(label) :].lstrip(" :")


def _signed(items: Sequence[Piece]) -> list[Piece]:
    """Return the items of a list that have a sign, and what stands between them: a sentence that has lost its own."""
    signed = [at for at, piece in enumerate(items) if piece.bullet]
    return [
        piece
        for at, piece in enumerate(items)
        if piece.bullet
        or (signed and signed[0] < at < signed[-1] and piece.prose and items[at - 1].text.endswith((".", ";")))
    ]


def _asks(parts: Sequence[Part], reading: Reading) -> tuple[tuple[str, ...], str]:
    """Return the asks of a list of their own, and the words that lead into it."""
    for number, part in enumerate(parts):
        if part.kind != "asks":
            continue
        # A label in the middle of the list does not end it.
        items = [
            *part.body,
            *[
                piece
                for more in parts[number + 1 : number + 3]
                if more.kind == "asks" and more.title is None
                for piece in more.body
            ],
        ]
        found = _signed(items) or [piece for piece in part.body if piece.prose or piece.text.endswith(";")]
        if found:
            reading.found("asks", found)
            return tuple(piece.text for piece in found), ""
    return (), ""
