"""The redirects that lead to a page, whether an editor has chosen the page or typed its address."""

from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.db.models import Q
from wagtail.models import Site


def redirects_to(page: Any, paths: Collection[str]) -> Iterator[Any]:
    """Yield the redirects to ``page``, or to one of its ``paths`` on a site of ours."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return
    own, hosts = set(map(_bare, paths)), set(Site.objects.values_list("hostname", flat=True))
    rows = apps.get_model("wagtailredirects", "Redirect").objects.filter(
        Q(redirect_page_id=page.pk) | Q(redirect_link__gt="")
    )
    for row in rows.iterator():
        if row.redirect_page_id == page.pk or _leads_to(own, row.redirect_link, hosts=hosts):
            yield row


def _leads_to(own: Collection[str], link: str, *, hosts: Collection[str]) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        # What is no address leads nowhere.
        return False
    return _bare(parts.path) in own and (not parts.netloc or parts.hostname in hosts)


def _bare(path: str) -> str:
    return unquote(path).strip("/")
