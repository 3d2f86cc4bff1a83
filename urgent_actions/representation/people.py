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
    }


def targets_section(ua: UrgentAction, *, contacts: Contacts) -> list[dict[str, Any]]:
    """Return notes, targets by priority, and copies as blocks. An unpublished official does not appear at all."""
    shown = contacts is not Contacts.WITHHELD
    return [
        *(block("note_to_writers", note) for note in (ua.notes_to_writers if shown else ())),
        *(block("target", _target(each, ua, contacts), each.id) for each in ua.targets if each.published),
        *(
            block("copy_to", _copy_to(each, ua, contacts), each.id)
            for each in ua.copies_to
            if shown and (each.official is None or each.official.published)
        ),
    ]


def reached_by(ua: UrgentAction) -> list[str]:
    """Return the channels by which at least one target is reached, post first."""
    published = [target for target in ua.targets if target.published]
    by_post = ["post"] if not ua.post_suspended and any(target.address.reaches for target in published) else []
    kinds = {contact.kind.value: None for target in published for contact in target.contacts if contact.reaches}
    return [*by_post, *kinds]


def _target(target: Target, ua: UrgentAction, contacts: Contacts) -> dict[str, Any]:
    shown = contacts is not Contacts.WITHHELD
    return {
        "name": target.name or None,
        "role": target.role or None,
        "organisation": target.organisation or None,
        "priority": target.priority,
        "salutation": (target.salutation(ua.language) or None) if shown else None,
        "salutations": dict(target.salutations) if shown else {},
        "languages": list(target.languages),
        "note": (target.note or None) if shown else None,
        "address": _address(target.address, ua.language) if shown else None,
        "contacts": _contacts(target.contacts) if shown else [],
        "contacts_are_record": contacts is Contacts.AS_RECORD,
    }


def _copy_to(recipient: CopyRecipient, ua: UrgentAction, contacts: Contacts) -> dict[str, Any]:
    return {
        "missions_of": country(recipient.missions_of, ua.language) if recipient.missions_of else None,
        "mission": _mission(recipient.mission, ua.language) if recipient.mission else None,
        "official": _target(recipient.official, ua, contacts) if recipient.official else None,
        "contacts_are_record": contacts is Contacts.AS_RECORD,
        "note": recipient.note or None,
    }


def _mission(mission: Mission, reader: str) -> dict[str, Any]:
    return {
        "name": mission.name,
        "of": country(mission.of_country, reader),
        "in": country(mission.in_country, reader),
        "head_of_mission": mission.head_of_mission or None,
        "head_of_mission_title": mission.head_of_mission_title or None,
        "address": _address(mission.address, reader),
        "contacts": _contacts(mission.contacts),
    }


def _address(address: Address, reader: str) -> dict[str, Any] | None:
    if not address.reaches:
        return None
    return {
        "lines": list(address.lines),
        "country": country(address.country, reader) if address.country else None,
        "verified_on": address.verified_on.isoformat() if address.verified_on else None,
    }


def _contacts(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
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
