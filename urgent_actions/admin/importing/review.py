"""The review of one draft: all its forms together, what was corrected in them, and who of the directory is meant."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext

from ...codes import country_name
from ...importing.directory.matching import Directory
from ...importing.directory.who import Choice, everybody, named_in
from ...importing.document import SourceDocument
from ...importing.draft import Draft
from ...importing.refusal import ImportRefused
from ...urgent_action import CopyRecipient, Mission, Person, Target, UrgentAction
from .facts import FactsForm
from .people import MOST_PERSONS, person_forms
from .somebody import MissionFactsForm, TargetFactsForm, WhoForm
from .source import lines_for

ON_PAGE = {
    "title": "headline",
    "sample_letter": "letter",
    "stopped_at": "ended_on",
    "country_items": "country_0",
    "language_items": "language_0",
}
"""Where a field of the page is corrected, if it is called otherwise here."""


@dataclass(slots=True, kw_only=True)
class Row:
    """A target or a copy: where, what the document says, who that is, and the lines that say so."""

    place: str
    facts: TargetFactsForm | MissionFactsForm
    lines: list[int]
    who: WhoForm | None = None

    @property
    def anchor(self) -> str:
        """Return the place as an id and a prefix: ``targets-0``."""
        return self.place.replace("[", "-").rstrip("]")


class Review:
    """A draft under review. With ``data`` it is what somebody has typed, else what was read."""

    def __init__(self, document: SourceDocument, draft: Draft, *, data: Any = None) -> None:
        self.document, self.draft = document, draft
        said = draft.urgent_action
        self.facts = FactsForm(data, draft=draft)
        self.persons = person_forms(said.persons, data)
        self.rows = [*self._rows("targets", said.targets, data), *self._rows("copies_to", said.copies_to, data)]
        self.errors: list[str] = []
        self._identify(data)

    @property
    def targets(self) -> list[Row]:
        """Return the rows of targets."""
        return [row for row in self.rows if row.place.startswith("targets")]

    @property
    def copies(self) -> list[Row]:
        """Return the rows of copies to somebody who is named."""
        return [row for row in self.rows if row.place.startswith("copies_to")]

    @property
    def copies_to_missions(self) -> list[str]:
        """Return the names of the countries to whose missions copies go, where none of these is named."""
        reader = get_language() or "en"
        copies = self.draft.urgent_action.copies_to
        return [country_name(each.missions_of, reader) for each in copies if named_in(each) is None]

    def is_valid(self) -> bool:
        """Say whether a draft can be made of what was typed."""
        # All of them are asked, so that all errors are shown at once.
        return not [form for form in self.forms if not form.is_valid()]

    @property
    def forms(self) -> list[Any]:
        """Return all forms, in the order in which they stand."""
        of_rows = [form for row in self.rows for form in (row.who, row.facts) if form is not None]
        return [self.facts, *self.persons, *of_rows]

    @property
    def wrong(self) -> list[Any]:
        """Return the fields with errors, in order."""
        return [form[name] for form in self.forms if form.is_bound for name in form.errors if name in form.fields]

    def corrected(self) -> UrgentAction:
        """Return the urgent action as it was typed, once all is valid."""
        persons = tuple(person for form in self.persons if (person := form.corrected()))
        return replace(self._with_rows(self.facts.corrected()), persons=(*persons, *self.more_persons))

    @property
    def more_persons(self) -> tuple[Person, ...]:
        """Return those for whom there is no form: they stay as they were read."""
        return self.draft.urgent_action.persons[MOST_PERSONS:]

    @property
    def closed(self) -> bool:
        """Say whether it is closed, once all is valid."""
        return bool(self.facts.cleaned_data["closed"])

    @property
    def ended_on(self) -> date | None:
        """Return since when it is closed, once all is valid."""
        day: date | None = self.facts.cleaned_data["ended_on"]
        return day

    def choices(self) -> dict[str, Choice]:
        """Return who of the directory was chosen, once all is valid."""
        return {row.place: row.who.choice() for row in self.rows if row.who is not None}

    def refuse(self, refused: ImportRefused) -> None:
        """Say why no draft was made, beside whom it is about."""
        row = next((row for row in self.rows if row.place == refused.place), None)
        if row is not None and row.who is not None:
            row.who.add_error("who", str(refused))
        else:
            self.errors.append(str(refused))

    def refuse_values(self, locations: list[tuple[Any, list[tuple[str, str]]]]) -> None:
        """Say what the editor's form says of the values, beside the fields that are here too."""
        for path, messages in locations:
            name = ON_PAGE.get(str(path[0]), str(path[0]))
            if path[0] == "persons" and len(path) > 2 and self._refuse_person(path, messages):
                continue
            for message, _code in messages:
                if name in self.facts.fields:
                    self.facts.add_error(name, message)
                else:
                    self.errors.append(gettext("%(field)s: %(said)s") % {"field": name, "said": message})

    def _refuse_person(self, path: Any, messages: list[tuple[str, str]]) -> bool:
        form = self.persons[path[1]] if path[1] < len(self.persons) else None
        if form is None or path[2] not in form.fields:
            return False
        for message, _code in messages:
            form.add_error(path[2], message)
        return True

    def _rows(self, kind: str, named: Any, data: Any) -> list[Row]:
        found = []
        for number, each in enumerate(named):
            facts = named_in(each) if isinstance(each, CopyRecipient) else each
            if facts is None:
                continue
            place = f"{kind}[{number}]"
            row = Row(place=place, facts=None, lines=lines_for(self.draft, place))  # type: ignore[arg-type]  # set next
            row.facts = (
                MissionFactsForm(data, facts=facts, prefix=row.anchor)
                if isinstance(facts, Mission)
                else TargetFactsForm(data, facts=facts, language=self._language, prefix=row.anchor)
            )
            found.append(row)
        return found

    @property
    def _language(self) -> str:
        return self.draft.urgent_action.language

    def _identify(self, data: Any) -> None:
        """Look in the directory for those whom the document names, as they were corrected."""
        found = {each.place: each for each in everybody(self._with_rows(self.draft.urgent_action), Directory.read())}
        for row in self.rows:
            row.who = WhoForm(data, somebody=found[row.place], prefix=row.anchor)

    def _with_rows(self, urgent_action: UrgentAction) -> UrgentAction:
        """Return it with the targets and copies as they were typed, where that is valid."""
        typed: dict[str, Any] = {
            row.place: row.facts.corrected() for row in self.rows if row.facts.is_bound and row.facts.is_valid()
        }
        targets = tuple(typed.get(f"targets[{n}]", each) for n, each in enumerate(urgent_action.targets))
        copies = tuple(_recipient(each, typed.get(f"copies_to[{n}]")) for n, each in enumerate(urgent_action.copies_to))
        return replace(urgent_action, targets=targets, copies_to=copies)


def _recipient(before: CopyRecipient, typed: Any) -> CopyRecipient:
    if isinstance(typed, Mission):
        return replace(before, mission=typed)
    return replace(before, official=typed, mission=None) if isinstance(typed, Target) else before
