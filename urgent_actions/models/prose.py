"""Rich text as the public reads it: safe HTML, whose links lead nowhere that the public may not go."""

from datetime import datetime
from typing import Any

import nh3
from django.utils import timezone
from django.utils.html import escape
from rest_framework.fields import Field
from wagtail.rich_text.rewriters import LinkRewriter

from .links import PublicLinks, public_links

_TAGS = {"p", "b", "strong", "i", "em", "a", "ol", "ul", "li", "br"}
_ATTRIBUTES = {"a": {"href"}}
# No mailto: an address in prose would outlive the stop that withdraws all others.
_SCHEMES = {"https", "http"}


def public_html(source: str, *, locale_id: int | None, moment: datetime) -> str:
    """Return rich text as it is stored in the database as safe HTML for the public.

    A link to a page leads to that page's version in the locale where one is public, else to the page itself, by an
    absolute address; a link to a page that is not public keeps its words and loses its address. (Wagtail's own
    expansion follows the request's language, and links to drafts.)
    """
    return linked_html(source, links=public_links([source], locale_id=locale_id, moment=moment), moment=moment)


def linked_html(source: str, *, links: PublicLinks, moment: datetime) -> str:
    """Return rich text as safe HTML, its links to pages leading where ``links`` says at ``moment``. No query."""

    def opening_tags(found: list[dict[str, Any]]) -> list[str]:
        ids = [int(each["id"]) if str(each.get("id", "")).isdigit() else 0 for each in found]
        return [_opening_tag(links.address(page_id, moment=moment)) for page_id in ids]

    rewriter = LinkRewriter(bulk_rules={"page": opening_tags})
    cleaned: str = nh3.clean(
        rewriter(source), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener"
    )
    return cleaned


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
