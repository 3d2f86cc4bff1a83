"""What a list shows: one page of cards, and the ways to narrow it. Bounded queries, whatever is asked."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Min

from ..publications import EditionQuerySet
from .asked import Asked
from .facets import Facet, facets
from .narrowing import narrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to what was asked."""

    page: "Page[Any]"
    facets: list[Facet]


def find(
    everything: EditionQuerySet,
    asked: Asked,
    *,
    page: str | None,
    per_page: int,
    language: str,
    concerns: dict[str, str],
) -> Found:
    """Return what is found among ``everything``, the most urgent first; ``concerns`` are names by slug."""
    cards = narrowed(everything, asked).most_urgent_first(searched_for=asked.words).values_list("card", flat=True)
    shown = Paginator(cards, per_page).get_page(page)
    shown.object_list = [json.loads(card) for card in shown.object_list]
    return Found(page=shown, facets=facets(everything, asked, language=language, concerns=concerns))


def changes_at(everything: EditionQuerySet) -> datetime | None:
    """Return the moment at which one of ``everything`` changes by itself; None if there is none."""
    found: datetime | None = everything.aggregate(first=Min("ends_at"))["first"]
    return found
