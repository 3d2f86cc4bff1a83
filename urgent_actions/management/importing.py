"""What the command makes of one file: read it, and make or update the drafts of what it holds. Nobody is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from ..importing.as_json import as_json
from ..importing.directory.matching import Directory
from ..importing.directory.who import Choice, Deed, Somebody, everybody, unattended
from ..importing.document import Unreadable
from ..importing.draft import Draft
from ..importing.drafts import drafts
from ..importing.letter.asks import asks_apart
from ..importing.page.known import same_document
from ..importing.page.places import place_for
from ..importing.page.to_page import Imported, create_draft, offered_changes, update_draft
from ..importing.readers import MOST_BYTES, read
from ..importing.refusal import ImportRefused
from ..urgent_action import UrgentAction

MOST_FILES = 10_000
DOCUMENTS = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".eml"})
"""What is taken out of a folder. A file that is named itself may be called as it likes."""
NOTHING_FOUND = "No urgent action was found in it."


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of one urgent action of a file. ``said`` are sentences about it."""

    draft: Draft
    deed: str = "read"
    """read, made, updated, there (and left as it is), refused"""
    page: int | None = None
    said: list[str] = field(default_factory=list)

    @property
    def is_doubtful(self) -> bool:
        """Say whether somebody should look: there is a doubt, a line that was not used, or a question left open."""
        return bool(self.draft.doubts or self.draft.left_over or self.said)

    def as_json(self) -> dict[str, Any]:
        """Return the draft with the keys of the gold files, and what came of it."""
        told = as_json(self.draft)
        return told if self.deed == "read" else {**told, "result": self.deed, "page": self.page, "said": self.said}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the options of the command ask for."""

    parent: Any = None
    locale: str = ""
    update: bool = False
    dry_run: bool = False


def files_in(paths: Sequence[str]) -> Iterator[Path]:
    """Yield the files that are named, and in order the documents in the folders that are named, not in those below."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in DOCUMENTS and each.is_file())
        else:
            yield path


def drafts_in(path: Path) -> Sequence[Draft]:
    """Return what a file holds; raise Unreadable if that is nothing."""
    try:
        with path.open("rb") as file:
            # No more than what is refused as too big: a file may have any size.
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable("%(reason)s", reason=error.strerror or "It cannot be opened.") from error
    found = drafts(read(content, name=path.name))
    if not found:
        raise Unreadable(NOTHING_FOUND)
    return found


def carry_out(draft: Draft, directory: Directory, *, origin: str, wishes: Wishes) -> Outcome:
    """Make or update the draft page, and return what came of it. A refusal is one of the outcomes."""
    as_page = asks_apart(draft)
    if wishes.dry_run:
        # The values as the document has them, and the doubts that there would be.
        return Outcome(draft=replace(draft, doubts=as_page.doubts))
    outcome, said = Outcome(draft=as_page), as_page.urgent_action
    try:
        parent = wishes.parent or place_for(wishes.locale or said.language)
        there = same_document(said, parent=parent, origin=origin)
        named = everybody(said, directory)
        choices = {each.place: unattended(each) for each in named}
        if there is not None and not wishes.update:
            outcome.deed, outcome.page = "there", there.pk
            return outcome
        made = _made(draft, said, there, parent=parent, choices=choices, origin=origin)
    except ImportRefused as refused:
        outcome.deed, outcome.said = "refused", [str(refused)]
    except ValidationError as error:
        outcome.deed, outcome.said = "refused", [" ".join(error.messages)]
    else:
        outcome.deed, outcome.page = "made" if there is None else "updated", made.page.pk
        outcome.said = list(_about_people(named, choices, made))
        for entry in made.made:
            if hasattr(entry, "forms_of_address"):
                directory.add(entry)
    return outcome


def _made(
    draft: Draft, said: UrgentAction, there: Any, *, parent: Any, choices: Mapping[str, Choice], origin: str
) -> Imported:
    closing: dict[str, Any] = {"closed": draft.closed, "ended_on": draft.ended_on}
    if there is None:
        return create_draft(said, parent=parent, choices=choices, origin=origin, **closing)
    found = offered_changes(there, said, choices=choices, moment=timezone.now(), **closing)
    take = {difference.field for difference in found}
    return update_draft(there, said, take=take, choices=choices, origin=origin, **closing)


def _about_people(named: Sequence[Somebody], choices: Mapping[str, Choice], made: Imported) -> Iterator[str]:
    """Yield what somebody has to look at: who is new, and like whom."""
    new = {entry.name for entry in made.made}
    for each in named:
        choice = choices[each.place]
        if (choice.deed is Deed.MAKE and each.called in new) or choice.like:
            like = f", perhaps the same as {'; '.join(choice.like)}" if choice.like else ""
            yield f"{each.place}: {each.called} is new in the directory, not published{like}"
