"""From the page to the noun: the four sections and the facts, read once, as plain data."""

from datetime import datetime
from typing import Any

from django.db.models import prefetch_related_objects

from ..rules.index_number import read_index_number
from ..rules.reference import UnreadableReference, read_ua_number
from ..rules.status import Section
from ..urgent_action import CopyRecipient, IndexNumber, Passage, SampleLetter, Target, UANumber, UrgentAction
from .directory import Mission, Official
from .links import PublicLinks, public_links
from .prose import linked_html


def links_of(page: Any, *, moment: datetime) -> PublicLinks:
    """Return where the links in the prose of ``page`` may lead from ``moment`` on."""
    prose = (block for stream in (page.summary, page.additional_information) for block in stream)
    sources = [block.value.source for block in prose if block.block_type == "paragraph"]
    return public_links(sources, locale_id=page.locale_id, moment=moment)


def officials_of(page: Any) -> set[int]:
    """Return the ids of the officials that ``page`` names, published or not."""
    named = (block.value.get("official") for block in page.targets if block.block_type in _NAMING)
    return {official.pk for official in named if official}


def as_urgent_action(
    page: Any, *, section: Section, moment: datetime, links: PublicLinks | None = None
) -> UrgentAction:
    """Return what stands on ``page`` as plain data. What is not known, or cannot be read, is None or empty.

    ``section`` decides which embassy the copies go to, ``moment`` which pages a link may lead to; pass ``links`` if
    they are at hand, to spare their queries.
    """
    links = links_of(page, moment=moment) if links is None else links
    language = page.locale.language_code
    targets = list(page.targets)
    officials = _officials(targets)
    return UrgentAction(
        language=language,
        headline=page.title,
        ua_number=_ua_number(page.ua_number),
        ordinal=page.ordinal,
        index_number=_index_number(page.index_number),
        countries=tuple(item.country for item in page.country_items.all() if item.country),
        concerns=_concerns(page),
        issued_on=page.issued_on,
        deadline=page.deadline,
        persons=tuple(person.as_person() for person in page.persons.all()),
        summary=_passages(page.summary, links, moment),
        targets=tuple(
            sorted(
                (_target(block, officials, language) for block in targets if block.block_type == "target"),
                key=lambda target: target.priority,
            )
        ),
        notes_to_writers=tuple(block.value for block in targets if block.block_type == "note_to_writers"),
        copies_to=_copies_to(targets, officials, language, section),
        letter=SampleLetter.of((block.block_type, block.value) for block in page.sample_letter),
        additional_information=_passages(page.additional_information, links, moment),
        preferred_languages=tuple(item.language for item in page.language_items.all() if item.language),
        own_language_welcome=page.own_language_welcome,
        post_suspended=page.post_suspended,
        writer_safety_notice=page.writer_safety_notice,
        stopped_at=page.stopped_at,
        stop_reason=page.stop_reason,
        previous_url=page.previous_url,
    )


def unreadable_references(page: Any) -> list[tuple[str, UnreadableReference]]:
    """Return (field, what is wrong) of the references that cannot be read: a draft made by code may hold anything."""
    found = []
    for field, read in (("ua_number", read_ua_number), ("index_number", read_index_number)):
        text = getattr(page, field)
        try:
            if text:
                read(text)
        except UnreadableReference as error:
            found.append((field, error))
    return found


def _concerns(page: Any) -> tuple[str, ...]:
    items = list(page.concern_items.all())
    prefetch_related_objects(items, "concern")
    return tuple(dict.fromkeys(item.concern.slug for item in items))


def _ua_number(text: str) -> UANumber | None:
    try:
        return read_ua_number(text) if text else None
    except UnreadableReference:
        # A draft made by code may hold anything; the field says what is wrong when it is edited.
        return None


def _index_number(text: str) -> IndexNumber | None:
    try:
        return read_index_number(text) if text else None
    except UnreadableReference:
        return None


def _passages(stream: Any, links: PublicLinks, moment: datetime) -> tuple[Passage, ...]:
    return tuple(_passage(block, links, moment) for block in stream)


def _passage(block: Any, links: PublicLinks, moment: datetime) -> Passage:
    match block.block_type:
        case "paragraph":
            html = linked_html(block.value.source, links=links, moment=moment)
            return Passage(id=str(block.id or ""), kind="paragraph", text=html)
        case "quote":
            return Passage(
                id=str(block.id or ""),
                kind="quote",
                text=block.value.get("text") or "",
                source=block.value.get("source") or "",
            )
        case kind:
            return Passage(id=str(block.id or ""), kind=kind, text=block.value)


_NAMING = ("target", "copy_to_official")


def _officials(targets: list[Any]) -> dict[int, Official]:
    """Return the officials of all blocks by id, contacts and forms of address included, in three queries."""
    named = [block for block in targets if block.block_type in _NAMING]
    ids = {block.value["official"].pk for block in named if block.value.get("official")}
    officials = Official.objects.filter(pk__in=ids).prefetch_related("contacts", "forms_of_address") if ids else ()
    return {official.pk: official for official in officials}


def _target(block: Any, officials: dict[int, Official], language: str) -> Target:
    value = block.value
    official = officials.get(value["official"].pk) if value.get("official") else None
    if official is None:
        return Target(id=str(block.id or ""), priority=value.get("priority") or 1, published=False)
    return official.as_target(
        id=str(block.id or ""),
        language=language,
        priority=value.get("priority") or 1,
        salutation=value.get("salutation") or "",
        note=value.get("note") or "",
    )


def _copies_to(
    targets: list[Any], officials: dict[int, Official], language: str, section: Section
) -> tuple[CopyRecipient, ...]:
    found = []
    for block in targets:
        if block.block_type == "copy_to_missions" and block.value.get("country"):
            country = block.value.get("country")
            mission = Mission.objects.accredited(of=country, in_country=section.country)
            found.append(
                CopyRecipient(
                    id=str(block.id or ""),
                    missions_of=country,
                    mission=mission.as_mission() if mission else None,
                    note=block.value.get("note") or "",
                )
            )
        elif block.block_type == "copy_to_official" and block.value.get("official"):
            official = officials[block.value["official"].pk]
            found.append(
                CopyRecipient(
                    id=str(block.id or ""),
                    official=official.as_target(id=str(block.id or ""), language=language),
                    note=block.value.get("note") or "",
                )
            )
    return tuple(found)
