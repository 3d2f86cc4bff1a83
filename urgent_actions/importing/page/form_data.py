"""An urgent action as the editor's form would send it, and the form that takes it."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from wagtail.admin.panels import get_form_for_model
from wagtail.blocks.base import BlockField

from ...models.swap import page_model
from ...urgent_action import Passage, SampleLetter, UrgentAction

FACTS = {
    "headline": "title",
    "ua_number": "ua_number",
    "ordinal": "ordinal",
    "index_number": "index_number",
    "issued_on": "issued_on",
    "deadline": "deadline",
    "own_language_welcome": "own_language_welcome",
    "post_suspended": "post_suspended",
    "writer_safety_notice": "writer_safety_notice",
    "stopped_at": "stopped_at",
    "stop_reason": "stop_reason",
    "previous_url": "previous_url",
}
"""Fields of the urgent action that are one value each, and what they are called on the page."""
_AS_TEXT = ("ua_number", "index_number")

Blocks = list[dict[str, Any]]
Rows = list[dict[str, Any]]


def facts(urgent_action: UrgentAction) -> dict[str, Any]:
    """Return the values of the page's simple fields."""
    found = {ours: getattr(urgent_action, field) for field, ours in FACTS.items()}
    return {name: str(value or "") if name in _AS_TEXT else value for name, value in found.items()}


def countries(urgent_action: UrgentAction) -> Rows:
    """Return the rows of countries."""
    return [{"country": code} for code in urgent_action.countries]


def languages(urgent_action: UrgentAction) -> Rows:
    """Return the rows of preferred languages."""
    return [{"language": tag} for tag in urgent_action.preferred_languages]


def persons(urgent_action: UrgentAction) -> Rows:
    """Return the rows of persons at risk, with what a document can say of them."""
    return [
        {
            "name": person.name,
            "name_in_original_script": person.name_in_original_script,
            "pronouns": person.pronouns,
            "outcome": person.outcome.value if person.outcome else "",
            "outcome_on": person.outcome_on,
            "outcome_source": person.outcome_source,
            "appeals_contribution": person.appeals_contribution,
            "use_initials": person.use_initials,
        }
        for person in urgent_action.persons
    ]


def passages(prose: Iterable[Passage]) -> Blocks:
    """Return prose as blocks."""
    return [_block(passage.kind, _passage(passage)) for passage in prose]


def letter(sample: SampleLetter) -> Blocks:
    """Return the sample letter as blocks."""
    asks = {"introduction": sample.asks_introduction, "asks": list(sample.asks)}
    return [
        *(_block("paragraph", text) for text in sample.paragraphs),
        *([_block("asks", asks)] if sample.asks or sample.asks_introduction else []),
        *(_block("paragraph", text) for text in sample.closing),
        *([_block("postscript", sample.postscript)] if sample.postscript else []),
    ]


def notes(urgent_action: UrgentAction) -> Blocks:
    """Return the notes to writers as blocks."""
    return [_block("note_to_writers", note) for note in urgent_action.notes_to_writers]


def page_form(
    page: Any, *, fields: Mapping[str, Any], rows: Mapping[str, Rows], parent: Any = None, user: Any = None
) -> Any:
    """Return the editor's form of ``page``, bound to these values and narrowed to their fields: no other is touched.

    ``rows`` replace those that are there; a row with the name of a person who is there already keeps its id.
    """
    model = page_model()
    handler = model.get_edit_handler()
    options = handler.get_form_options()
    formsets = {name: options["formsets"][name] for name in rows}
    narrowed = {**options, "fields": [name for name in options["fields"] if name in fields], "formsets": formsets}
    form_class = get_form_for_model(model, form_class=model.base_form_class, **narrowed)
    data = {name: _native(page, name, value) for name, value in fields.items()}
    for name, each in rows.items():
        data |= _formset(name, each, list(getattr(page, name).all()))
    form = form_class(data, {}, instance=page, parent_page=parent or page.get_parent(), for_user=user)
    for field in form.fields.values():
        if isinstance(field, BlockField):
            field.widget = _GivenValue()
    return form


class _GivenValue(forms.Widget):
    """Takes the value of a StreamField as it is: block by block it is validated by the field all the same."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return data.get(name)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data


def _native(page: Any, name: str, value: Any) -> Any:
    """Return a field's value as its widget would read it from a request."""
    stream = getattr(getattr(page, name), "stream_block", None)
    if stream is None:
        return ("on" if value else None) if isinstance(value, bool) else value
    for block in value:
        if (child := stream.child_blocks.get(block["type"])) is not None and hasattr(child, "features"):
            block["value"] = _as_edited(child, block["value"])
    return stream.to_python(value)


def _as_edited(block: Any, rich: str) -> str:
    """Return rich text as it is after somebody has opened and saved it in the editor: what it cannot hold is gone."""
    widget = block.field.widget
    return str(widget.converter.to_database_format(widget.format_value(rich)))


def _formset(name: str, rows: Rows, there: list[Any]) -> dict[str, Any]:
    """Return the data of a formset in which ``rows`` take the place of those that are there."""
    data: dict[str, Any] = {f"{name}-INITIAL_FORMS": len(there), f"{name}-TOTAL_FORMS": len(there) + len(rows)}
    kept = {each.name: place for place, each in enumerate(there) if hasattr(each, "name") and each.pk}
    for place, each in enumerate(there):
        data |= {f"{name}-{place}-id": each.pk or "", f"{name}-{place}-DELETE": "on"}
    for order, row in enumerate(rows):
        place = kept.pop(row.get("name"), len(there) + order)
        data.pop(f"{name}-{place}-DELETE", None)
        data[f"{name}-{place}-ORDER"] = order + 1
        for key, value in row.items():
            data[f"{name}-{place}-{key}"] = ("on" if value else None) if isinstance(value, bool) else value
    unused = (order for order in range(len(rows)) if f"{name}-{len(there) + order}-ORDER" not in data)
    data |= {f"{name}-{len(there) + order}-DELETE": "on" for order in unused}
    return data


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value}


def _passage(passage: Passage) -> Any:
    if passage.kind == "quote":
        return {"text": passage.text, "source": passage.source}
    if passage.kind == "paragraph" and not passage.text.lstrip().startswith("<"):
        return f"<p>{html.escape(passage.text, quote=False)}</p>"
    return passage.text
