"""What is in force of a page, and what its section has set: asked in one query, since it comes with every report."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ..models.publications import END, Edition
from ..models.sections import SectionSettings, default_section
from ..rules.status import Section
from .straight import answered, is_straight


@dataclass(frozen=True, slots=True)
class InForce:
    """An edition, its publication and its section, as far as reports need them."""

    status: str
    etag: str
    translation_key: UUID
    site_id: int
    language: str
    ua_number: str
    ordinal: int | None
    expired_from: datetime | None
    section: Section


_OF_EDITION = ("status", "etag")
_OF_PUBLICATION = ("translation_key", "site_id", "language", "ua_number", "ordinal", "expired_from")
_OF_SETTINGS = [field.attname for field in SectionSettings._meta.concrete_fields]
_COLUMNS = (
    *_OF_EDITION,
    *(f"publication__{name}" for name in _OF_PUBLICATION),
    *(f"site__sectionsettings__{name}" for name in _OF_SETTINGS),
)
_OWN = (*_OF_EDITION, *_OF_PUBLICATION)


def in_force(page_id: int, *, moment: datetime, site: int | RawSQL | None = None) -> InForce | None:
    """Return what the public reads of a page at ``moment``, in the section ``site`` if one is named. One query."""
    if is_straight():
        given = [moment, moment, page_id]
        rows: Any = answered(*_with_site(given, site))
    else:
        rows = _rows(page_id, moment=moment, site=site)
    for values in rows:
        return InForce(**dict(zip(_OWN, values, strict=False)), section=_section(*values[len(_OWN) :]))
    return None


def _section(*values: Any) -> Section:
    """Return the section with these settings; all of them are null where nobody has set anything."""
    return default_section() if values[0] is None else SectionSettings(*values).as_section()


def _with_site(given: list[Any], site: int | RawSQL | None) -> tuple[str, list[Any]]:
    if site is None:
        return _statement(None), given
    if isinstance(site, RawSQL):
        return _statement(site.sql), [*given, *site.params]
    return _statement("%s"), [*given, site]


@lru_cache(maxsize=16)
def _statement(site: str | None) -> str:
    """Return the question as SQL, as Django writes it; the values go into it in the order in which they stand there."""
    written: str
    written, _ = _rows(0, moment=END, site=None if site is None else RawSQL(site, [])).query.sql_with_params()  # noqa: S611  # it is SQL already
    return written


def _rows(page_id: int, *, moment: datetime, site: int | RawSQL | None) -> QuerySet[Edition, Any]:
    rows = Edition.objects.in_force(moment=moment).filter(publication_id=page_id)
    rows = rows if site is None else rows.filter(site=site)
    return rows.order_by().values_list(*_COLUMNS)[:1]
