"""Persons at risk, targets, and who gets a copy."""

from collections.abc import Iterable
from typing import Any

from ..rules.status import Contacts
from ..urgent_action import Address, Contact, CopyRecipient, Mission, Person, Target, UrgentAction
from .names import country
from .prose import block


def person(each: Person) -> dict[str, Any]:
    """Return a person at risk as the public may know them: with initials only where these were asked for."""
    return {
        "id": each.id,
        "name": each.public_name,
        "name_in_original_script": each.public_name_in_original_script or None,
        "pronouns": each.pronouns or None,
        "initials_only": each.use_initials,
        "outcome": each.outcome.value if each.outcome else None,
        "outcome_on": each.outcome_on.isoformat() if each.outcome_on else None,
        "outcome_source": each.outcome_source or None,
        "appeals_contribution": each.appeals_contribution or None,
    }


def targets_section(ua: UrgentAction) -> list[dict[str, Any]]:
    """Return notes, targets by priority, and copies as blocks. An unpublished official does not appear at all."""
    return [
        *(block("note_to_writers", note) for note in ua.notes_to_writers),
        *(block("target", _target(each, ua), each.id) for each in ua.targets if each.published),
        *(
            block("copy_to", _copy_to(each, ua), each.id)
            for each in ua.copies_to
            if each.official is None or each.official.published
        ),
    ]


def targets_as(contacts: Contacts, section: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the section of targets for use, as a record, or with nothing left by which to reach anybody."""
    match contacts:
        case Contacts.FOR_USE:
            return section
        case Contacts.AS_RECORD:
            return [{**each, "value": _record(each["value"])} for each in section]
        case Contacts.WITHHELD:
            targets = (each for each in section if each["type"] == "target")
            return [{**each, "value": {**each["value"], **_WITHHELD}} for each in targets]


_WITHHELD: dict[str, Any] = {
    "salutation": None,
    "salutations": {},
    "form_of_address": None,
    "note": None,
    "address": None,
    "contacts": [],
}


def _record(value: Any) -> Any:
    """Return a target or a copy, marked as a record of what was; a note stays as it is."""
    if not isinstance(value, dict):
        return value
    official = value.get("official")
    return {**value, "contacts_are_record": True, **({"official": _record(official)} if official else {})}


def reached_by(ua: UrgentAction) -> list[str]:
    """Return the channels by which at least one target is reached, post first."""
    published = [target for target in ua.targets if target.published]
    by_post = ["post"] if not ua.post_suspended and any(target.address.reaches for target in published) else []
    kinds = {contact.kind.value: None for target in published for contact in target.contacts if contact.reaches}
    return [*by_post, *kinds]


def _target(target: Target, ua: UrgentAction) -> dict[str, Any]:
    return {
        "name": target.name or None,
        "role": target.role or None,
        "organisation": target.organisation or None,
        "priority": target.priority,
        "salutation": target.salutation(ua.language) or None,
        "salutations": dict(target.salutations),
        "form_of_address": target.form_of_address,
        "languages": list(target.languages),
        "note": target.note or None,
        "address": _address(target.address, ua.language),
        "contacts": contacts_as_json(target.contacts),
        "contacts_are_record": False,
    }


def _copy_to(recipient: CopyRecipient, ua: UrgentAction) -> dict[str, Any]:
    return {
        "missions_of": country(recipient.missions_of, ua.language) if recipient.missions_of else None,
        "mission": mission(recipient.mission, ua.language) if recipient.mission else None,
        "official": _target(recipient.official, ua) if recipient.official else None,
        "contacts_are_record": False,
        "note": recipient.note or None,
    }


def mission(each: Mission, reader: str) -> dict[str, Any]:
    """Return a diplomatic mission, its countries named in the reader's language."""
    return {
        "name": each.name,
        "of": country(each.of_country, reader),
        "in": country(each.in_country, reader),
        "head_of_mission": each.head_of_mission or None,
        "head_of_mission_title": each.head_of_mission_title or None,
        "address": _address(each.address, reader),
        "contacts": contacts_as_json(each.contacts),
    }


def _address(address: Address, reader: str) -> dict[str, Any] | None:
    if not address.reaches:
        return None
    return {
        "lines": list(address.lines),
        "country": country(address.country, reader) if address.country else None,
        "verified_on": address.verified_on.isoformat() if address.verified_on else None,
    }


def contacts_as_json(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Return the contacts that still reach somebody: a dead one is a record for the directory alone."""
    return [
        {
            "kind": contact.kind.value,
            "value": contact.value,
            "platform": contact.platform or None,
            "label": contact.label or None,
            "verified_on": contact.verified_on.isoformat() if contact.verified_on else None,
        }
        for contact in contacts
        if contact.reaches
    ]
