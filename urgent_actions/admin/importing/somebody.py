"""A target or a copy of a draft: what the document says, to be corrected, and who of the directory that is."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...codes import country_choices, country_name
from ...importing.directory.who import Choice, Deed, Somebody
from ...models.contacts import KIND_LABELS
from ...urgent_action import Address, Contact, ContactKind, Mission, Target
from .facts import code_field
from .prose import lines_of

NO_CHANNEL = _("“%(line)s”: begin with the channel and a colon, as in “Fax: +504 2230-0000”.")
CHOOSE = _("Choose who this is: somebody in the directory, a new entry, or nobody.")


def contact_lines(contacts: tuple[Contact, ...]) -> str:
    """Return the contacts line by line: “Fax: +504 2230-0000”, of social media with the name of the network."""
    return "\n".join(
        f"{contact.platform or KIND_LABELS[contact.kind]}: {contact.value}"
        if contact.kind is ContactKind.SOCIAL
        else f"{KIND_LABELS[contact.kind]}: {contact.value}"
        for contact in contacts
    )


def contacts_of(text: str) -> tuple[Contact, ...]:
    """Return the contacts of such lines; raise ValidationError for a line that says no channel."""
    kinds = {str(label).casefold(): kind for kind, label in KIND_LABELS.items()}
    kinds |= {kind.value: kind for kind in ContactKind}
    found = []
    for line in lines_of(text):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not (colon and name and value):
            raise ValidationError(NO_CHANNEL, params={"line": line})
        kind = kinds.get(name.casefold(), ContactKind.SOCIAL)
        known = kind is not ContactKind.SOCIAL or name.casefold() in kinds
        found.append(Contact(kind=kind, value=value, platform="" if known else name))
    return tuple(found)


class _FactsOfSomebody(forms.Form):
    """What officials and missions have in common."""

    address = forms.CharField(
        label=_("Postal address"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    contacts = forms.CharField(
        label=_("Other channels"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A line each, such as “E-mail: minister@example.org”. Of social media the name of the network."),
    )

    def clean_contacts(self) -> tuple[Contact, ...]:
        """Return the contacts."""
        return contacts_of(self.cleaned_data["contacts"])

    def _address(self, before: Address, country: str) -> Address:
        return replace(before, lines=lines_of(self.cleaned_data["address"]), country=country)


class TargetFactsForm(_FactsOfSomebody):
    """An official as the document has them."""

    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    role = forms.CharField(label=_("Role"), required=False, max_length=250)
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=250)
    salutation = forms.CharField(label=_("Salutation"), required=False, max_length=200)
    field_order = ("name", "role", "organisation", "address", "country", "contacts", "salutation")

    def __init__(self, data: Any, *, facts: Target, language: str, prefix: str) -> None:
        self.facts, self.language = facts, language
        initial = {
            "name": facts.name,
            "role": facts.role,
            "organisation": facts.organisation,
            "address": "\n".join(facts.address.lines),
            "contacts": contact_lines(facts.contacts),
            "salutation": facts.salutation(language),
        }
        super().__init__(data, initial=initial, prefix=prefix)
        self.fields["country"] = code_field(_("Country of the address"), country_choices, country_name)
        self.fields["country"].initial = facts.address.country
        self.order_fields(self.field_order)

    def corrected(self) -> Target:
        """Return the official with what was typed, once the form is valid."""
        typed = self.cleaned_data
        others = tuple(each for each in self.facts.salutations if each[0] != self.language)
        own = ((self.language, typed["salutation"]),) if typed["salutation"] else ()
        return replace(
            self.facts,
            name=typed["name"],
            role=typed["role"],
            organisation=typed["organisation"],
            address=self._address(self.facts.address, typed["country"]),
            contacts=typed["contacts"],
            salutations=(*own, *others),
        )


class MissionFactsForm(_FactsOfSomebody):
    """A diplomatic mission as the document has it."""

    name = forms.CharField(label=_("Mission"), required=False, max_length=250)
    head_of_mission_title = forms.CharField(label=_("Title of its head"), required=False, max_length=120)
    head_of_mission = forms.CharField(label=_("Name of its head"), required=False, max_length=200)
    field_order = (
        "name",
        "of_country",
        "in_country",
        "head_of_mission_title",
        "head_of_mission",
        "address",
        "contacts",
    )

    def __init__(self, data: Any, *, facts: Mission, prefix: str) -> None:
        self.facts = facts
        initial = {
            "name": facts.name,
            "head_of_mission_title": facts.head_of_mission_title,
            "head_of_mission": facts.head_of_mission,
            "address": "\n".join(facts.address.lines),
            "contacts": contact_lines(facts.contacts),
        }
        super().__init__(data, initial=initial, prefix=prefix)
        for name, label in (("of_country", _("Mission of")), ("in_country", _("Accredited in"))):
            self.fields[name] = code_field(label, country_choices, country_name)
            self.fields[name].initial = getattr(facts, name)
        self.order_fields(self.field_order)

    def corrected(self) -> Mission:
        """Return the mission with what was typed, once the form is valid."""
        typed = self.cleaned_data
        return replace(
            self.facts,
            name=typed["name"],
            of_country=typed["of_country"],
            in_country=typed["in_country"],
            head_of_mission_title=typed["head_of_mission_title"],
            head_of_mission=typed["head_of_mission"],
            address=self._address(self.facts.address, typed["in_country"] or self.facts.address.country),
            contacts=typed["contacts"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to the question who somebody is."""

    value: str
    label: str
    candidate: Any = None


class WhoForm(forms.Form):
    """Which entry of the directory somebody is. Nothing is chosen beforehand unless it is certain."""

    def __init__(self, *args: Any, somebody: Somebody, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.somebody = somebody
        self.options = _mission_options(somebody) if isinstance(somebody.facts, Mission) else _options(somebody)
        self.fields["who"] = forms.ChoiceField(
            label=_("Who is this?"),
            choices=[(option.value, option.label) for option in self.options],
            initial=_initial(somebody, self.options),
            widget=forms.RadioSelect,
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )

    def choice(self) -> Choice:
        """Return what was chosen, once the form is valid."""
        deed, _colon, pk = self.cleaned_data["who"].partition(":")
        like = tuple(each.called for each in self.somebody.candidates) if deed == Deed.MAKE else ()
        return Choice(deed=Deed(deed), pk=int(pk) if pk else None, like=like)


def _options(somebody: Somebody) -> list[Option]:
    return [
        *(Option(value=f"{Deed.USE}:{each.pk}", label=each.called, candidate=each) for each in somebody.candidates),
        Option(value=Deed.MAKE.value, label=gettext("Somebody new: add an entry to the directory, not published")),
        Option(value=Deed.LEAVE_OUT.value, label=gettext("Leave out of the draft")),
    ]


def _mission_options(somebody: Somebody) -> list[Option]:
    facts: Any = somebody.facts
    known = somebody.candidates[0] if somebody.candidates else None
    use = gettext("Copies to the missions of this country, as the directory has them")
    make = gettext("The same, and add this mission to the directory, not published")
    return [
        Option(value=Deed.USE.value, label=use, candidate=known),
        *([Option(value=Deed.MAKE.value, label=make)] if not known and facts.in_country and facts.name else []),
        Option(value=Deed.LEAVE_OUT.value, label=gettext("Leave out of the draft")),
    ]


def _initial(somebody: Somebody, options: list[Option]) -> str:
    if isinstance(somebody.facts, Mission):
        values = [option.value for option in options]
        return Deed.MAKE.value if Deed.MAKE.value in values else Deed.USE.value
    if somebody.certain:
        return f"{Deed.USE}:{somebody.certain.pk}"
    return "" if somebody.candidates else Deed.MAKE.value
