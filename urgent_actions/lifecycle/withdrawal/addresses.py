"""Every address at which pages were public: the one they have, and those they had before."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import NoReverseMatch
from django.utils import translation
from wagtail.models import Site

from ...models.publications import Change
from ...models.published_at import publications_of, published_path
from .redirects import redirects_to


def addresses(pages: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Yield (site id, path) of all of these pages that the public could ever read. A draft has no address to hide."""
    public = set(Change.objects.filter(page_id__in=[page.pk for page in pages]).values_list("page_id", flat=True))
    every_site = list(Site.objects.values_list("pk", flat=True))
    for page in pages:
        if page.pk in public:
            places = set(places_of(page))
            yield from places
            for redirect in redirects_to(page, [path for _, path in places]):
                for site_id in [redirect.site_id] if redirect.site_id else every_site:
                    yield site_id, redirect.old_path


def places_of(page: Any) -> Iterator[tuple[int, str]]:
    """Yield (site id, path) where the page is, and where it was published before, in all sites that have its pages."""
    here = page.url_path
    try:
        before = publications_of(page).values_list("revision__content", flat=True)
        for url_path in {here, *map(published_path, before.iterator())}:
            page.url_path = url_path
            try:
                # Whoever withdraws it may read a variant of its language, which has addresses of its own.
                with translation.override(page.locale.language_code):
                    parts = page.get_url_parts()
            except NoReverseMatch:
                continue
            if parts and parts[2]:
                yield from ((site_id, parts[2]) for site_id in _with_the_pages_of(parts[0]))
    finally:
        page.url_path = here


def _with_the_pages_of(site_id: int) -> list[int]:
    """Return the sites that have the pages of this one, under a host name of their own, itself included."""
    root = Site.objects.filter(pk=site_id).values("root_page")
    return list(Site.objects.filter(root_page__in=root).values_list("pk", flat=True))
