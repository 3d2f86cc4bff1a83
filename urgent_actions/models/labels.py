"""The field's words for people: labels of states and outcomes, in one place for editor, page and lists."""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ..rules.status import Status

STATUS_LABELS = {
    Status.OPEN: pgettext_lazy("status of an urgent action", "Open"),
    Status.EXPIRING: pgettext_lazy("status of an urgent action", "Expiring"),
    Status.EXPIRED: pgettext_lazy("status of an urgent action", "Expired"),
    Status.SUPERSEDED: pgettext_lazy("status of an urgent action", "Superseded"),
    Status.STOPPED: pgettext_lazy("status of an urgent action", "Stopped"),
}

ORDINAL_LABELS = {
    1: _("First Urgent Action %(number)s"),
    2: _("Second Urgent Action %(number)s"),
    3: _("Third Urgent Action %(number)s"),
    4: _("Fourth Urgent Action %(number)s"),
    5: _("Fifth Urgent Action %(number)s"),
    6: _("Sixth Urgent Action %(number)s"),
    7: _("Seventh Urgent Action %(number)s"),
    8: _("Eighth Urgent Action %(number)s"),
    9: _("Ninth Urgent Action %(number)s"),
    10: _("Tenth Urgent Action %(number)s"),
}


def listed(words: Iterable[object]) -> str:
    """Return the words as a list, in the punctuation of the reader's language."""
    return pgettext("between the items of a list", ", ").join(str(word) for word in words)


def document_name(ordinal: int | None, ua_number: str | None) -> str:
    """Return the type label of a document, such as “Second Urgent Action 44/22”."""
    if not ordinal or not ua_number:
        return gettext("Urgent Action %(number)s") % {"number": ua_number or ""}
    if label := ORDINAL_LABELS.get(ordinal):
        return str(label) % {"number": ua_number}
    return gettext("Urgent Action %(number)s, number %(ordinal)s of the case") % {
        "number": ua_number,
        "ordinal": ordinal,
    }
