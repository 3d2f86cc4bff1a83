"""Words of the review of an imported document."""

from typing import Any

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models.contacts import KIND_LABELS

register = template.Library()

_FIELDS: dict[str, Any] = {
    "name": _("Name"),
    "role": _("Role"),
    "organisation": _("Organisation"),
    "address": _("Postal address"),
    "country": _("Country of the address"),
    "head_of_mission": _("Name of its head"),
    **{kind.value: label for kind, label in KIND_LABELS.items()},
}


@register.filter
def in_readers_language(sentence: str) -> str:
    """Return a sentence of the importer in the reader's language."""
    return gettext(sentence)


@register.filter
def called_in_directory(field: str) -> Any:
    """Return how a field of the directory is called."""
    return _FIELDS.get(field, field)
