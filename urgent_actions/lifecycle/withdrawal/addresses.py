"""Every address at which pages were public: the one they have, and those they had before."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch
from wagtail.models import PageLogEntry, Site

from ...models.publications import Change

_PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")


def addresses(pages: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Yield (site id, path) of all of these pages that the public could ever read. A draft has no address to hide."""
    public = set(Change.objects.filter(page_id__in=[page.pk for page in pages]).values_list("page_id", flat=True))
    for page in pages:
        if page.pk in public:
            yield from _places(page)
            yield from _redirects(page)


def _places(page: Any) -> Iterator[tuple[int, str]]:
    here = page.url_path
    try:
        for url_path in {here, *_published_under(page)}:
            page.url_path = url_path
            try:
                parts = page.get_url_parts()
            except NoReverseMatch:
                continue
            if parts and parts[2]:
                yield parts[0], parts[2]
    finally:
        page.url_path = here


def _published_under(page: Any) -> Iterator[str]:
    """Yield the paths in the tree under which its revisions were published: a slug came with the revision."""
    entries = PageLogEntry.objects.filter(page_id=page.pk, action__in=_PUBLISHED, revision__isnull=False)
    for url_path, slug in entries.values_list("revision__content__url_path", "revision__content__slug"):
        if url_path and slug:
            yield f"{str(url_path).rstrip('/').rpartition('/')[0]}/{slug}/"


def _redirects(page: Any) -> Iterator[tuple[int, str]]:
    """Yield the addresses that led to it, in all sites where they did. They go with their page."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return
    rows = apps.get_model("wagtailredirects", "Redirect").objects.filter(redirect_page_id=page.pk)
    every_site = list(Site.objects.values_list("pk", flat=True))
    for site_id, path in rows.values_list("site_id", "old_path"):
        for each in [site_id] if site_id else every_site:
            yield each, path
