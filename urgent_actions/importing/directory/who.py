"""Who of the directory the targets and copies of a draft are, as it was chosen; and entries for those who are new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.actions.create import CreateAction

from ...codes import is_language
from ...models import FormOfAddress, Mission, MissionContact, Official, OfficialContact
from ...models.contacts import KIND_LABELS
from ...urgent_action import Contact, CopyRecipient, Target, UrgentAction
from ...urgent_action import Mission as MissionFacts
from ..refusal import GONE, MAY_NOT_ADD_OFFICIALS, NOBODY, ImportRefused
from .matching import Candidate, Directory, missions_like, only_certain


class Deed(StrEnum):
    """What is done with somebody whom a document names."""

    USE = "use"
    MAKE = "make"
    """A new entry of the directory, not published."""
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen for somebody: ``pk`` is the entry that is used, ``like`` names those that a new one is like."""

    deed: Deed
    pk: int | None = None
    like: tuple[str, ...] = ()


Choices = Mapping[str, Choice]
"""By the place in the draft: ``targets[0]``, ``copies_to[1]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """Whom a document names, where, and who of the directory that may be."""

    place: str
    facts: Target | MissionFacts
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def certain(self) -> Candidate | None:
        """Return the entry that says all that the document does, and no other does; else None."""
        return only_certain(self.candidates)

    @property
    def called(self) -> str:
        """Return how to name them in a sentence."""
        return self.facts.name if isinstance(self.facts, MissionFacts) else self.facts.called


def everybody(urgent_action: UrgentAction, directory: Directory) -> list[Somebody]:
    """Return all whom the document names, with the entries that are offered for each; no choice is made."""
    found = []
    for place, facts in _named(urgent_action):
        is_mission = isinstance(facts, MissionFacts)
        found.append(
            Somebody(
                place=place,
                facts=facts,
                candidates=missions_like(facts) if is_mission else directory.officials_like(facts),
            )
        )
    return found


def unattended(somebody: Somebody) -> Choice:
    """Return what is done where nobody is asked: the certain entry is used, for all others a new one is made."""
    if certain := somebody.certain:
        return Choice(deed=Deed.USE, pk=certain.pk)
    return Choice(deed=Deed.MAKE, like=tuple(candidate.called for candidate in somebody.candidates))


def _named(urgent_action: UrgentAction) -> Iterator[tuple[str, Any]]:
    for place, target in enumerate(urgent_action.targets):
        yield f"targets[{place}]", target
    for place, recipient in enumerate(urgent_action.copies_to):
        if facts := named_in(recipient):
            yield f"copies_to[{place}]", facts


def named_in(recipient: CopyRecipient) -> Target | MissionFacts | None:
    """Return who is named as the recipient of a copy: a mission, if it is known of which country, else an official.

    None if there are only “the missions of a country”.
    """
    mission = recipient.mission
    if recipient.official or mission is None or mission.of_country:
        return recipient.official or mission
    return Target(
        id=recipient.id,
        name=mission.head_of_mission,
        role=mission.head_of_mission_title,
        organisation=mission.name,
        address=mission.address,
        contacts=mission.contacts,
        note=recipient.note,
    )


class Entries:
    """Turns choices into entries of the directory, and remembers those that it makes: the same facts make one entry."""

    def __init__(self, choices: Choices, *, user: Any, origin: str) -> None:
        self.choices, self.user, self.origin = choices, user, origin
        self.made: list[Any] = []
        self._of: dict[Any, Any] = {}

    def official(self, place: str, target: Target) -> Any:
        """Return the official for a target or a copy, or None if it is left out; raise ImportRefused."""
        choice = self.choices.get(place, Choice(deed=Deed.MAKE))
        if choice.deed is Deed.LEAVE_OUT:
            return None
        if choice.deed is Deed.MAKE:
            return self._once(place, target, lambda: self._new_official(place, target, choice.like))
        found = Official.objects.prefetch_related("forms_of_address", "contacts").filter(pk=choice.pk or 0).first()
        if found is None:
            raise ImportRefused(GONE, place=place, called=target.called)
        return found

    def mission(self, place: str, facts: MissionFacts) -> bool:
        """Say whether copies go to the missions of this country; make an entry where that was chosen."""
        choice = self.choices.get(place, Choice(deed=Deed.USE))
        if choice.deed is Deed.MAKE and facts.of_country and facts.in_country:
            there = Mission.objects.filter(of_country=facts.of_country, in_country=facts.in_country)
            if not there.exists():
                self._once(place, facts, lambda: self._new_mission(place, facts))
        return choice.deed is not Deed.LEAVE_OUT

    def _once(self, place: str, facts: Any, make: Any) -> Any:
        if facts not in self._of:
            try:
                self._of[facts] = make()
            except ValidationError as error:
                raise ImportRefused("%(said)s", place=place, said=" ".join(error.messages)) from error
            self.made.append(self._of[facts])
        return self._of[facts]

    def _new_official(self, place: str, target: Target, like: tuple[str, ...]) -> Any:
        if not (target.name or target.role or target.organisation):
            raise ImportRefused(NOBODY, place=place)
        contacts, unfit = _contacts(target.contacts, OfficialContact)
        told = [_("Imported from %(origin)s.") % {"origin": self.origin}, *unfit]
        told += [_("Perhaps the same as: %(names)s.") % {"names": "; ".join(like)}] if like else []
        official = Official(
            name=target.name,
            role=target.role,
            organisation=target.organisation,
            address="\n".join(target.address.lines),
            country=target.address.country,
            gender=target.gender.value if target.gender else "",
            register=target.register.value,
            note="\n".join(told),
        )
        official.contacts.set(contacts)
        official.forms_of_address.set(
            FormOfAddress(language=language, salutation=words)
            for language, words in target.salutations
            if is_language(language)
        )
        return self._created(official, place, target.called)

    def _new_mission(self, place: str, facts: MissionFacts) -> Any:
        contacts, _unfit = _contacts(facts.contacts, MissionContact)
        mission = Mission(
            name=facts.name,
            of_country=facts.of_country,
            in_country=facts.in_country,
            head_of_mission=facts.head_of_mission,
            head_of_mission_title=facts.head_of_mission_title,
            address="\n".join(facts.address.lines),
            country=facts.address.country,
        )
        mission.contacts.set(contacts)
        return self._created(mission, place, facts.name)

    def _created(self, entry: Any, place: str, called: str) -> Any:
        action = CreateAction(entry, user=self.user)
        if self.user and not action.user_has_permission():
            raise ImportRefused(MAY_NOT_ADD_OFFICIALS, place=place, called=called)
        entry.full_clean()
        return action.execute(skip_permission_checks=True)


def _contacts(said: tuple[Contact, ...], model: Any) -> tuple[list[Any], list[str]]:
    """Return (contacts, lines for the internal note): what is no contact as the directory wants it is kept as it stood.

    A number without a country code is none, and which country it is in nobody may guess.
    """
    fit, unfit = [], []
    for contact in said:
        made = model(kind=contact.kind.value, value=contact.value, platform=contact.platform, label=contact.label)
        try:
            made.clean_fields(exclude=["official", "mission", "sort_order"])
            made.clean()
        except ValidationError:
            unfit.append(f"{KIND_LABELS[contact.kind]}: {contact.platform} {contact.value}".replace("  ", " "))
        else:
            fit.append(made)
    return fit, unfit
