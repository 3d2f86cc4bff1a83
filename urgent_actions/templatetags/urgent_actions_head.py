"""What the head of a page tells machines: language versions, share cards, linked data, and what they may keep."""

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Site

from ..models.visible import default_language
from ..representation import alternates, linked_data, listing
from ..rules.status import Status
from .urgent_actions_nav import site_navigation

register = template.Library()

# As Django's json_script does: what could end the script, or begin another, is said in escapes of JSON.
_ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


@register.simple_tag
def share_description(urgent_action: dict[str, Any], written: str = "") -> str:
    """Return what a shared link says of an urgent action: that it is over, where it is; else what it is about."""
    match urgent_action["status"]:
        case Status.STOPPED.value:
            return _("This urgent action has been stopped. Please do not write any more.")
        case Status.SUPERSEDED.value:
            return _("There is a newer urgent action. This one is kept as a record.")
        case Status.EXPIRED.value:
            return _("The deadline has passed. This urgent action is kept as a record.")
        case _:
            return written or str(listing(urgent_action, id=0, title="", url="")["excerpt"])


@register.simple_tag
def robots(urgent_action: dict[str, Any]) -> str:
    """Return what search engines may keep (ADR 0017): no copy of it, and nothing at all once it is stopped."""
    return "noindex, noarchive" if urgent_action["status"] == Status.STOPPED.value else "noarchive"


@register.simple_tag(takes_context=True)
def version_links(context: Context) -> SafeString:
    """Return links to all language versions of the page that is shown, itself included."""
    found = alternates(site_navigation(context)["versions"], default=default_language())
    links = (format_html('<link rel="alternate" hreflang="{}" href="{}">', *each) for each in found)
    return mark_safe("\n".join(links))  # noqa: S308  # each of them has been escaped


@register.simple_tag(takes_context=True)
def linked_data_script(context: Context, page: Any, urgent_action: dict[str, Any]) -> SafeString:
    """Return schema.org data as a data block, which no browser runs; nothing of a stopped urgent action."""
    site = Site.find_for_request(context["request"])
    published, changed = page.first_published_at, page.last_published_at
    data = linked_data(
        urgent_action,
        title=page.title,
        url=page.full_url or "",
        publisher={"name": site.site_name or site.hostname, "url": site.root_url} if site else {},
        published_at=published.isoformat() if published else None,
        changed_at=changed.isoformat() if changed else None,
    )
    if data is None:
        return SafeString()
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  # escaped above
