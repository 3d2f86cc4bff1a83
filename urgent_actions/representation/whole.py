"""The whole urgent action: facts, sections, what may be done now, and where to go on.

It is made in two steps, since the publication is stored after the first one: ``content`` is what the public may ever
know, whatever the moment; ``shown`` is what of it may be known in one status, among the others of its case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from ..codes import is_right_to_left
from ..rules.chain import Chain
from ..rules.status import ALLOWANCES, Contacts, Status
from ..urgent_action import UrgentAction
from .cards import LETTER_WITHHELD, Card, Version
from .names import country, language
from .people import person, reached_by, targets_as, targets_section
from .prose import letter_section, prose_section

FIELDS = (
    "ua_number",
    "ordinal",
    "index_number",
    "status",
    "language",
    "countries",
    "concerns",
    "issued_on",
    "deadline",
    "persons",
    "summary",
    "take_action",
    "targets",
    "sample_letter",
    "additional_information",
    "preferred_languages",
    "own_language_welcome",
    "post_suspended",
    "writer_safety_notice",
    "stopped",
    "previous_url",
    "chain",
    "translation",
    "translations",
    "image",
)


NO_TARGET = "no_target"
"""Reason for which an open urgent action hands out no letters: no published target is reached by any channel."""
TRANSLATION_OUTDATED = "translation_outdated"
"""Reason for which an open translation hands out no letters: its letter is behind the original, which is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A rendition that the public may load."""

    url: str
    width: int
    height: int
    alt: str

    def as_json(self) -> dict[str, Any]:
        """Return the picture for an answer."""
        return {"url": self.url, "width": self.width, "height": self.height, "alt": self.alt}


Content = dict[str, Any]
"""What the public may ever know of an urgent action, ready for JSON: all but its status and its relatives."""


def represent(
    ua: UrgentAction,
    *,
    status: Status,
    case: Chain[Card],
    translations: Sequence[Version] = (),
    translation: Mapping[str, Any] | None = None,
    image: Picture | None = None,
    report_url: str = "",
) -> dict[str, Any]:
    """Return the JSON-ready representation in ``status``; its keys are the fields of the API.

    Dates are ISO 8601, countries and languages objects of code and name (in the language of the urgent action). What
    the status withholds is null or empty, and ``letters`` says why and where to go on.
    """
    known = content(ua, image=image, report_url=report_url, translation=translation)
    return shown(known, status=status, case=case, translations=translations)


def content(
    ua: UrgentAction,
    *,
    image: Picture | None = None,
    report_url: str = "",
    translation: Mapping[str, Any] | None = None,
) -> Content:
    """Return what the public may know of ``ua`` while it is open, without what depends on the moment.

    No name behind initials is in it, no unpublished official, no dead contact. ``translation``: how it stands to its
    original (``status``, ``percent``, ``updated``, ``reasons``, ``source``: id of the page); None for an original.
    """
    return {
        "ua_number": str(ua.ua_number) if ua.ua_number else None,
        "ordinal": ua.ordinal,
        "index_number": str(ua.index_number) if ua.index_number else None,
        "language": {**language(ua.language, ua.language), "right_to_left": is_right_to_left(ua.language)},
        "countries": [country(code, ua.language) for code in ua.countries],
        "concerns": list(ua.concerns),
        "issued_on": ua.issued_on.isoformat() if ua.issued_on else None,
        "deadline": ua.deadline.isoformat() if ua.deadline else None,
        "persons": [person(each) for each in ua.persons],
        "summary": prose_section(ua.summary),
        # Whoever left the directory after the publication is no target any more, and a letter to nobody is none.
        "reachable": any(target.published and target.reachable for target in ua.targets),
        "channels": reached_by(ua),
        "report_url": report_url or None,
        "targets": targets_section(ua),
        "sample_letter": letter_section(ua.letter, language=ua.language),
        "additional_information": prose_section(ua.additional_information),
        "preferred_languages": [language(tag, ua.language) for tag in ua.preferred_languages],
        "own_language_welcome": ua.own_language_welcome,
        "post_suspended": ua.post_suspended,
        "writer_safety_notice": ua.writer_safety_notice,
        "stopped": {
            "at": ua.stopped_at.astimezone(UTC).isoformat() if ua.stopped_at else None,
            "reason": ua.stop_reason,
        },
        "previous_url": ua.previous_url or None,
        "image": image.as_json() if image else None,
        "translation": dict(translation) if translation else None,
    }


def shown(known: Content, *, status: Status, case: Chain[Card], translations: Sequence[Version] = ()) -> dict[str, Any]:
    """Return what of ``known`` is shown in ``status``, with its relatives; its keys are the fields of the API.

    Of a translation whose letter is behind the original no word of the letter is shown, and nothing by which to reach
    a target: people write from the original, where all of it is true.
    """
    allowed = ALLOWANCES[status]
    translation = known.get("translation")
    outdated = translation is not None and translation["status"] == LETTER_WITHHELD
    original = next((each for each in translations if translation and each.id == translation["source"]), None)
    contacts = Contacts.WITHHELD if outdated and allowed.letters else allowed.contacts
    reader = known["language"]["code"]
    decided = {
        "status": status.value,
        "take_action": _take_action(known, status=status, case=case, outdated=outdated, original=original),
        "targets": targets_as(contacts, known["targets"]),
        "sample_letter": known["sample_letter"] if allowed.appeal_text and not outdated else None,
        "stopped": known["stopped"] if status is Status.STOPPED else None,
        "chain": _chain(case),
        # Of an original that is not public not even the id is told.
        "translation": {**translation, "source": original.id if original else None} if translation else None,
        "translations": [each.as_version(reader=reader) for each in translations],
    }
    return {name: decided[name] if name in decided else known[name] for name in FIELDS}


def _take_action(
    known: Content, *, status: Status, case: Chain[Card], outdated: bool, original: Card | None
) -> dict[str, Any]:
    """Return whether letters are handed out now, by which channels, and if not: why not and where to go on."""
    allowed = ALLOWANCES[status].letters
    may_write = allowed and known["reachable"] and not outdated
    why = TRANSLATION_OUTDATED if outdated else NO_TARGET
    # A preview shows this status without a newer one: then there is nowhere to go on.
    latest = case.latest if status in (Status.SUPERSEDED, Status.STOPPED) and case.superseded else None
    return {
        "letters_available": may_write,
        "reason": None if may_write else why if allowed else status.value,
        "latest": latest.as_json() if latest else None,
        "original": original.as_json() if original and outdated and allowed else None,
        "channels": known["channels"] if may_write else [],
        "report_url": known["report_url"] if may_write else None,
    }


def _chain(case: Chain[Card]) -> dict[str, Any]:
    return {
        "previous": case.previous.as_json() if case.previous else None,
        "next": case.next.as_json() if case.next else None,
        "latest": case.latest.as_json() if case.latest else None,
        "items": [card.as_json() for card in case.items],
    }
