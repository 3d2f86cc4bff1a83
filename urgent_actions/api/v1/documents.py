"""All urgent actions of one number: they are few, and come with the ground they stand on in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Coalesce

from ...models.publications import EditionQuerySet
from ..answers import Answer, answer
from .ground import with_mark
from .listing import served, with_cards
from .questions import InLocale

ORDINAL = Coalesce(F("publication__ordinal"), Value(0), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Document:
    """One urgent action of a number, with its card as JSON."""

    id: int
    ordinal: int | None
    language: str
    card: str


@dataclass(frozen=True, slots=True)
class Documents:
    """All of them, latest first, and what an answer that shows them stands on."""

    items: Sequence[Document]
    mark: tuple[Any, ...]
    until: datetime

    def as_answer(self, asked: InLocale | None = None, **more: Any) -> Answer:
        """Return the answer that has their cards in ``items``, as it is ``asked`` for, if it may be by language."""
        cards = (served(each.card, each.language, asked) if asked else each.card for each in self.items)
        return answer(with_cards(cards, **more), until=self.until, mark=self.mark)


def documents(editions: EditionQuerySet) -> Documents | None:
    """Return the urgent actions of these editions, or None where there are none. One query.

    Time can only take one of them away or change it, so nothing changes before the first of them ends.
    """
    rows = list(
        with_mark(editions.order_by(ORDINAL.desc(), "language", "-publication_id")).values_list(
            "generation", "nonce", "ends_at", "publication_id", "publication__ordinal", "language", "card"
        )
    )
    if not rows:
        return None
    return Documents([Document(*row[3:]) for row in rows], rows[0][:2], min(row[2] for row in rows))
