"""Persons of a document whom the CMS knows already: what it knows of them stays, above all that a name is not shown."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from ...models import PersonAtRisk
from ...urgent_action import Person, UrgentAction
from ..resemblance import likeness

MOST = 500
"""More persons than any case has."""


def by_initials(urgent_action: UrgentAction) -> UrgentAction:
    """Return it with initials for everybody who is known by initials in the case, be the name spelled otherwise."""
    number = str(urgent_action.ua_number or "")
    if not number or not urgent_action.persons:
        return urgent_action
    hidden = PersonAtRisk.objects.filter(page__ua_number=number, use_initials=True).order_by("pk")
    return _by_initials(urgent_action, list(hidden.values_list("name", flat=True)[:MOST]))


def as_known(urgent_action: UrgentAction, *, on: Any) -> UrgentAction:
    """Return it with persons as the draft ``on`` has them, where the document says nothing; and ``by_initials``."""
    there = [person.as_person() for person in on.persons.all()]
    known = {person.name: person for person in there}
    persons = tuple(_filled(person, known.get(person.name)) for person in urgent_action.persons)
    stated = _by_initials(
        replace(urgent_action, persons=persons), [person.name for person in there if person.use_initials]
    )
    return by_initials(stated)


def _filled(said: Person, known: Person | None) -> Person:
    if known is None:
        return said
    names = (field.name for field in fields(Person) if field.name != "id")
    empty = {name: getattr(known, name) for name in names if not getattr(said, name)}
    return replace(said, **empty)


def _by_initials(urgent_action: UrgentAction, hidden: Iterable[str]) -> UrgentAction:
    names = list(hidden)
    return replace(
        urgent_action,
        persons=tuple(
            replace(person, use_initials=person.use_initials or any(likeness(person.name, name) for name in names))
            for person in urgent_action.persons
        ),
    )
