"""What stands in a sitemap: address, last change and language versions of all that is public on a site."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q
from wagtail.models import Site

from ..models.publications import Change, Edition, EditionQuerySet
from ..models.swap import page_model
from ..models.visible import default_language, visible_pages, visible_versions
from ..representation import alternates

Versions = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """One address of a sitemap."""

    url: str
    changed_at: datetime | None
    alternates: Versions = field(default_factory=list)

    @property
    def lastmod(self) -> str:
        """Return the last change as sitemaps write it; empty if nobody knows."""
        return self.changed_at.astimezone(UTC).isoformat(timespec="seconds") if self.changed_at else ""


def editions_of(site: Any, *, moment: datetime) -> EditionQuerySet:
    """Return what the public reads of the urgent actions of a site, in an order that stays.

    The stopped ones too: a crawler that is not told of a stop keeps what it knows (ADR 0017).
    """
    return Edition.objects.in_force(moment=moment).filter(site_id=site.pk).order_by("publication_id")


def places_of_editions(editions: EditionQuerySet) -> list[Place]:
    """Return the places of urgent actions. Each changed when somebody changed it, or by itself since then."""
    default = default_language()
    found = list(editions.values_list("publication_id", "publication__url", "language", "starts_at", "card"))
    # Also the newer one of the case, or a corrected address, changes what is read here.
    last_deeds = Change.objects.filter(page_id__in=[row[0] for row in found]).order_by("changed_at")
    changes = dict(last_deeds.values_list("page_id", "changed_at"))
    return [
        Place(
            url,
            max(starts_at, changes.get(page_id, starts_at)),
            alternates([(language, url), *_translations(card)], default=default),
        )
        for page_id, url, language, starts_at, card in found
    ]


def _translations(card: str) -> Versions:
    return [(each["language"], each["url"]) for each in json.loads(card)["translations"] if each["url"]]


def other_pages(site: Any, *, moment: datetime) -> Any:
    """Return all other pages of a site that the public may see, in all languages."""
    below = Q()
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk:
            below |= Q(url_path__startswith=root.root_path)
    actions = page_model()._default_manager.order_by().values("pk")
    return visible_pages(moment=moment).filter(below).exclude(pk__in=actions).order_by("pk") if below else []


def places_of_pages(pages: Iterable[Any], *, request: Any, moment: datetime) -> list[Place]:
    """Return the places of pages, as many as each says that it has (Wagtail's ``get_sitemap_urls``)."""
    pages = list(pages)
    default, versions = default_language(), defaultdict(list)
    for each in visible_versions({page.translation_key for page in pages}, moment=moment):
        if url := each.get_full_url(request):
            versions[each.translation_key].append((each.locale.language_code, url))
    return [
        Place(place["location"], place.get("lastmod"), _of(place["location"], versions[page.translation_key], default))
        for page in pages
        for place in page.get_sitemap_urls(request)
        if place["location"]
    ]


def _of(url: str, versions: Versions, default: str) -> Versions:
    """Return the versions of a page for the address of the page itself; none for others that it has."""
    return alternates(versions, default=default) if url in dict(versions).values() else []
