"""What pages leave behind when they are deleted: history, half-typed forms, previews, counts. None of it may stay."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, PageLogEntry

from ...models.previews import forget
from ...models.reports import Report, ReportTotal
from ...models.swap import page_model


def remove(*, page_ids: Sequence[int], keys: Sequence[Any], belongings: Sequence[Any]) -> None:
    """Remove it, once the pages are deleted. Safe to run twice.

    ``belongings``: pictures, files and redirects that nothing else needs. What is logged of one bears its name.
    """
    PageLogEntry.objects.filter(page_id__in=page_ids).delete()
    for each in belongings:
        kind, pk = ContentType.objects.get_for_model(each), str(each.pk)
        # Files go when this is committed; a redirect may have gone with its page, and that is no error.
        each.delete()
        ModelLogEntry.objects.filter(content_type=kind, object_id=pk).delete()
    kind = ContentType.objects.get_for_model(page_model(), for_concrete_model=False)
    # The empty id is that of a page that is not saved yet, wherever it is to be: it may be of the case.
    FormState.objects.filter(content_type=kind, object_id__in=["", *map(str, page_ids)]).delete()
    forget(page_ids)
    Report.objects.filter(translation_key__in=keys).delete()
    ReportTotal.objects.filter(translation_key__in=keys).delete()
    _tidy_search_index()


def _tidy_search_index() -> None:
    """Have SQLite drop the words of deleted entries, which its full text index keeps until it merges its parts."""
    table = "wagtailsearch_indexentry_fts"
    if connection.vendor == "sqlite" and table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
