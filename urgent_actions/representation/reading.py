"""From what is published back to the noun: so letters are made of nothing that the public may not know.

What the status withholds is not there, and what the public never sees, such as a name behind initials, cannot be.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from ..rules.index_number import read_index_number
from ..rules.reference import read_ua_number
from ..urgent_action import (
    Address,
    Contact,
    ContactKind,
    CopyRecipient,
    Gender,
    Mission,
    Outcome,
    Passage,
    Person,
    Register,
    SampleLetter,
    Target,
    UrgentAction,
)

Shown = Mapping[str, Any]


def urgent_action_of(shown: Shown, *, headline: str) -> UrgentAction:
    """Return the urgent action that a representation shows. Health of contacts and unpublished officials are lost."""
    targets = shown["targets"]
    stopped = shown["stopped"] or {}
    return UrgentAction(
        language=shown["language"]["code"],
        headline=headline,
        ua_number=read_ua_number(shown["ua_number"]) if shown["ua_number"] else None,
        ordinal=shown["ordinal"],
        index_number=read_index_number(shown["index_number"]) if shown["index_number"] else None,
        countries=tuple(each["code"] for each in shown["countries"]),
        concerns=tuple(shown["concerns"]),
        issued_on=_day(shown["issued_on"]),
        deadline=_day(shown["deadline"]),
        persons=tuple(map(person_of, shown["persons"])),
        summary=_passages(shown["summary"]),
        targets=tuple(_target(each["value"], each["id"]) for each in targets if each["type"] == "target"),
        notes_to_writers=tuple(each["value"] for each in targets if each["type"] == "note_to_writers"),
        copies_to=tuple(_copy_to(each["value"], each["id"]) for each in targets if each["type"] == "copy_to"),
        letter=SampleLetter.of((block["type"], block["value"]) for block in shown["sample_letter"] or ()),
        additional_information=_passages(shown["additional_information"]),
        preferred_languages=tuple(each["code"] for each in shown["preferred_languages"]),
        own_language_welcome=shown["own_language_welcome"],
        post_suspended=shown["post_suspended"],
        writer_safety_notice=shown["writer_safety_notice"],
        stopped_at=datetime.fromisoformat(stopped["at"]) if stopped.get("at") else None,
        stop_reason=stopped.get("reason") or "",
        previous_url=shown["previous_url"] or "",
    )


def mission_of(shown: Shown) -> Mission:
    """Return the mission that a representation shows."""
    return Mission(
        name=shown["name"],
        of_country=shown["of"]["code"],
        in_country=shown["in"]["code"],
        head_of_mission=shown["head_of_mission"] or "",
        head_of_mission_title=shown["head_of_mission_title"] or "",
        address=_address(shown["address"]),
        contacts=_contacts(shown["contacts"]),
    )


def person_of(shown: Shown) -> Person:
    """Return the person whom a representation shows, by the name that the public may know."""
    # The name is what the public may know already, initials where these were asked for.
    return Person(
        id=shown["id"],
        name=shown["name"],
        name_in_original_script=shown["name_in_original_script"] or "",
        pronouns=shown["pronouns"] or "",
        outcome=Outcome(shown["outcome"]) if shown["outcome"] else None,
        outcome_on=_day(shown["outcome_on"]),
        outcome_source=shown["outcome_source"] or "",
        # What was stored before somebody could say so.
        appeals_contribution=shown.get("appeals_contribution") or "",
    )


def _target(shown: Shown, id: str | None) -> Target:
    register, _, gender = (shown["form_of_address"] or Register.FORMAL.value).partition("_")
    return Target(
        id=id or "",
        name=shown["name"] or "",
        role=shown["role"] or "",
        organisation=shown["organisation"] or "",
        address=_address(shown["address"]),
        contacts=_contacts(shown["contacts"]),
        languages=tuple(shown["languages"]),
        salutations=tuple(shown["salutations"].items()),
        gender=Gender(gender) if gender else None,
        register=Register(register),
        priority=shown["priority"],
        note=shown["note"] or "",
    )


def _copy_to(shown: Shown, id: str | None) -> CopyRecipient:
    return CopyRecipient(
        id=id or "",
        missions_of=shown["missions_of"]["code"] if shown["missions_of"] else "",
        mission=mission_of(shown["mission"]) if shown["mission"] else None,
        official=_target(shown["official"], id) if shown["official"] else None,
        note=shown["note"] or "",
    )


def _address(shown: Shown | None) -> Address:
    if shown is None:
        return Address()
    country = shown["country"]["code"] if shown["country"] else ""
    return Address(lines=tuple(shown["lines"]), country=country, verified_on=_day(shown["verified_on"]))


def _contacts(shown: Iterable[Shown]) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            kind=ContactKind(each["kind"]),
            value=each["value"],
            platform=each["platform"] or "",
            label=each["label"] or "",
            verified_on=_day(each["verified_on"]),
        )
        for each in shown
    )


def _passages(shown: Iterable[Shown]) -> tuple[Passage, ...]:
    return tuple(
        Passage(id=block["id"] or "", kind="quote", text=block["value"]["text"], source=block["value"]["source"])
        if block["type"] == "quote"
        else Passage(id=block["id"] or "", kind=block["type"], text=block["value"])
        for block in shown
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
