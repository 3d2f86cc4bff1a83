"""The last step: from an urgent action as it was read and corrected to an unpublished page. Nothing is published."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.actions.create_page import CreatePageAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.coreutils import find_available_slug

from ...codes import same_language
from ...models import Official
from ...models.sections import section_of
from ...models.swap import base_page_model, page_model
from ...rules.status import Section
from ...urgent_action import CopyRecipient, Target, UrgentAction
from ..directory.who import Choices, Deed, Entries, named_in
from ..refusal import LOCKED, AlreadyThere, ImportRefused
from . import form_data
from .differences import Difference, differences
from .known import headline_of, may_edit, same_document
from .persons import as_known, by_initials

LONGEST_SLUG = 80
TARGETS = ("notes_to_writers", "targets", "copies_to")
"""What shares the section of targets on the page."""
_STREAMS = {"summary": "summary", "letter": "sample_letter", "additional_information": "additional_information"}
_ROWS = {"countries": "country_items", "preferred_languages": "language_items", "persons": "persons"}
_BLOCKS = {
    "notes_to_writers": ("note_to_writers",),
    "targets": ("target",),
    "copies_to": ("copy_to_missions", "copy_to_official"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of it: the page, and the entries of the directory that were made for it, not published either."""

    page: Any
    made: list[Any]


@transaction.atomic
def create_draft(
    urgent_action: UrgentAction,
    *,
    parent: Any,
    choices: Choices,
    origin: str,
    closed: bool = False,
    ended_on: date | None = None,
    user: Any = None,
) -> Imported:
    """Make an unpublished page of an urgent action under the index page ``parent``; with a user: as that user may.

    ``choices`` say who of the directory is meant; for whoever is not in them a new entry is made. ``origin`` is the
    name of the document. All or nothing: raises AlreadyThere, ImportRefused, ``ValidationError`` with what the
    editor's form says of the values, or ``PermissionDenied``.

    A ``closed`` one is stopped from the day ``ended_on``; where no day is known, it cannot be published before somebody
    has entered it.
    """
    # Whoever imports the same document at the same time waits here.
    base_page_model().objects.select_for_update().get(pk=parent.pk)
    if there := same_document(urgent_action, parent=parent, origin=origin):
        raise AlreadyThere(there, user=user)
    entries = Entries(choices, user=user, origin=origin)
    stated = _stopped(urgent_action, closed=closed, ended_on=ended_on, section=section_of(parent))
    # What is missing is a placeholder, which the gate never lets out.
    stated = by_initials(replace(stated, headline=headline_of(stated, origin=origin)))
    language = parent.locale.language_code
    fields = {
        **form_data.facts(stated),
        "slug": find_available_slug(parent, slugify(stated.headline)[:LONGEST_SLUG].strip("-") or "urgent-action"),
        **{ours: _prose(stated, field) for field, ours in _STREAMS.items()},
        "targets": [block for field in TARGETS for block in _target_blocks(stated, field, entries, language, [])],
    }
    page = page_model()(owner=user, locale=parent.locale)
    form = form_data.page_form(page, fields=fields, rows=_rows(stated, _ROWS), parent=parent, user=user)
    made = CreatePageAction(page, parent, user=user, form=form).execute(skip_permission_checks=user is None)
    return Imported(page=made, made=entries.made)


@transaction.atomic
def update_draft(
    page: Any,
    urgent_action: UrgentAction,
    *,
    take: Collection[str],
    choices: Choices,
    origin: str,
    closed: bool = False,
    ended_on: date | None = None,
    user: Any = None,
) -> Imported:
    """Save a new draft of ``page`` with the fields that are in ``take`` out of the document; all else stays as it is.

    A live page stays live as it is. Raises as ``create_draft`` does.
    """
    stored = page_model()._default_manager.select_for_update(of=("self",)).get(pk=page.pk)
    draft = stored.get_latest_revision_as_object()
    if user and not _may_edit(stored, user):
        raise ImportRefused(LOCKED, title=stored.get_admin_display_title())
    entries = Entries(choices, user=user, origin=origin)
    urgent_action = _stopped(urgent_action, closed=closed, ended_on=ended_on, section=stored.section())
    urgent_action = as_known(urgent_action, on=draft)
    all_facts = form_data.facts(urgent_action)
    fields = {ours: all_facts[ours] for field, ours in form_data.FACTS.items() if field in take}
    fields |= {ours: _prose(urgent_action, field) for field, ours in _STREAMS.items() if field in take}
    if set(take) & set(TARGETS):
        fields["targets"] = list(_merged_targets(draft, urgent_action, entries, take))
    rows = _rows(urgent_action, {field: ours for field, ours in _ROWS.items() if field in take})
    form = form_data.page_form(draft, fields=fields, rows=rows, user=user)
    made = EditPageAction(draft, user=user, form=form).execute(skip_permission_checks=user is None)
    return Imported(page=made, made=entries.made)


def offered_changes(
    page: Any,
    urgent_action: UrgentAction,
    *,
    choices: Choices,
    moment: datetime,
    closed: bool = False,
    ended_on: date | None = None,
) -> list[Difference]:
    """Return where the latest draft of ``page`` says otherwise than the document. Where that is silent nothing differs.

    Targets that were found in the directory are compared as the directory has them, which is what the page would show.
    """
    draft = page.get_latest_revision_as_object()
    stated = _stopped(urgent_action, closed=closed, ended_on=ended_on, section=page.section())
    stated = as_known(_as_chosen(stated, choices, page.locale.language_code), on=draft)
    found = differences(draft.as_urgent_action(moment=moment), stated)
    return [each for each in found if each.new]


def _stopped(urgent_action: UrgentAction, *, closed: bool, ended_on: date | None, section: Section) -> UrgentAction:
    """Return it stopped, if the document says that it is closed: from the day it names, or else with a placeholder."""
    if not closed or urgent_action.stopped_at:
        return urgent_action
    if ended_on:
        return replace(urgent_action, stopped_at=datetime.combine(ended_on, time(), section.time_zone))
    since = _("[Closed, says the document: enter since when, and why]")
    return replace(urgent_action, stop_reason=f"{urgent_action.stop_reason} {since}".strip())


def _may_edit(page: Any, user: Any) -> bool:
    lock = page.get_lock()
    return may_edit(page, user) and not (lock and lock.for_user(user))


def _rows(urgent_action: UrgentAction, wanted: Mapping[str, str]) -> dict[str, form_data.Rows]:
    makers = {
        "countries": form_data.countries,
        "preferred_languages": form_data.languages,
        "persons": form_data.persons,
    }
    return {ours: makers[field](urgent_action) for field, ours in wanted.items()}


def _prose(urgent_action: UrgentAction, field: str) -> form_data.Blocks:
    if field == "letter":
        return form_data.letter(urgent_action.letter)
    return form_data.passages(getattr(urgent_action, field))


def _merged_targets(
    draft: Any, urgent_action: UrgentAction, entries: Entries, take: Collection[str]
) -> Iterable[dict[str, Any]]:
    """Yield the blocks of the section of targets: those of a field in ``take`` anew, the others as they are."""
    for field in TARGETS:
        there = [block for block in draft.targets.get_prep_value() if block["type"] in _BLOCKS[field]]
        if field in take:
            yield from _target_blocks(urgent_action, field, entries, draft.locale.language_code, there)
        else:
            yield from there


def _target_blocks(
    urgent_action: UrgentAction, field: str, entries: Entries, language: str, there: form_data.Blocks
) -> form_data.Blocks:
    if field == "notes_to_writers":
        return form_data.notes(urgent_action)
    if field == "copies_to":
        return list(_copies(urgent_action.copies_to, entries))
    return list(_targets(urgent_action, entries, language, there))


def _targets(
    urgent_action: UrgentAction, entries: Entries, language: str, there: form_data.Blocks
) -> Iterable[dict[str, Any]]:
    """Yield a block for each target. An official who was a target before keeps the block's id: reports refer to it."""
    before = {block["value"].get("official"): block for block in there}
    for place, target in enumerate(urgent_action.targets):
        official = entries.official(f"targets[{place}]", target)
        if official is None:
            continue
        same = before.pop(official.pk, None)
        salutation = _salutation(target, language)
        known = official.as_target(id="", language=language).salutation(language)
        value = {
            "official": official.pk,
            "priority": target.priority,
            "salutation": "" if salutation == known else salutation,
            "note": target.note,
        }
        yield {"type": "target", "value": value, **({"id": same["id"]} if same else {})}


def _salutation(target: Target, language: str) -> str:
    """Return the opening words that the document has in the language of the page; none in another language."""
    return next((words for each, words in target.salutations if each and same_language(each, language)), "")


def _copies(recipients: Iterable[CopyRecipient], entries: Entries) -> Iterable[dict[str, Any]]:
    for place, recipient in enumerate(recipients):
        where, facts = f"copies_to[{place}]", named_in(recipient)
        if isinstance(facts, Target):
            official = entries.official(where, facts)
            if official is not None:
                yield {"type": "copy_to_official", "value": {"official": official.pk, "note": recipient.note}}
            continue
        wanted = entries.mission(where, facts) if facts else True
        if wanted:
            country = facts.of_country if facts else recipient.missions_of
            yield {"type": "copy_to_missions", "value": {"country": country, "note": recipient.note}}


def _as_chosen(urgent_action: UrgentAction, choices: Choices, language: str) -> UrgentAction:
    used = {place: choice.pk for place, choice in choices.items() if choice.deed is Deed.USE and choice.pk}
    left_out = {place for place, choice in choices.items() if choice.deed is Deed.LEAVE_OUT}
    officials = Official.objects.prefetch_related("contacts", "forms_of_address").in_bulk(
        [pk for place, pk in used.items() if place.startswith("targets")]
    )
    targets = []
    for place, target in enumerate(urgent_action.targets):
        where = f"targets[{place}]"
        official = officials.get(used.get(where, 0))
        if official:
            targets.append(
                official.as_target(
                    id="",
                    language=language,
                    priority=target.priority,
                    salutation=_salutation(target, language),
                    note=target.note,
                )
            )
        elif where not in left_out:
            targets.append(target)
    return replace(urgent_action, targets=tuple(targets))
