"""The facts and the prose of a draft, as they were read, to be corrected in place."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...codes import country_choices, country_name, language_choices, language_name
from ...fields import CodeChoiceField
from ...importing.draft import Draft
from ...rules.index_number import read_index_number
from ...rules.reference import UnreadableReference, read_ua_number
from ...urgent_action import IndexNumber, SampleLetter, UANumber, UrgentAction
from .prose import lines_of, paragraphs_of, passages_of, text_of

LONGEST_PROSE = 60_000
MOST_CODES = 30
NEVER = "---------"


def _prose(label: Any, rows: int, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(label=label, required=False, max_length=LONGEST_PROSE, widget=area, help_text=help_text)


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=help_text,
    )


def code_field(
    label: Any, codes: Callable[[], list[tuple[str, str]]], name_of: Callable[[str, str], str]
) -> CodeChoiceField:
    """Return a choice of a country or a language by its name, which may be left open."""
    field = CodeChoiceField(label=label, required=False, choices=[("", NEVER), *codes()])
    field.name_of = name_of
    return field


_CODES: dict[str, Any] = {
    "country": (_("Country"), country_choices, country_name),
    "language": (_("Preferred language"), language_choices, language_name),
}


class FactsForm(forms.Form):
    """All that is said once in an urgent action."""

    headline = forms.CharField(
        label=_("Headline"), required=False, max_length=255, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    ua_number = forms.CharField(label=_("UA number"), required=False, max_length=32)
    ordinal = forms.IntegerField(label=_("Ordinal"), required=False, min_value=1, max_value=99)
    index_number = forms.CharField(label=_("Index number"), required=False, max_length=80)
    issued_on = _day(_("Issue date"))
    deadline = _day(_("Deadline"), _("Last day on which to write, inclusive."))
    closed = forms.BooleanField(label=_("The document says that it is closed"), required=False)
    ended_on = _day(_("Closed since"), _("Empty if the document does not say: the draft then waits for it."))
    stop_reason = _prose(_("Reason of the stop"), 2)
    summary = _prose(_("Summary"), 6, _("An empty line between paragraphs."))
    notes_to_writers = _prose(_("Notes to writers"), 3, _("An empty line between notes."))
    letter = _prose(_("Sample letter"), 8, _("Without salutation and sign-off. An empty line between paragraphs."))
    asks_introduction = _prose(_("Opening of the asks"), 2)
    asks = _prose(_("Asks"), 4, _("Each on a line of its own."))
    closing = _prose(_("After the asks"), 2, _("An empty line between paragraphs."))
    postscript = _prose(_("Postscript"), 1)
    additional_information = _prose(_("Additional information"), 10, _("An empty line between paragraphs."))
    own_language_welcome = forms.BooleanField(label=_("Or your own language"), required=False)
    previous_url = forms.URLField(
        label=_("Link to the previous UA"),
        required=False,
        assume_scheme="https",
        max_length=200,
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )

    def __init__(self, data: Any, *, draft: Draft) -> None:
        self.before = draft.urgent_action
        super().__init__(data, initial=_initial(draft))
        self._add_codes("country", self.before.countries, spare=1)
        self._add_codes("language", self.before.preferred_languages, spare=2)

    def _add_codes(self, name: str, found: tuple[str, ...], *, spare: int) -> None:
        label, codes, name_of = _CODES[name]
        for place in range(min(len(found), MOST_CODES) + spare):
            field = code_field(f"{label} {place + 1}", codes, name_of)
            field.initial = found[place] if place < len(found) else ""
            self.fields[f"{name}_{place}"] = field

    @property
    def countries(self) -> list[Any]:
        """Return the fields of the countries."""
        return [self[name] for name in self.fields if name.startswith("country_")]

    @property
    def languages(self) -> list[Any]:
        """Return the fields of the preferred languages."""
        return [self[name] for name in self.fields if name.startswith("language_")]

    def clean_ua_number(self) -> UANumber | None:
        """Return the number in whatever form it was typed."""
        return _reference(read_ua_number, self.cleaned_data["ua_number"])

    def clean_index_number(self) -> IndexNumber | None:
        """Return the number in whatever form it was typed."""
        return _reference(read_index_number, self.cleaned_data["index_number"])

    def corrected(self) -> UrgentAction:
        """Return the draft with what was typed, once the form is valid; targets, copies and persons as they were."""
        typed, before = self.cleaned_data, self.before
        simple = ("headline", "ua_number", "ordinal", "index_number", "issued_on", "deadline", "own_language_welcome")
        return replace(
            before,
            **{name: typed[name] for name in simple},
            countries=self._codes("country"),
            preferred_languages=self._codes("language"),
            stop_reason=typed["stop_reason"],
            summary=passages_of(typed["summary"], before=before.summary),
            notes_to_writers=paragraphs_of(typed["notes_to_writers"]),
            letter=SampleLetter(
                paragraphs=paragraphs_of(typed["letter"]),
                asks_introduction=typed["asks_introduction"],
                asks=lines_of(typed["asks"]),
                closing=paragraphs_of(typed["closing"]),
                postscript=typed["postscript"],
            ),
            additional_information=passages_of(typed["additional_information"], before=before.additional_information),
            previous_url=typed["previous_url"],
        )

    def _codes(self, name: str) -> tuple[str, ...]:
        typed = (self.cleaned_data[field] for field in self.fields if field.startswith(f"{name}_"))
        return tuple(dict.fromkeys(code for code in typed if code))


def _initial(draft: Draft) -> dict[str, Any]:
    said = draft.urgent_action
    return {
        "headline": said.headline,
        "ua_number": str(said.ua_number or ""),
        "ordinal": said.ordinal,
        "index_number": str(said.index_number or ""),
        "issued_on": said.issued_on,
        "deadline": said.deadline,
        "closed": draft.closed,
        "ended_on": draft.ended_on,
        "stop_reason": said.stop_reason,
        "summary": text_of(said.summary),
        "notes_to_writers": "\n\n".join(said.notes_to_writers),
        "letter": "\n\n".join(said.letter.paragraphs),
        "asks_introduction": said.letter.asks_introduction,
        "asks": "\n".join(" ".join(ask.split()) for ask in said.letter.asks),
        "closing": "\n\n".join(said.letter.closing),
        "postscript": said.letter.postscript,
        "additional_information": text_of(said.additional_information),
        "own_language_welcome": said.own_language_welcome,
        "previous_url": said.previous_url,
    }


def _reference(read: Callable[[str], Any], typed: str) -> Any:
    try:
        return read(typed) if typed else None
    except UnreadableReference as error:
        raise ValidationError(gettext(error.template) % dict(error.params)) from error
