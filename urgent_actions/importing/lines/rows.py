"""Rows of an address block: what one line of it is, known by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..words import listed, word_set
from ..words.folding import fold
from .contact_lines import before_contacts, is_contact, is_number
from .countries import country_of, ends_with_country
from .dates import dates_in, is_date, months_in
from .offices import POSSESSIVE, is_name, role_end, without_honorifics
from .pieces import Piece
from .unfolding import unfold

_NEXT_SENTENCE = re.compile(r"[^\W\d_]{6}[.!?] [A-ZÀ-Þ][^\W\d_]")
SENTENCE, TALK = 8, 3
MOST_SPOKEN = 4
SIGN = 4
LONG_ROW, LONG_OFFICE = 55, 30
"""A longer row may be a whole block that lost its line breaks."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one ``kind``.

    These are role, role_name, name, organisation, address, care_of, country, contact, note, priority, day (on which a
    letter was written) and other.
    ``role`` and ``name`` are filled where the kind says so; ``piece`` is where it stands.
    """

    kind: str
    text: str
    piece: Piece
    role: str = ""
    name: str = ""
    gap: bool = False
    labelled: bool = False
    """Its kind is not guessed: it stands behind a label of its own, like “Role:”."""

    @property
    def opens(self) -> bool:
        """It may be the first of a block."""
        return self.kind in ("role", "role_name", "name", "organisation")


def row_of(piece: Piece) -> Row:
    """Return what the line of a piece is, as a whole."""
    return _row(piece.text, piece, gap=piece.gap)


def rows_of(piece: Piece) -> list[Row]:
    """Return the rows of a piece: more than one where a block has lost its line breaks."""
    text = piece.text
    if is_contact(text) or _field(text, piece.folded):
        return [_row(text, piece, gap=piece.gap)]
    end = before_contacts(text)
    first, contacts = text[:end].strip(), text[end:].strip()
    if contacts:
        first = first.strip(" ,;")
    rows = _split(first, piece) if first else []
    while first_number := _number_at_end(first):
        contacts = f"{first[first_number:].strip(' ,')}, {contacts}"
        first = first[:first_number].strip(" ,;")
        rows = _split(first, piece)
    if contacts:
        rows.append(Row("contact", contacts, piece))
    return [replace(rows[0], gap=piece.gap), *rows[1:]] if rows else []


def _row(text: str, piece: Piece, *, gap: bool = False) -> Row:
    folded = fold(text).strip(" ,.;")
    row = Row("other", text, piece, gap=gap)
    if labelled := _field(text, folded):
        kind, said = labelled
        return replace(row, kind=kind, text=said, labelled=True)
    if is_contact(text):
        return replace(row, kind="contact")
    if (text.startswith("(") and text.endswith(")")) or _is_sentence(text):
        return replace(row, kind="note")
    if country_of(text):
        return replace(row, kind="country")
    if folded.startswith(listed("officials.care_of")):
        return replace(row, kind="care_of")
    if _is_day(text):
        return replace(row, kind="day")
    digits = any(char.isdigit() for char in text)
    if text.endswith(":") and role_end(text):
        return replace(row, kind="role", role=text.strip(" :"))
    if not digits and (named := _office(text)):
        role, name = named
        return replace(row, kind="role_name" if name else "role", role=role, name=name)
    if _is_address(text, folded, digits=digits):
        return replace(row, kind="address")
    if _organisation_words(folded):
        return replace(row, kind="organisation")
    if not has_article(folded) and folded not in word_set("officials.honorifics") and is_name(without_honorifics(text)):
        return replace(row, kind="name", name=without_honorifics(text))
    return row


def _is_day(text: str) -> bool:
    """Say whether a row is a day, as that of a letter: “London, 3 May 2019”."""
    found = dates_in(text.rpartition(",")[2])
    return bool(found and found[0].year) and (is_date(text.rpartition(",")[2]) or len(text) - found[0].end < SIGN)


def talks(piece: Piece) -> bool:
    """Say whether a line is a sentence about something, be it without a full stop, and no line of an address."""
    said = piece.text[: before_contacts(piece.text)].split()
    small = [word for word in said if word.islower() and fold(word).strip(",.;:()") not in _of_offices()]
    return len(small) >= TALK and len(small) * 2 >= len(said)


@cache
def _of_offices() -> frozenset[str]:
    tables = ("joins", "domains", "roles", "modifiers", "after", "organisations", "places", "care_of")
    return frozenset().union(*(word_set(f"officials.{table}") for table in tables))


def _is_sentence(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > SENTENCE and small * 2 > len(words) and text.endswith((".", "!"))


def is_spoken(text: str) -> bool:
    """Say whether a row is rather a piece of running text: of small words, or of more than one sentence."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > MOST_SPOKEN and (small * 3 > len(words) * 2 or bool(_NEXT_SENTENCE.search(text)))


def _field(text: str, folded: str) -> tuple[str, str] | None:
    """Return kind and words of a row with a label of its own, or None."""
    label, colon, _ = folded.partition(":")
    kind = _fields().get(label.strip()) if colon else None
    return (kind, text[len(label) + 1 :].strip()) if kind else None


@cache
def _fields() -> dict[str, str]:
    kinds = ("name", "role", "organisation", "address", "country", "note", "priority")
    return {label: kind for kind in kinds for label in listed(f"fields.{kind}")}


def _office(text: str) -> tuple[str, str] | None:
    """Return the office that a row names, and who holds it where the row says so."""
    plain = without_honorifics(text)
    words = fold(plain).split()
    if len(words) > 1 and words[0] in word_set("officials.articles") and words[1] in word_set("officials.roles"):
        words, plain = words[1:], plain.partition(" ")[2]
    if any(word.endswith("'s") for word in words[:4]) and _organisation_words(fold(plain)):
        return None
    end = role_end(plain)
    if not end:
        return _name_before_office(plain) or ((plain, "") if _is_office_of_place(plain) else None)
    rest = plain[end:].strip(" ,;:–—-")
    if not rest:
        return plain.strip(" ,;:"), ""
    name = without_honorifics(rest)
    if fold(plain[:end]) in word_set("officials.royals") and is_name(name):
        return plain[:end], plain
    if is_name(name) and len(name.split()) > 1:
        return plain[:end].strip(" ,"), name
    if is_name(name) and not _object_follows(plain, end):
        return plain[:end].strip(" ,"), name
    return plain.strip(" ,;:"), ""


def _name_before_office(text: str) -> tuple[str, str] | None:
    """Return office and name of “Dr. A B, Inspector General of Police”."""
    name, comma, office = text.partition(",")
    office = office.strip()
    if comma and office and role_end(office) == len(office) and is_name(name) and " " in name:
        return office, name
    return None


def _is_office_of_place(text: str) -> bool:
    """Say whether a row is an office with its place before it: “Pennsylvania Acting Attorney General”."""
    place, _, office = text.partition(" ")
    end = role_end(office) if " " in office and is_name(place) else 0
    return 0 < end == len(office)


def _object_follows(text: str, end: int) -> bool:
    return bool(set(fold(text[:end]).split()) & word_set("officials.joins"))


def _is_address(text: str, folded: str, *, digits: bool) -> bool:
    if digits:
        return True
    words = {word.strip(",.;") for word in folded.split()}
    first = folded.partition(" ")[0].strip(",.;")
    if words & word_set("officials.places") and (
        not _organisation_words(folded)
        or (
            first in word_set("officials.places")
            and folded.rsplit(maxsplit=1)[-1] not in word_set("officials.organisations")
        )
    ):
        return True
    return "," in text and 0 < ends_with_country(text) < len(text)


def _organisation_words(folded: str) -> bool:
    first, _, rest = folded.partition(" ")
    if rest and first in word_set("people.groups"):
        return True
    return any(
        POSSESSIVE.sub("", word.strip(",.;()")) in word_set("officials.organisations") for word in folded.split()
    )


def has_article(folded: str) -> bool:
    """Say whether a row begins with “The”, as the name of a newspaper may and that of a person does not."""
    return folded.partition(" ")[0] in word_set("officials.articles")


def _split(text: str, piece: Piece) -> list[Row]:
    """Return the rows of a text without contacts: one, or several where it is a block on one line."""
    text = _undated(text)
    if is_spoken(text):
        return [Row("other", text, piece)]
    plain = without_honorifics(text)
    office = role_end(plain) if len(text) > LONG_OFFICE else 0
    long = len(text) > LONG_ROW or (
        0 < office < len(plain) and fold(plain[:office]) not in word_set("officials.royals")
    )
    return [_row(part, piece) for part in (unfold(text) if long else [text])]


def _number_at_end(text: str) -> int:
    """Return where the number to dial begins that ends a running text behind a comma, or 0."""
    at = text.rfind(",")
    return at if at > 0 and is_number(text[at + 1 :]) else 0


def _undated(text: str) -> str:
    """Return a row without the date of the letter that ran into it: “SCHWEIZ Im Mai 2020”."""
    found = [day for day in months_in(text) if day[1] == len(text)]
    kept = text[: found[0][0]].strip(" ,") if found else text
    return kept if country_of(kept) else text


def rows(pieces: list[Piece]) -> Iterator[Row]:
    """Yield the rows of all pieces in order."""
    for each in pieces:
        yield from rows_of(each)
