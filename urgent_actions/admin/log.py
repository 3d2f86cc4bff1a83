"""What the audit log says of urgent actions, in the field's words."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from ..lifecycle.extend import EXTENDED
from ..lifecycle.issue_update import UPDATED
from ..lifecycle.stop import RESUMED, STOPPED
from ..lifecycle.withdraw import WITHDRAWN
from ..models.mixin import REFUSED
from ..translation.confirm import CONFIRMED
from ..translation.follow import UNPUBLISHED
from .reports import decided
from .withdrawn import OPENED


def register(actions: Any) -> None:
    """Give each entry that the plugin writes its label and its sentence."""

    @actions.register_action(REFUSED)
    class PublicationRefused(LogFormatter):
        label = _("Refuse publication")

        def format_message(self, log_entry: Any) -> str:
            """Return what was refused, with the reasons."""
            reasons = " ".join(log_entry.data.get("reasons", []))
            return gettext("Scheduled publication of the urgent action refused: %(reasons)s") % {"reasons": reasons}

    @actions.register_action(UNPUBLISHED)
    class UnpublishedWithSource(LogFormatter):
        label = _("Unpublish with the source")

        def format_message(self, log_entry: Any) -> str:
            """Return that the version went with its source, or why it could not stay."""
            reasons = " ".join(log_entry.data.get("reasons", []))
            if not reasons:
                return gettext("Unpublished together with the source of this translation.")
            return gettext("Unpublished after a change of the source: %(reasons)s") % {"reasons": reasons}

    @actions.register_action(CONFIRMED)
    class TranslationConfirmed(LogFormatter):
        label = _("Confirm the translation")

        def format_message(self, log_entry: Any) -> str:
            """Return that the version says what its source says."""
            return gettext("Translation compared with its source, and confirmed.")

    @actions.register_action(STOPPED)
    class Stopped(LogFormatter):
        label = _("Stop urgent action")

        def format_message(self, log_entry: Any) -> str:
            """Return that it was stopped, and why."""
            return gettext("Urgent action stopped: %(reason)s") % log_entry.data

    @actions.register_action(RESUMED)
    class Resumed(LogFormatter):
        label = _("Take back a stop")

        def format_message(self, log_entry: Any) -> str:
            """Return that the stop was taken back, and why."""
            return gettext("Stop taken back: %(reason)s") % log_entry.data

    @actions.register_action(EXTENDED)
    class Extended(LogFormatter):
        label = _("Extend the deadline")

        def format_message(self, log_entry: Any) -> str:
            """Return from when until when it was extended, and why."""
            return gettext("Deadline extended from %(before)s to %(deadline)s: %(reason)s") % log_entry.data

    @actions.register_action(UPDATED)
    class Updated(LogFormatter):
        label = _("Issue an update")

        def format_message(self, log_entry: Any) -> str:
            """Return that the next one was begun."""
            return gettext("A draft of the next urgent action of the case was made.")

    @actions.register_action(WITHDRAWN)
    class Withdrawn(LogFormatter):
        label = _("Withdraw a case")

        def format_message(self, log_entry: Any) -> str:
            """Return that a case was withdrawn, and not which."""
            return gettext("A case was withdrawn and sealed.")

    @actions.register_action(OPENED)
    class Opened(LogFormatter):
        label = _("Open a sealed record")

        def format_message(self, log_entry: Any) -> str:
            """Return that somebody looked."""
            return gettext("The sealed record of a withdrawn case was opened.")

    actions.register_action(decided.COUNTED, _("Count a report of letters"), _("The report is counted."))
    actions.register_action(decided.REFUSED, _("Refuse a report of letters"), _("The report is refused."))
    actions.register_action(decided.ENTERED, _("Enter letters"), _("Letters were entered for the section."))
