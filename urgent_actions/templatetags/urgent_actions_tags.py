"""Words of the page: what the representation says in codes, said to a reader."""

from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ..codes import country_name
from ..models.contacts import KIND_LABELS
from ..models.facts import OUTCOME_LABELS
from ..models.labels import STATUS_LABELS, document_name, listed
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
def country_names(page: Any) -> str:
    """Return the names of a page's countries in the reader's language."""
    language = get_language() or "en"
    return listed(country_name(item.country, language) for item in page.country_items.all())


@register.simple_tag
def iso_date(value: str | date) -> SafeString:
    """Return a day in the reader's form, with the machine's beside it."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "DATE_FORMAT"))


@register.simple_tag(takes_context=True)
def deadline_in_words(context: Context, value: str | date, status: str) -> SafeString:
    """Return until when people can write, and how many days that leaves, by the section's calendar (``today``)."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    until = iso_date(day)
    if status not in (Status.OPEN.value, Status.EXPIRING.value):
        return format_html(_("The deadline was {}."), until)
    left = (day - context["today"]).days
    days = ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left} if left > 0 else _("last day")
    return format_html(_("Please write as soon as possible, until {} ({})."), until, days)


@register.simple_tag
def public_html(source: str, page: Any) -> SafeString:
    """Return a page's rich text as the public reads it."""
    return mark_safe(make_public(source, locale_id=page.locale_id, moment=timezone.now()))  # noqa: S308  # cleaned by nh3


@register.filter
def made_safe(html: str) -> SafeString:
    """Return a paragraph of the representation, which has been through the cleaner when it was made."""
    return mark_safe(html)  # noqa: S308  # models.prose.public_html is the only maker of these
