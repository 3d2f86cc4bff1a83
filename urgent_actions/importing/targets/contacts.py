"""Contacts and salutation of one block, read off its rows."""

from dataclasses import dataclass, field, replace

from ...messages import gettext_noop
from ...urgent_action import Contact, ContactKind
from ..lines.contact_lines import EMAIL, HANDLE, MASKED, URL, Labelled, is_number, labelled, numbers
from ..lines.openings import language_of_opening
from ..lines.pieces import Piece
from ..lines.rows import Row
from ..reading import Reading

MASKED_EMAIL = gettext_noop("The e-mail address of %(whom)s is masked in the source: ask for it, it was left empty.")
NUMBER_UNREAD = gettext_noop("“%(text)s” is no number that can be dialled: it was left out.")
LOCAL_NUMBER = gettext_noop("The number %(number)s has no country code: nobody abroad can dial it.")


@dataclass(slots=True)
class Reached:
    """How somebody is reached, and how they are saluted."""

    contacts: list[tuple[Contact, Piece]] = field(default_factory=list)
    salutations: list[tuple[str, str]] = field(default_factory=list)
    salutation: str = ""
    spoken: list[Piece] = field(default_factory=list)
    masked: list[Piece] = field(default_factory=list)
    rest: list[tuple[str, Piece]] = field(default_factory=list)
    """What stands between contacts and is none."""

    def add(self, kind: ContactKind, value: str, piece: Piece, platform: str = "") -> None:
        contact = Contact(kind=kind, value=value, platform=platform)
        if all(contact != known for known, _ in self.contacts):
            self.contacts.append((contact, piece))


def reached(rows: list[Row], reading: Reading) -> Reached:
    """Return the contacts and the salutation that stand in the contact rows of a block."""
    found = Reached()
    awaited = ""
    for row in rows:
        for each in labelled(row.text):
            awaited = _take(each, row.piece, found, reading, awaited)
    return found


def _take(said: Labelled, piece: Piece, found: Reached, reading: Reading, awaited: str) -> str:
    """Put one labelled text where it belongs; return the kind of number that the next line may go on with."""
    match said.kind:
        case "salutation":
            found.salutation = said.text
            found.salutations = list(_salutations(said.text, reading.language))
            found.spoken.append(piece)
            return ""
        case "email":
            _emails(said.text, piece, found)
        case "web_form":
            found.contacts += [(Contact(kind=ContactKind.WEB_FORM, value=url), piece) for url in _urls(said.text)]
        case "social":
            for account in _accounts(said.text):
                found.add(ContactKind.SOCIAL, account, piece, said.platform)
        case "phone" | "fax":
            return _numbers(said, piece, found, reading)
        case "both":
            for kind in (ContactKind.PHONE, ContactKind.FAX):
                _numbers(replace(said, kind=kind.value), piece, found, reading)
        case "website" | "other":
            found.rest.append((said.text, piece))
        case _:
            return _unlabelled(said.text, piece, found, awaited)
    return ""


def _unlabelled(text: str, piece: Piece, found: Reached, awaited: str) -> str:
    if EMAIL.search(text) or MASKED.search(text):
        _emails(text, piece, found)
        beside = EMAIL.sub("", MASKED.sub("", text)).strip(" ,;")
        if is_number(beside):
            found.add(ContactKind.PHONE, numbers(beside)[0], piece)
    elif is_number(text):
        kind = ContactKind(awaited) if awaited else ContactKind.PHONE
        for number in numbers(text):
            found.add(kind, number, piece)
        return awaited
    elif HANDLE.fullmatch(text.strip()) or text:
        found.rest.append((text, piece))
    return ""


def _emails(text: str, piece: Piece, found: Reached) -> None:
    if MASKED.search(text):
        found.masked.append(piece)
    for match in EMAIL.finditer(text):
        found.add(ContactKind.EMAIL, match[0].strip("."), piece)
    if not EMAIL.search(text):
        for url in _urls(text):
            found.add(ContactKind.WEB_FORM, url, piece)


def _numbers(said: Labelled, piece: Piece, found: Reached, reading: Reading) -> str:
    read = numbers(said.text)
    for number in read:
        found.add(ContactKind(said.kind), number, piece)
        if not number.startswith(("+", "(+", "00", "(00")):
            reading.doubt("local_number", LOCAL_NUMBER, line=piece.line, number=number)
    if not read and any(char.isdigit() for char in said.text):
        reading.doubt("number_unread", NUMBER_UNREAD, line=piece.line, text=said.text)
    return said.kind


def _urls(text: str) -> list[str]:
    return [match[0].rstrip(".,;)") for match in URL.finditer(text)]


def _accounts(text: str) -> list[str]:
    """Return the accounts without the words around them: each “@name”, an address, or the text as it is."""
    handles = HANDLE.findall(text)
    if handles and not URL.search(text):
        return handles
    return [each.rstrip(".,;") for each in [*handles, *URL.findall(text)][:1] or [text] if each]


def _salutations(text: str, language: str) -> list[tuple[str, str]]:
    """Return (language, words) of a salutation, which may be in two languages with a slash between."""
    halves = [part.strip() for part in text.split("/")]
    tongues = [language_of_opening(part) for part in halves]
    if len(halves) > 1 and all(tongues) and len(set(tongues)) == len(tongues):
        return list(zip(tongues, halves, strict=True))
    return [(tongues[0] or language, text)] if text else []
