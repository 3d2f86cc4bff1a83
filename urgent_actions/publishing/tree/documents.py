"""The documents of the tree: what the API says to questions without arguments."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.core.files.storage import Storage
from django.db.models import Min
from django.urls import reverse
from wagtail.models import Locale

from ...models.publications import END, Change, Edition
from ..present import present
from ..ready import Ready, as_json, ready
from . import layout
from .asking import told
from .due import Due, due
from .files import put, remove
from .hosts import Host
from .state import State
from .storage import read

LISTS = ("", "changes/", "facets/")


class NotTold(Exception):  # noqa: N818  # it is no error of ours
    """The site does not answer under a host name that it has."""


class Documents:
    """Details as they are stored, and lists as the site tells them."""

    name = layout.DOCUMENTS
    batch = 50

    def around(self, *, moment: datetime) -> str:
        """Return nothing: a document shows what is published and nothing else."""
        return ""

    def due(self, state: State, *, moment: datetime, hosts: list[Host]) -> Due:
        """Return what is to be written to lead ``state`` to the present one."""
        return due(generation=state.generation, since=state.since, moment=moment, hosts=hosts)

    def write(self, storage: Storage, ids: list[int], *, moment: datetime, hosts: list[Host]) -> None:
        """Write the details of these as they are at ``moment``, and remove what is not public any more."""
        rows = Edition.objects.in_force(moment=moment).filter(publication_id__in=ids)
        found = {
            page_id: (site_id, Ready(detail.encode(), bytes(gzip), bytes(brotli)))
            for page_id, site_id, detail, gzip, brotli in rows.values_list(
                "publication_id", "site_id", "detail", "detail_gzip", "detail_brotli"
            )
        }
        for page_id in ids:
            site_id, body = found.get(page_id, (None, None))
            for host in hosts:
                here = body if host.owner == site_id else None
                name = layout.detail(host.name, page_id)
                _leave(storage, host, read(storage, name), here)
                if here:
                    put(storage, name, here)
                else:
                    remove(storage, name)

    def write_lists(self, storage: Storage, host: Host, state: State, *, moment: datetime) -> None:
        """Write the lists of a host; last of all the file by which copies are kept."""
        questions = [*((path, "") for path in LISTS), *(("", language) for language in _languages())]
        for path, language in questions:
            put(storage, layout.document(host.name, path, language=language), ready(_told(host, path, language)))
        put(storage, layout.changes(host.name), ready(as_json(everything(host, moment=moment))))

    def until(self, *, moment: datetime) -> datetime:
        """Return when something of this changes by itself."""
        return Edition.objects.in_force(moment=moment).aggregate(first=Min("ends_at"))["first"] or END

    def names(self, hosts: list[Host], *, moment: datetime) -> Iterable[str]:
        """Yield the names of all details that are to be there, and of all lists."""
        languages = _languages()
        for host in hosts:
            yield layout.changes(host.name)
            yield from (layout.document(host.name, "", language=each) for each in languages)
            yield from (layout.document(host.name, path) for path in LISTS)
            here = Edition.objects.in_force(moment=moment).filter(site_id=host.owner)
            for page_id in here.values_list("publication_id", flat=True):
                yield layout.detail(host.name, page_id)


def everything(host: Host, *, moment: datetime) -> dict[str, object]:
    """Return what a reader needs to keep copies: what is public in which state, and what is not any more."""
    deeds = Change.objects.filter(site_id=host.owner).order_by("page_id").values_list("page_id", "kind", "generation")
    generations = {page_id: generation for page_id, _, generation in deeds}
    there = Edition.objects.in_force(moment=moment).filter(site_id=host.owner).order_by("publication_id")
    items = [
        {"id": page_id, "locale": language, "generation": generations.get(page_id), "etag": etag}
        for page_id, language, etag in there.values_list("publication_id", "language", "etag")
    ]
    public = {item["id"] for item in items}
    withdrawn = [page_id for page_id in generations if page_id not in public]
    return {"generation": present()[0], "items": items, "withdrawn": withdrawn}


def _leave(storage: Storage, host: Host, old: bytes | None, new: Ready | None) -> None:
    """Remove the page from the address that it has had, if it is not there any more."""
    if old is None or (new and old == new.plain):
        return
    before = layout.address(json.loads(old)["url"])
    if new is None or layout.address(json.loads(new.plain)["url"]) != before:
        remove(storage, layout.page(host.name, before))


def _languages() -> list[str]:
    return list(Locale.objects.order_by("pk").values_list("language_code", flat=True))


def _told(host: Host, path: str, language: str) -> str:
    address = reverse("urgent-actions-v1:list_urgent_actions") + path
    text = told(host, address, query=f"locale={language}" if language else "")
    if text is None:
        raise NotTold(f"{host.name} does not tell everybody what is at {address}. Is it in ALLOWED_HOSTS?")
    return text
