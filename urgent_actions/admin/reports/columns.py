"""Columns of the list of reports."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, StatusTagColumn, TitleColumn

from ...codes import country_name
from ...letters.letter import Channel
from ...models import Report
from ...models.labels import CHANNEL_LABELS, PROVENANCE_LABELS, REPORT_STATE_LABELS
from ...rules.reports import Provenance

NOT_KNOWN = "–"


def _totals(report: Any) -> str | None:
    return reverse("urgent_actions_totals", args=[report.beside.page_id]) if report.beside.page_id else None


def _country(report: Report) -> str:
    return country_name(report.country, get_language() or "en") if report.country else NOT_KNOWN


def _day(report: Report) -> str:
    return date_format(report.day, "SHORT_DATE_FORMAT")


class ChosenColumn(Column):
    """A box to choose several reports at once."""

    cell_template_name = "urgent_actions/admin/reports/chosen_cell.html"
    header_template_name = "urgent_actions/admin/reports/chosen_header.html"


class UrgentActionColumn(TitleColumn):
    """The urgent action, with a link to its totals."""

    cell_template_name = "urgent_actions/admin/reports/urgent_action_cell.html"


class HowColumn(Column):
    """How we know of the letters, with the group and the note."""

    cell_template_name = "urgent_actions/admin/reports/how_cell.html"


class StateColumn(StatusTagColumn):
    """The state as a badge; highlighted while it waits for somebody."""

    def get_primary(self, instance: Any) -> bool:
        """Say whether the badge stands out."""
        return bool(instance.state == Report.State.HELD)


class DecideColumn(Column):
    """Who decided, and what can be decided."""

    cell_template_name = "urgent_actions/admin/reports/decide_cell.html"


FACTS = [
    UrgentActionColumn(
        "urgent_action",
        label=_("Urgent action"),
        accessor=lambda report: report.beside.title or NOT_KNOWN,
        get_url=_totals,
        width="24%",
    ),
    Column(
        "target",
        label=pgettext_lazy("of an appeal", "Target"),
        accessor=lambda report: report.beside.target or NOT_KNOWN,
    ),
    NumberColumn("quantity", label=_("Letters")),
    Column("channel", label=_("Channel"), accessor=lambda report: CHANNEL_LABELS[Channel(report.channel)]),
    HowColumn("how", label=_("How we know"), accessor=lambda report: PROVENANCE_LABELS[Provenance(report.provenance)]),
    Column("country", label=_("Sent from"), accessor=_country),
    Column("day", label=_("Day"), accessor=_day),
    StateColumn("state", label=_("State"), accessor=lambda report: REPORT_STATE_LABELS[Report.State(report.state)]),
]
DECIDING = [ChosenColumn("chosen", label="")], [DecideColumn("decide", label=_("Decision"))]
