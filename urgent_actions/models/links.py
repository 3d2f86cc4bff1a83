"""Links in rich text: where each may lead the public, and until when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from .swap import base_page_model

_PAGE_LINK = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
_ID = re.compile(r"\bid=[\"'](\d{1,18})[\"']")


@dataclass(frozen=True, slots=True)
class Way:
    """A public address, and the moment from which it is gone (None: it stays)."""

    url: str
    gone_at: datetime | None

    def leads_somewhere(self, moment: datetime) -> bool:
        """Say whether the page behind it is still there at ``moment``."""
        return self.gone_at is None or self.gone_at > moment


@dataclass(frozen=True, slots=True)
class PublicLinks:
    """Where the links of some texts lead, by the id of the page that the editor chose."""

    ways: dict[int, tuple[Way, ...]]
    linked: frozenset[str] = frozenset()
    """Translation keys of all pages that are linked, public or not."""

    def address(self, page_id: int, *, moment: datetime) -> str | None:
        """Return the address for a link to this page at ``moment``, or None if it must not be linked."""
        open_ways = (way.url for way in self.ways.get(page_id, ()) if way.leads_somewhere(moment))
        return next(open_ways, None)

    def changes_after(self, moment: datetime) -> set[datetime]:
        """Return the moments after ``moment`` at which a link loses its page."""
        ends = (way.gone_at for ways in self.ways.values() for way in ways)
        return {end for end in ends if end is not None and end > moment}


def public_links(sources: Iterable[str], *, locale_id: int | None, moment: datetime) -> PublicLinks:
    """Return where the links to pages in rich text may lead, in two queries, or none if there is no such link.

    A link leads to the page's version in the locale where one is public, else to the page itself. A page that is not
    public has no way to it, so no slug of a draft leaks.
    """
    ids = {int(found[1]) for source in sources for tag in _PAGE_LINK.findall(source) if (found := _ID.search(tag))}
    if not ids:
        return PublicLinks({})
    pages = base_page_model().objects
    keys = dict(pages.filter(pk__in=ids).values_list("pk", "translation_key"))
    public = (
        pages.live()
        .public()
        .filter(translation_key__in=set(keys.values()))
        .filter(Q(expire_at__isnull=True) | Q(expire_at__gt=moment))
        .select_related("locale")
    )
    ways: dict[int, list[Way]] = {}
    versions = list(public)
    for page_id, key in keys.items():
        fitting = [
            page
            for page in versions
            if page.translation_key == key and (page.locale_id == locale_id or page.pk == page_id)
        ]
        fitting.sort(key=lambda page: page.locale_id != locale_id)
        ways[page_id] = [Way(page.full_url, page.expire_at) for page in fitting if page.full_url]
    linked = frozenset(str(key) for key in keys.values())
    return PublicLinks({page_id: tuple(found) for page_id, found in ways.items()}, linked)
