"""The filters of urgent actions in API v2: the same as in the urgent-action API, from what is published."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from pydantic import ValidationError
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from ..models.publications import Edition
from ..models.swap import page_model
from .checked import BadParameterError
from .choosing import Choice, chosen

FILTERS = frozenset(Choice.model_fields)


class UrgentActionFilter(BaseFilterBackend):
    """Narrows a list of urgent actions by what is public of them now."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadParameterError for a bad value."""
        given = {name: request.GET[name] for name in FILTERS & request.GET.keys()}
        if not given:
            return queryset
        meant = chosen(Edition.objects.in_force(moment=timezone.now()), _choice(given))
        return queryset.filter(pk__in=meant.order_by().values("publication_id"))


def refuse_filters_of_others(request: Request, model: Any) -> None:
    """Raise BadParameterError if a filter of urgent actions is given for a list of other pages, too."""
    if model is not page_model():
        for name in request.GET:
            if name in FILTERS:
                raise BadParameterError(name, f"it needs type={page_model()._meta.label} beside it")


def _choice(given: Mapping[str, object]) -> Choice:
    try:
        return Choice.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadParameterError(str(first["loc"][0]), first["msg"]) from error
