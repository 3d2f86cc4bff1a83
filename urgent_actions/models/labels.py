"""The field's words for people: labels of states and outcomes, in one place for editor, page and lists."""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ..letters.letter import Channel
from ..rules.reports import Provenance
from ..rules.status import Status
from ..urgent_action import ContactKind
from .contacts import KIND_LABELS
from .reports import Report

STATUS_LABELS = {
    Status.OPEN: pgettext_lazy("status of an urgent action", "Open"),
    Status.EXPIRING: pgettext_lazy("status of an urgent action", "Expiring"),
    Status.EXPIRED: pgettext_lazy("status of an urgent action", "Expired"),
    Status.SUPERSEDED: pgettext_lazy("status of an urgent action", "Superseded"),
    Status.STOPPED: pgettext_lazy("status of an urgent action", "Stopped"),
}

PROVENANCE_LABELS = {
    Provenance.SELF_REPORTED: pgettext_lazy("how we know of letters", "Reported by writers"),
    Provenance.GROUP: pgettext_lazy("how we know of letters", "Reported by groups"),
    Provenance.OFFLINE: pgettext_lazy("how we know of letters", "Counted by the section"),
    Provenance.OPENED: pgettext_lazy("how we know of letters", "Only opened, perhaps not sent"),
}

REPORT_STATE_LABELS = {
    Report.State.HELD: pgettext_lazy("state of a report", "Held"),
    Report.State.COUNTED: pgettext_lazy("state of a report", "Counted"),
    Report.State.REFUSED: pgettext_lazy("state of a report", "Refused"),
}

CHANNEL_LABELS = {
    channel: _("Post") if channel is Channel.POST else KIND_LABELS[ContactKind(channel.value)] for channel in Channel
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
