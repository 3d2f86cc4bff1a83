"""From a page to its publication: the facts, what the public may know, and the words by which it is found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..models.links import PublicLinks
from ..models.plain import links_of, officials_of
from ..models.public import picture
from ..models.publications import Mark, Publication
from ..models.sections import SectionRoot, root_of
from ..representation import Content, content
from ..rules.status import Section
from ..urgent_action import UrgentAction
from ..words import document_words

Marks = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Built:
    """A publication with what belongs to it, not stored yet."""

    row: Publication
    marks: Marks


def built(
    page: Any, *, roots: Sequence[SectionRoot], moment: datetime, translation: Mapping[str, Any] | None = None
) -> Built | None:
    """Return the publication of ``page``, or None outside all sections: there is no address then to read it at.

    Whether the public may see the page is for the caller to know. ``translation``: how a version stands to its source.
    """
    root = root_of(page, list(roots))
    url = page.full_url
    if root is None or not url:
        return None
    links = links_of(page, moment=moment)
    changes = sorted(links.changes_after(moment))
    urgent_action = page.as_urgent_action(moment=moment, section=root.section, links=links)
    image = picture(page.image, alt=urgent_action.headline, near=url) if page.image else None
    nouns = [urgent_action, *(page.as_urgent_action(moment=at, section=root.section, links=links) for at in changes)]
    known = [content(noun, image=image, report_url=root.section.report_url, translation=translation) for noun in nouns]
    ends = [*(change.astimezone(UTC).isoformat() for change in changes), None]
    # The letter is not searched: a stop withdraws it, and the words stay.
    head, words = document_words(title=page.title, shown={**known[0], "sample_letter": None})
    row = Publication(
        page_id=page.pk,
        site_id=root.site_id,
        language=page.locale.language_code,
        translation_key=page.translation_key,
        title=page.title,
        url=url,
        ua_number=known[0]["ua_number"] or "",
        ordinal=page.ordinal,
        index_number=known[0]["index_number"] or "",
        issued_on=page.issued_on,
        deadline=page.deadline,
        stopped_at=page.stopped_at,
        gone_at=page.expire_at,
        first_published_at=page.first_published_at,
        last_published_at=page.last_published_at,
        contents=[{"until": until, "content": each} for until, each in zip(ends, known, strict=True)],
        head=f" {head} ",
        words=f" {words} ",
        **_deadline_moments(urgent_action, root.section),
    )
    return Built(row, _marks(page, urgent_action, links))


def content_at(row: Publication, moment: datetime) -> Content:
    """Return what the public may know of a publication at ``moment``."""
    for each in row.contents:
        if each["until"] is None or datetime.fromisoformat(each["until"]) > moment:
            return dict(each["content"])
    raise LookupError(f"Publication {row.pk} has no content for {moment}.")


def content_changes(row: Publication) -> set[datetime]:
    """Return the moments at which what the public may know of a publication changes."""
    return {datetime.fromisoformat(each["until"]) for each in row.contents if each["until"] is not None}


def with_record_of(new: Publication, old: Publication) -> Publication:
    """Give ``new`` the contacts with which ``old`` closed: a correction afterwards is not what was published.

    Who has left the directory since is not brought back, and who has come to it is shown as there.
    """
    kept = {block["id"]: block for block in old.contents[-1]["content"]["targets"] if block["id"]}
    for each in new.contents:
        fresh = each["content"]["targets"]
        each["content"]["targets"] = [block if _has_left(block) else kept.get(block["id"], block) for block in fresh]
        new.keeps_record |= each["content"]["targets"] != fresh
    return new


def _has_left(block: dict[str, Any]) -> bool:
    return block["type"] == "copy_to" and not block["value"]["mission"] and not block["value"]["official"]


def _deadline_moments(urgent_action: UrgentAction, section: Section) -> dict[str, datetime | None]:
    deadline = urgent_action.deadline
    if deadline is None:
        return {"expiring_from": None, "expired_from": None}
    expiring_from, expired_from = section.last_days(deadline)
    return {"expiring_from": expiring_from, "expired_from": expired_from}


def _marks(page: Any, urgent_action: UrgentAction, links: PublicLinks) -> Marks:
    found: dict[Mark.Kind, Iterable[object]] = {
        Mark.Kind.COUNTRY: urgent_action.countries,
        Mark.Kind.CONCERN: urgent_action.concerns,
        Mark.Kind.LANGUAGE: urgent_action.preferred_languages,
        Mark.Kind.MISSIONS: (each.missions_of for each in urgent_action.copies_to if each.missions_of),
        Mark.Kind.OFFICIAL: officials_of(page),
        Mark.Kind.IMAGE: [page.image_id] if page.image_id else [],
        Mark.Kind.PAGE: links.linked,
    }
    return frozenset((kind.value, str(code)) for kind, codes in found.items() for code in codes)
