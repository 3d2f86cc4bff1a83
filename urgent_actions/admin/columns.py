"""Columns of the lists of urgent actions."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet

from ..codes import country_name
from ..models.labels import STATUS_LABELS, listed
from ..rules.status import Status

_WRITABLE = (Status.OPEN.value, Status.EXPIRING.value)


def _status(page: Any) -> str:
    return str(STATUS_LABELS[Status(page.status)]) if page.live else str(_("Draft"))


def _countries(page: Any) -> str:
    language = get_language() or "en"
    return listed(country_name(item.country, language) for item in page.country_items.all())


def _persons(page: Any) -> str:
    return listed(person.name for person in page.persons.all())


def _deadline(page: Any) -> str:
    return date_format(page.deadline, "SHORT_DATE_FORMAT") if page.deadline else "–"


def _document(page: Any) -> str:
    return f"{page.ua_number} · {page.ordinal}" if page.ua_number else "–"


class AppealStatusColumn(StatusTagColumn):
    """The status at this moment as a badge; highlighted while people can write."""

    def get_primary(self, instance: Any) -> bool:
        """Say whether the badge stands out."""
        return bool(instance.live) and instance.status in _WRITABLE


def _of_wagtail(*names: str) -> list[Any]:
    return [column for column in PageViewSet.columns if column.name in names]


COLUMNS = [
    *_of_wagtail("bulk_actions", "ordering"),
    PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title", width="30%"),
    Column("ua_number", label=_("UA number"), accessor=_document, sort_key="ua_number", width="8%"),
    Column("countries", label=_("Countries"), accessor=_countries, width="11%"),
    AppealStatusColumn("appeal_status", label=_("Appeal"), accessor=_status, width="9%"),
    Column("deadline", label=_("Deadline"), accessor=_deadline, sort_key="deadline", width="9%"),
    Column("persons", label=_("Persons"), accessor=_persons, width="14%"),
    *_of_wagtail("latest_revision_created_at", "status", "navigate"),
]
