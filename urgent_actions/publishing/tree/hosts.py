"""The hosts under which the tree is read: a site each."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.models import Site


@dataclass(frozen=True, slots=True)
class Host:
    """A host name, and the site that is asked there. ``owner``: the site to which the publications are counted."""

    name: str
    port: int
    site_id: int
    owner: int


def hosts() -> list[Host]:
    """Return the hosts of all sites, by name.

    A name that several sites share is left out, as a folder cannot tell them apart: the application can.
    """
    sites = list(Site.objects.select_related("root_page").order_by("pk"))
    names = Counter(site.hostname.lower() for site in sites)
    # Where several sites have the same pages, the oldest has the publications.
    owners: dict[object, int] = {}
    for site in sites:
        owners.setdefault(_pages(site), site.pk)
    found = (Host(site.hostname.lower(), site.port, site.pk, owners[_pages(site)]) for site in sites)
    return sorted((host for host in found if names[host.name] == 1), key=lambda host: host.name)


def _pages(site: Any) -> object:
    # With languages, a site has the pages of all translations of its root.
    return site.root_page.translation_key if getattr(settings, "WAGTAIL_I18N_ENABLED", False) else site.root_page_id
