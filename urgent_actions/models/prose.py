"""Rich text as the public reads it: safe HTML, whose links lead nowhere that the public may not go."""

from datetime import datetime
from typing import Any

import nh3
from django.db.models import Q
from django.utils import timezone
from django.utils.html import escape
from rest_framework.fields import Field
from wagtail.rich_text.rewriters import LinkRewriter

from .swap import base_page_model

_TAGS = {"p", "b", "strong", "i", "em", "a", "ol", "ul", "li", "br"}
_ATTRIBUTES = {"a": {"href"}}
# No mailto: an address in prose would outlive the stop that withdraws all others.
_SCHEMES = {"https", "http"}


def public_html(source: str, *, locale_id: int | None, moment: datetime) -> str:
    """Return rich text as it is stored in the database as safe HTML for the public.

    A link to a page leads to that page's version in the locale where one is public, else to the page itself, by an
    absolute address; a link to a page that is not public keeps its words and loses its address, so that no slug of a
    draft leaks. (Wagtail's own expansion follows the request's language, and links to drafts.)
    """
    rewriter = LinkRewriter(
        bulk_rules={"page": lambda found: [_opening_tag(url) for url in _public_urls(found, locale_id, moment)]}
    )
    cleaned: str = nh3.clean(
        rewriter(source), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener"
    )
    return cleaned


def _public_urls(links: list[dict[str, Any]], locale_id: int | None, moment: datetime) -> list[str | None]:
    ids = {int(link["id"]) for link in links if str(link.get("id", "")).isdigit()}
    pages = base_page_model().objects
    linked = dict(pages.filter(pk__in=ids).values_list("pk", "translation_key"))
    public = list(
        pages.live()
        .public()
        .filter(translation_key__in=set(linked.values()))
        .filter(Q(expire_at__isnull=True) | Q(expire_at__gt=moment))
    )
    found: list[str | None] = []
    for link in links:
        page_id = int(link["id"]) if str(link.get("id", "")).isdigit() else 0
        versions = {page.locale_id: page for page in public if page.translation_key == linked.get(page_id)}
        page = versions.get(locale_id) or next(
            (version for version in versions.values() if version.pk == page_id), None
        )
        found.append(page.full_url if page else None)
    return found


def _opening_tag(url: str | None) -> str:
    return f'<a href="{escape(url)}">' if url else "<a>"


class PublicHTML(Field[Any, Any, Any, Any]):
    """A rich text field of a page in the page API, as the public reads it."""

    def get_attribute(self, instance: Any) -> str:
        """Return safe HTML whose links lead to public pages in the page's own language."""
        source = getattr(instance, str(self.field_name))
        return public_html(source, locale_id=instance.locale_id, moment=timezone.now())

    def to_representation(self, value: str) -> str:
        """Return the value as it is."""
        return value
