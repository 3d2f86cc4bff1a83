"""The pages of the tree: urgent actions and their lists, as the site shows them to a stranger."""

import logging
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any

from django.core.files.storage import Storage
from wagtail.models import Site

from ...models.publications import Edition
from ...models.swap import index_page_model
from ...models.visible import visible_pages
from ..ready import ready
from . import layout
from .around import around, changes_around, day_has_begun
from .asking import told
from .cases import of_their_cases
from .due import Due, due
from .files import put, remove
from .grace import graces_over, next_grace_over
from .hosts import Host
from .state import State

logger = logging.getLogger(__name__)


class Pages:
    """Pages, each as the site tells it; what it does not tell everybody is not there."""

    name = layout.PAGES
    batch = 5

    def around(self, *, moment: datetime) -> str:
        """Return the name of what stands around urgent actions on all pages."""
        return around(moment=moment)

    def due(self, state: State, *, moment: datetime, hosts: list[Host]) -> Due:
        """Return what is to be written to lead ``state`` to the present one."""
        found = due(generation=state.generation, since=state.since, moment=moment, hosts=hosts)
        ids = _once(found.ids, of_their_cases(found.ids), graces_over(since=state.since, moment=moment))
        found = Due(ids, found.hosts)
        if not day_has_begun(since=state.since, moment=moment):
            return found
        # Pages say how many days are left.
        counting = Edition.objects.in_force(moment=moment).writable().values_list("publication_id", flat=True)
        return Due(_once(found.ids, counting), [host.name for host in hosts])

    def write(self, storage: Storage, ids: list[int], *, moment: datetime, hosts: list[Host]) -> None:
        """Write the pages of these as they are now. Those that are gone went with their documents."""
        rows = Edition.objects.in_force(moment=moment).filter(publication_id__in=ids)
        for site_id, url in rows.values_list("site_id", "publication__url"):
            for host in hosts:
                if host.owner == site_id:
                    _write(storage, host, layout.address(url))

    def write_lists(self, storage: Storage, host: Host, state: State, *, moment: datetime) -> None:
        """Write the pages of lists of a host, and remove those that are not public any more."""
        addresses = _lists(host, moment=moment)
        for name in set(state.lists.get(host.name, [])) - {layout.page(host.name, each) for each in addresses}:
            remove(storage, name)
        for each in addresses:
            _write(storage, host, each)
        state.lists[host.name] = sorted(layout.page(host.name, each) for each in addresses)

    def until(self, *, moment: datetime) -> datetime:
        """Return when something of what stands on pages besides the urgent actions changes by itself."""
        return min(changes_around(moment=moment), next_grace_over(moment=moment))

    def names(self, hosts: list[Host], *, moment: datetime) -> Iterable[str]:
        """Yield the names of all pages that are to be there."""
        for host in hosts:
            yield from (layout.page(host.name, each) for each in _lists(host, moment=moment))
            here = Edition.objects.in_force(moment=moment).filter(site_id=host.owner)
            for url in here.values_list("publication__url", flat=True):
                yield layout.page(host.name, layout.address(url))


def _once(*ids: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(chain(*ids)))


def _write(storage: Storage, host: Host, address: str) -> None:
    text, name = told(host, address), layout.page(host.name, address)
    if text is None:
        remove(storage, name)
        logger.warning("%s%s is not for everybody to keep: it is left to the application", host.name, address)
    else:
        put(storage, name, ready(text))


def _lists(host: Host, *, moment: datetime) -> list[str]:
    """Return the addresses of the lists of urgent actions that are public at a host."""
    roots = [root.root_path for root in Site.get_site_root_paths() if root.site_id == host.site_id]
    pages: Any = visible_pages(moment=moment).filter(pk__in=index_page_model().objects.order_by().values("pk"))
    found = [page.get_url_parts() for page in pages if page.url_path.startswith(tuple(roots))]
    return sorted(parts[2] for parts in found if parts and parts[2])
