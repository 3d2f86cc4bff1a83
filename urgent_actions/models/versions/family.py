"""Which page is the source, and which are its versions: the source is the one that was made first (ADR 0028)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Min

from ..swap import page_model

KNOWN = "_source_while_saving"
"""Where a page has its source while it is being saved, so that it is asked for once."""


def source_of(page: Any) -> Any:
    """Return the page that ``page`` is a version of, as it is stored, children included; None if it is a source itself.

    Of a page that is not stored yet, any other page of its translation key was made first.
    """
    if not page.translation_key:
        return None
    if KNOWN in page.__dict__:
        return page.__dict__[KNOWN]
    others = page_model()._default_manager.filter(translation_key=page.translation_key)
    if page.pk:
        others = others.filter(pk__lt=page.pk)
    return others.with_everything().order_by("pk").first()


def versions_of(source: Any) -> list[Any]:
    """Return the versions of a source in other languages, as they are stored; none of a page that is a version."""
    family = page_model()._default_manager.filter(translation_key=source.translation_key)
    others = list(family.exclude(pk=source.pk).with_everything().order_by("pk"))
    return [] if any(each.pk < source.pk for each in others) else others


def sources_of(pages: Iterable[Any]) -> dict[int, Any]:
    """Return the sources of those of ``pages`` that are versions, by the id of the page, in bounded queries."""
    found, unknown = {}, []
    for page in pages:
        if KNOWN in page.__dict__:
            found[page.pk] = page.__dict__[KNOWN]
        else:
            unknown.append(page)
    if unknown:
        family = page_model()._default_manager.filter(translation_key__in={page.translation_key for page in unknown})
        first = dict(family.order_by().values_list("translation_key").annotate(first=Min("pk")))
        made_first = {page.pk: first.get(page.translation_key) for page in unknown}
        wanted = {pk: source_id for pk, source_id in made_first.items() if source_id and source_id != pk}
        stored = page_model()._default_manager.filter(pk__in=wanted.values()).with_everything() if wanted else ()
        by_pk = {source.pk: source for source in stored}
        found |= {pk: by_pk[source_id] for pk, source_id in wanted.items()}
    return {pk: source for pk, source in found.items() if source is not None}
