"""Words of the page: what the representation says in codes, said to a reader."""

import re
from datetime import date
from typing import Any
from urllib.parse import quote

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ..letters.compose import in_words
from ..letters.letter import Channel
from ..models.contacts import KIND_LABELS
from ..models.facts import OUTCOME_LABELS
from ..models.labels import CHANNEL_LABELS, STATUS_LABELS, document_name, listed
from ..models.prose import public_html as make_public
from ..rules.status import Status
from ..urgent_action import ContactKind, Outcome

register = template.Library()

# As they stand inside a sentence, where labels would begin with capitals.
CHANNEL_WORDS = {
    "post": gettext_lazy("post"),
    ContactKind.EMAIL.value: gettext_lazy("e-mail"),
    ContactKind.PHONE.value: gettext_lazy("phone"),
    ContactKind.FAX.value: gettext_lazy("fax"),
    ContactKind.SOCIAL.value: gettext_lazy("social media"),
    ContactKind.WEB_FORM.value: gettext_lazy("web form"),
}

# What a telephone can dial as it stands: an extension in words it cannot.
_DIALLED = re.compile(r"\+?[0-9][0-9 ()./-]*")


@register.simple_tag
def document_label(ordinal: int | None, ua_number: str) -> str:
    """Return the type label of the document, such as “Second Urgent Action 44/22”."""
    return document_name(ordinal, ua_number)


@register.simple_tag
def status_badge(status: str) -> SafeString:
    """Return the status as a badge."""
    return format_html('<strong class="ua-badge ua-badge--{}">{}</strong>', status, STATUS_LABELS[Status(status)])


@register.simple_tag
def outcome_label(outcome: str) -> str:
    """Return the words for an outcome."""
    return str(OUTCOME_LABELS[Outcome(outcome)])


@register.simple_tag
def contact_label(contact: dict[str, Any]) -> str:
    """Return what kind of contact it is; of an account, the network."""
    return contact["platform"] or str(KIND_LABELS[ContactKind(contact["kind"])])


@register.simple_tag
def channel_names(channels: list[str]) -> str:
    """Return the channels as a list in words."""
    return listed(CHANNEL_WORDS[each] for each in channels)


@register.simple_tag
def channel_label(channel: str) -> str:
    """Return the name of a channel, as a heading."""
    return str(CHANNEL_LABELS[Channel(channel)])


@register.filter
def names(each: list[dict[str, Any]]) -> str:
    """Return the names of countries or languages as a list in words."""
    return listed(one["name"] for one in each)


@register.filter
def differ_in_priority(targets: list[dict[str, Any]]) -> bool:
    """Say whether some of the targets are to be written to before others."""
    return len({block["value"]["priority"] for block in targets if block["type"] == "target"}) > 1


@register.simple_tag
def contact_value(contact: dict[str, Any], record: bool) -> SafeString:
    """Return an address, number or account, as a link where it is for use and a program can open it."""
    address = None if record else _address(contact)
    if address is None:
        return format_html('<bdi dir="ltr">{}</bdi>', contact["value"])
    return format_html('<a href="{}" rel="noopener noreferrer"><bdi dir="ltr">{}</bdi></a>', address, contact["value"])


def _address(contact: dict[str, Any]) -> str | None:
    value = contact["value"].strip()
    if contact["kind"] == ContactKind.EMAIL.value:
        return f"mailto:{quote(value, safe='@')}"
    if contact["kind"] == ContactKind.PHONE.value and _DIALLED.fullmatch(value):
        return f"tel:{re.sub(r'[^0-9+]', '', value)}"
    return value if value.startswith("https://") else None


@register.simple_tag
def iso_date(value: str | date) -> SafeString:
    """Return a day as CLDR writes it in the reader's language, with the machine's form beside it."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), in_words(day, get_language() or "en"))


@register.simple_tag(takes_context=True)
def time_left(context: Context, value: str | date) -> str:
    """Return in words how many days are left to write, by the section's calendar (``today``)."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    left = (day - context["today"]).days
    return ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left} if left > 0 else _("last day")


@register.simple_tag(takes_context=True)
def deadline_in_words(context: Context, value: str | date, status: str) -> SafeString:
    """Return until when people can write, and how many days that leaves, by the section's calendar (``today``)."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    until = iso_date(day)
    if status not in (Status.OPEN.value, Status.EXPIRING.value):
        return format_html(_("The deadline was {}."), until)
    return format_html(_("Please write as soon as possible, until {} ({})."), until, time_left(context, day))


@register.simple_tag
def public_html(source: str, page: Any) -> SafeString:
    """Return a page's rich text as the public reads it."""
    return mark_safe(make_public(source, locale_id=page.locale_id, moment=timezone.now()))  # noqa: S308  # cleaned by nh3


@register.filter
def made_safe(html: str) -> SafeString:
    """Return a paragraph of the representation, which has been through the cleaner when it was made."""
    return mark_safe(html)  # noqa: S308  # models.prose.public_html is the only maker of these
