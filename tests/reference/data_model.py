"""docs/reference/data-model.md: what is stored."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.models import DraftStateMixin, LockableMixin, Page, RevisionMixin

from urgent_actions.fields import CodeField, IndexNumberField, SectionField, UANumberField
from urgent_actions.models import UrgentActionMixin, UrgentActionPage
from urgent_actions.panels import PLACES, urgent_action_panels
from urgent_actions.rules.readiness import blocking, problems
from urgent_actions.urgent_action import UrgentAction

from .tables import GENERATED, table

HEADLINE = next(str(panel.help_text) for panel in urgent_action_panels if getattr(panel, "field_name", "") == "title")
FEW_CHOICES = 12


def _first_sentence(model: Any) -> str:
    # Django writes "Name(field, field)" where nobody has written anything.
    said = next(each.__doc__ for each in model.__mro__ if each.__doc__ and "(id, " not in each.__doc__)
    return " ".join(said.split("\n\n")[0].split()).split(". ")[0].rstrip(".") + "."


def data_model_page() -> str:
    own = [model for model in apps.get_app_config("urgent_actions").get_models() if model is not UrgentActionPage]
    sections = [field for field in UrgentActionMixin._meta.get_fields() if isinstance(field, SectionField)]
    return "\n".join(
        [
            GENERATED,
            "# Data model\n",
            "What is stored, field by field. The help text is what an editor reads. What follows from these facts",
            "(status, chain, who may write) is stored nowhere:",
            "see [status and the safety gate](../concepts/status-and-the-safety-gate.md).\n",
            "“To publish” means that a draft may lack it. “To ask for letters” means that it may also be missing on a",
            "record: an urgent action that is stopped or superseded.\n",
            *(_model(model) for model in (UrgentActionPage, *own)),
            "## The blocks of the four sections\n",
            "How an editor types, not how the database stores: no block is in a migration.\n",
            *(_section(field) for field in sections),
        ]
    )


def _model(model: Any) -> str:
    rows = [(f"`{name}`", form, needed, help_text) for name, form, needed, help_text in stored_fields(model)]
    return "\n".join(
        [f"## {model.__name__}\n", f"{_first_sentence(model)}\n", table(("field", "form", "needed", "help text"), rows)]
    )


def stored_fields(model: Any) -> Iterator[tuple[str, str, str, str]]:
    if issubclass(model, Page):
        yield "title", _form(model._meta.get_field("title")), "always", HEADLINE if model is UrgentActionPage else ""
    for field in model._meta.local_fields:
        if not _is_bookkeeping(field):
            yield field.name, _form(field), _needed(model, field), str(field.help_text)
    for relation in get_all_child_relations(model):
        if relation.related_model._meta.app_label == "urgent_actions":
            name = relation.get_accessor_name()
            yield name, f"list of {relation.related_model.__name__}, in order", _needed_of(model, name), ""


def _is_bookkeeping(field: Any) -> bool:
    of_wagtail = {f.name for mixin in (DraftStateMixin, LockableMixin, RevisionMixin) for f in mixin._meta.get_fields()}
    is_link_to_parent = isinstance(field, ParentalKey) or getattr(field.remote_field, "parent_link", False)
    return (
        is_link_to_parent
        or field.primary_key
        or field.name == "translated_from"
        or field.name in of_wagtail | {"sort_order", "site"}
    )


def _needed(model: Any, field: Any) -> str:
    if model is UrgentActionPage:
        return _needed_of(model, field.name)
    return "" if field.blank or isinstance(field, models.BooleanField) or field.has_default() else "always"


def _needed_of(model: Any, name: str) -> str:
    if model is not UrgentActionPage:
        return ""
    empty = UrgentAction(language="en")
    asked, record = (
        {PLACES.get(problem.field, problem.field) for problem in blocking(found)}
        for found in (
            problems(empty, today=date(2026, 1, 1), asks_to_write=asks, same_ordinal_published=False)
            for asks in (True, False)
        )
    )
    if name == "language_items":
        return "to ask for letters, unless the writer's own language is welcome"
    return "to publish" if name in record else "to ask for letters" if name in asked else ""


PLAIN_FORMS: tuple[tuple[type[Any], str], ...] = (
    (UANumberField, "UA number"),
    (IndexNumberField, "index number"),
    (SectionField, "section of blocks, see below"),
    (models.DateTimeField, "date and time"),
    (models.DateField, "date"),
    (models.URLField, "web address"),
    (models.SlugField, "slug"),
)


def _form(field: Any) -> str:
    if plain := next((form for kind, form in PLAIN_FORMS if isinstance(field, kind)), ""):
        return plain
    match field:
        case CodeField():
            return str(field.description)
        case models.ForeignKey():
            return f"one {field.related_model._meta.verbose_name}"
        case models.BooleanField():
            return f"yes or no, at first {'yes' if field.default else 'no'}"
        case models.IntegerField():
            return f"whole number, at first {field.default}" if field.has_default() else "whole number"
    if field.choices:
        codes = [str(code) for code, _ in field.choices if code]
        return "one of " + ", ".join(f"`{code}`" for code in codes) if len(codes) <= FEW_CHOICES else _many(field)
    if isinstance(field, models.TextField):
        return "formatted text" if "features" in vars(field) else "text"
    return f"text of at most {field.max_length} characters"


def _many(field: Any) -> str:
    return "time zone of the IANA database" if field.name == "time_zone" else f"one of {len(field.choices)}"


def _section(field: Any) -> str:
    rows = [row for name, block in field.stream_block.child_blocks.items() for row in _block(name, block)]
    return "\n".join(
        [f"### {field.name}\n", f"{field.help_text}\n", table(("block", "form", "needed", "help text"), rows)]
    )


def _block(path: str, block: Any) -> Iterator[tuple[str, str, str, str]]:
    help_text = getattr(getattr(block, "field", None), "help_text", "") or getattr(block.meta, "help_text", "") or ""
    needed = "always" if getattr(block, "required", False) and not isinstance(block, blocks.StructBlock) else ""
    if isinstance(block, blocks.StructBlock):
        yield f"`{path}`", "group of fields", "", str(block.meta.description or "")
        for name, child in block.child_blocks.items():
            yield from _block(f"{path}.{name}", child)
        return
    if isinstance(block, blocks.ListBlock):
        yield f"`{path}`", "list", "", str(help_text)
        yield from _block(f"{path}[]", block.child_block)
        return
    yield f"`{path}`", _block_form(block), needed, str(help_text)


def _block_form(block: Any) -> str:
    longest = f" of at most {block.field.max_length} characters" if getattr(block.field, "max_length", None) else ""
    match block:
        case blocks.RichTextBlock():
            return "formatted text: " + ", ".join(block.features)
        case blocks.IntegerBlock():
            return f"whole number from {block.field.min_value} to {block.field.max_value}"
        case blocks.ChoiceBlock():
            return "country (ISO 3166-1 alpha-2)"
        case blocks.TextBlock():
            return "plain text" + longest
        case blocks.CharBlock():
            return "one line" + longest
        case _:
            return f"one {block.target_model._meta.verbose_name}"
