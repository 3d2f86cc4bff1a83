"""From the rows of a block to a target, or to somebody who gets a copy."""

from dataclasses import dataclass, replace

from ...messages import gettext_noop
from ...urgent_action import Address, CopyRecipient, Mission, Target
from ..lines.countries import adjective_of, countries_in, country_of, ends_with_country
from ..lines.pieces import Piece
from ..lines.rows import Row, has_article, is_spoken
from ..reading import Reading
from ..words import any_of, word_set
from ..words.folding import fold
from .blocks import Block, is_mission
from .contacts import MASKED_EMAIL, Reached, reached

MOST_PRIORITIES = 10
TWO_NAMES = gettext_noop("“%(other)s” stands below %(name)s: look whether these are two targets.")
UNNAMED = gettext_noop("The target “%(words)s” has neither a name nor an office that could be told apart.")


@dataclass(slots=True)
class _Identity:
    name: str = ""
    role: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    country: str = ""
    country_printed: str = ""
    notes: tuple[str, ...] = ()
    priority: int = 1
    beside: str = ""


def target_of(block: Block, path: str, id: str, reading: Reading) -> Target:
    """Return the target of a block; ``path`` is where it will stand. What the block does not say is empty."""
    contacts = reached([row for row in block.rows if row.kind == "contact"], reading)
    identity = _identity(block)
    target = Target(
        id=id,
        name=identity.name,
        role=identity.role,
        organisation=identity.organisation,
        address=Address(lines=identity.address, country=identity.country),
        contacts=tuple(contact for contact, _ in contacts.contacts),
        salutations=tuple(contacts.salutations),
        priority=identity.priority,
        note=" ".join(note for note in identity.notes if not note.startswith("(")),
    )
    _note(target, identity, block, path, reading)
    _note_contacts(target, contacts, path, reading)
    return target


def is_embassy(target: Target) -> bool:
    """Say whether a target is a diplomatic mission or its head."""
    if any_of("officials.embassies").search(fold(target.organisation)):
        return True
    return bool(any_of("officials.ambassadors").search(fold(target.role)))


def copy_of(block: Block, path: str, id: str, reading: Reading, *, country: str) -> CopyRecipient:
    """Return who gets a copy: the mission of ``country``, or an official."""
    first = block.rows[0]
    if first.kind == "country" and first.labelled:
        reading.found(f"{path}.missions_of", [first.piece])
        return CopyRecipient(id=id, missions_of=country_of(first.text))
    target = target_of(block, path, id, reading)
    if not is_embassy(target) and not is_mission(block.rows):
        return CopyRecipient(id=id, official=target)
    return CopyRecipient(id=id, missions_of=_of_country(target, country), mission=_mission(target, country))


def _mission(target: Target, country: str) -> Mission:
    named = [code for code, _ in countries_in(target.organisation)]
    of = _of_country(target, country)
    return Mission(
        name=target.organisation or target.role,
        of_country=of,
        in_country=next((code for code in reversed(named) if code != of), ""),
        head_of_mission=target.name,
        head_of_mission_title=target.role if target.name else "",
        address=target.address,
        contacts=target.contacts,
    )


def _of_country(target: Target, country: str) -> str:
    named = [code for code, _ in countries_in(target.organisation)]
    adjectives = [code for word in target.organisation.split()[:2] if (code := adjective_of(word))]
    if country and (country in named or country in adjectives or not (named or adjectives)):
        return country
    return next(iter([*adjectives, *named]), country)


def _identity(block: Block) -> _Identity:
    if any(row.labelled for row in block.rows):
        return _labelled(block)
    rows = [row for row in block.rows if row.kind not in ("contact", "note", "day")]
    found = _Identity(notes=tuple(row.text for row in block.rows if row.kind == "note"))
    roles = [row for row in rows if row.kind in ("role", "role_name")]
    named = next((row for row in roles if row.kind == "role_name"), None)
    used: list[Row] = []
    if roles:
        found.role, found.name = _office(roles, rows, used)
    if not found.name:
        name = next((row for row in rows[:4] if row.kind == "name" and row not in used), None)
        if name and _before_address(name, rows):
            found.name = name.name
            used.append(name)
            found.beside = _name_beside(name, rows)
    if named and found.name == named.name and named not in used:
        used.append(named)
    _organisation(rows, used, found)
    _address(rows, used, found)
    return found


def _labelled(block: Block) -> _Identity:
    """Return who somebody is from rows that have labels; those without one go on with the address."""
    found = _Identity()
    lines = []
    for row in block.rows:
        if row.labelled and row.kind in ("name", "role", "organisation"):
            setattr(found, row.kind, row.text)
        elif row.kind == "note" and row.labelled:
            found.notes = (row.text,)
        elif row.kind == "priority":
            found.priority = int(row.text) if row.text.isdigit() and 0 < int(row.text) < MOST_PRIORITIES else 1
        elif row.kind != "contact" and row.text:
            lines.append(row.text)
    if lines and (code := country_of(lines[-1])):
        found.country, found.country_printed = code, lines[-1].strip(" .,")
    found.address = tuple(lines)
    return found


def _name_beside(name: Row, rows: list[Row]) -> str:
    """Return another name on the row below: two persons in one block, or a place that looks like one."""
    below = rows[rows.index(name) + 1 : rows.index(name) + 2]
    return below[0].name if below and below[0].kind == "name" and len(below[0].name.split()) > 1 else ""


def _before_address(row: Row, rows: list[Row]) -> bool:
    at = rows.index(row)
    return all(each.kind not in ("address", "country", "care_of") for each in rows[:at])


def _office(roles: list[Row], rows: list[Row], used: list[Row]) -> tuple[str, str]:
    """Return office and name off the rows that name an office: the same in two languages, or the longer of two."""
    first = roles[0]
    used.append(first)
    role, name = first.role, first.name
    for other in roles[1:]:
        if not _before_address(other, rows):
            continue
        used.append(other)
        if other.name and not name:
            name = other.name
        elif not other.name and fold(role) in fold(other.role):
            role = other.role
        elif other.name and fold(role) in word_set("officials.royals"):
            name = other.name
    if not name and (split := _split_office(first, rows)):
        return split
    return role, name


def _split_office(row: Row, rows: list[Row]) -> tuple[str, str] | None:
    """Return office and name where both stand in a row that looked like an office alone, if no other has a name."""
    if any(each.kind in ("name", "role_name") for each in rows[:4]):
        return None
    words = row.role.split()
    for length in (3, 2, 4):
        head, tail = words[:-length], words[-length:]
        if len(head) < 3 or not all(word[0].isupper() for word in tail) or not head[-1][0].isupper():
            continue
        if countries_in(" ".join(head)[-40:]) and country_of(head[-1]):
            return " ".join(head), " ".join(tail)
    return None


def _organisation(rows: list[Row], used: list[Row], found: _Identity) -> None:
    for row in rows:
        if row.kind == "organisation" and row not in used:
            first, comma, rest = row.text.partition(",")
            used.append(row)
            if comma and rest.strip() and not _is_organisation(rest):
                found.organisation = first.strip()
                found.address = (rest.strip(),)
            else:
                found.organisation = row.text.strip(" ,")
            return
    other = next((row for row in rows if row.kind == "other" and row not in used and has_article(fold(row.text))), None)
    if other and _before_address(other, rows):
        used.append(other)
        found.organisation = other.text.strip(" ,")


def _is_organisation(text: str) -> bool:
    return bool(any_of("officials.organisations").search(fold(text)))


def _address(rows: list[Row], used: list[Row], found: _Identity) -> None:
    lines = list(found.address)
    before = bool(lines)
    organisation = next((at for at, row in enumerate(rows) if row in used and row.kind == "organisation"), None)
    first = min((rows.index(row) for row in used), default=0)
    for at, row in enumerate(rows):
        if row in used or (row.kind == "other" and (at < first or is_spoken(row.text))):
            continue
        if row.kind == "country":
            found.country, found.country_printed = country_of(row.text), row.text.strip(" .,")
        elif row.kind in ("address", "other", "name"):
            place = ends_with_country(row.text)
            if place < len(row.text) and at >= len(rows) - 2 and not _is_street(row.text[:place]):
                found.country, found.country_printed = country_of(row.text[place:]), row.text[place:].strip(" .,")
        lines.append(row.text)
    if before and organisation is not None:
        # The rest of the organisation's row comes after what stood above it.
        above = [row.text for row in rows[:organisation] if row not in used]
        rest = [line for line in lines[1:] if line not in above]
        lines = [*above, lines[0], *rest]
    found.address = tuple(lines)


def _is_street(before: str) -> bool:
    """Say whether what stands before a country makes it the name of a street: “Avenida República Dominicana”."""
    last = before.rsplit(",", 1)[-1]
    return bool(last.strip()) and any_of("officials.places").search(fold(last)) is not None


def _note(target: Target, identity: _Identity, block: Block, path: str, reading: Reading) -> None:
    identifying = [row.piece for row in block.rows if row.opens]
    for name in ("name", "role", "organisation"):
        if getattr(target, name):
            reading.found(f"{path}.{name}", _saying(getattr(target, name), block) or identifying)
    if target.address.lines:
        reading.found(f"{path}.address", [piece for line in target.address.lines for piece in _saying(line, block)])
    if printed := identity.country_printed:
        reading.found(f"{path}.address.country", _saying(printed, block), printed=printed)
    if identity.beside:
        line = block.rows[0].piece.line
        reading.doubt("two_names", TWO_NAMES, line=line, name=identity.name, other=identity.beside)
    if not target.called:
        reading.doubt("unnamed_target", UNNAMED, line=block.rows[0].piece.line, words=block.rows[0].text)


def _note_contacts(target: Target, contacts: Reached, path: str, reading: Reading) -> None:
    for number, (_, piece) in enumerate(contacts.contacts):
        reading.found(f"{path}.contacts[{number}]", [piece])
    if contacts.salutation:
        reading.found(f"{path}.salutation", contacts.spoken, printed=contacts.salutation)
    for piece in contacts.masked:
        reading.found(f"{path}.masked", [piece])
        reading.doubt("masked_email", MASKED_EMAIL, line=piece.line, whom=target.called or target.id)


def _saying(words: str, block: Block) -> list[Piece]:
    return [row.piece for row in block.rows if words in row.piece.text or row.text == words]


def with_salutation(target: Target, language: str, words: str) -> Target:
    """Return the target with opening words in ``language``, unless it has some."""
    return (
        target if target.salutation(language) else replace(target, salutations=(*target.salutations, (language, words)))
    )
