"""The persons at risk of a draft, a row each, and one row more."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...models.facts import OUTCOME_LABELS
from ...urgent_action import Outcome, Person
from .facts import NEVER

MOST_PERSONS = 100


class PersonForm(forms.Form):
    """One person. Without a name: nobody."""

    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    name_in_original_script = forms.CharField(
        label=_("Name in the original script"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    pronouns = forms.CharField(label=_("Pronouns"), required=False, max_length=60)
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        required=False,
        choices=[("", NEVER), *((o.value, name) for o, name in OUTCOME_LABELS.items())],
    )

    def __init__(self, data: Any, *, person: Person, prefix: str) -> None:
        names = ("name", "name_in_original_script", "pronouns")
        initial = {name: getattr(person, name) for name in names}
        initial["outcome"] = person.outcome.value if person.outcome else ""
        super().__init__(data, initial=initial, prefix=prefix)
        self.person = person

    def corrected(self) -> Person | None:
        """Return the person with what was typed, once the form is valid; None where no name is left."""
        typed = self.cleaned_data
        outcome = Outcome(typed["outcome"]) if typed["outcome"] else None
        same = outcome is self.person.outcome
        return typed["name"] and replace(
            self.person,
            **{name: typed[name] for name in ("name", "name_in_original_script", "pronouns")},
            outcome=outcome,
            outcome_on=self.person.outcome_on if same else None,
            outcome_source=self.person.outcome_source if same else "",
        )


def person_forms(persons: tuple[Person, ...], data: Any) -> list[PersonForm]:
    """Return a form for each person, and one for somebody whom the reader of the document has missed."""
    rows = (*persons[:MOST_PERSONS], Person(id="", name=""))
    return [PersonForm(data, person=person, prefix=f"person-{place}") for place, person in enumerate(rows)]
