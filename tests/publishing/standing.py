"""How far a translation has come, straight in the read model."""

from typing import Any

from tests import factories
from urgent_actions.models import Edition, Publication
from urgent_actions.publishing.editions import Family, editions
from urgent_actions.publishing.generation import advance, hold


def stand(page: Any, *, source: Any, status: str, percent: int = 80, reasons: tuple[str, ...] = ("letter",)) -> None:
    """Let what is published of ``page`` be a translation of ``source`` that has come so far."""
    row = Publication.objects.get(pk=page.pk)
    known = {
        "status": status,
        "percent": percent,
        "updated": "2026-06-02T00:00:00+00:00",
        "reasons": list(reasons),
        "source": source.pk,
    }
    row.contents = [{**each, "content": {**each["content"], "translation": known}} for each in row.contents]
    row.save()
    rows = list(Publication.objects.filter(translation_key=row.translation_key).order_by("pk"))
    Edition.objects.filter(publication__in=rows).delete()
    for each in rows:
        others = [other for other in rows if other.pk != each.pk]
        Edition.objects.bulk_create(editions(each, Family(case=[each], translations=others), moment=factories.NOW))
    # What has been remembered is of another state now.
    advance(hold())
