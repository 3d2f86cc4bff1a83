"""Reports on a page of the site: what a writer is asked, and what has been reported so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..codes import country_codes, country_name
from ..conf import reports_need_proof
from ..letters.letter import Channel
from ..models.caching import PRIVATE
from ..models.publications import Publication
from ..reporting.published import Published, groups_of, published_reports
from ..reporting.refusal import ReportRefused
from ..reporting.written_from import written_from
from ..representation.reading import urgent_action_of
from ..rules.reports import MOST_AT_ONCE, TOLD, Provenance, takes_reports
from ..rules.status import Status
from .urgent_actions_letters import Choice
from .urgent_actions_tags import channel_label

register = template.Library()

TOTAL_LABELS = {
    Provenance.SELF_REPORTED: _("Letters reported by writers"),
    Provenance.GROUP: _("Letters reported by groups"),
    Provenance.OFFLINE: _("Letters counted by us"),
}
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """What a writer is asked, with what was typed, and what is wrong with it: ``parameter`` says where."""

    targets: list[Choice]
    channels: list[Choice]
    groups: list[Choice]
    countries: list[Choice]
    are_few_countries: bool
    """The others stand in “Write now” on the same page: a script takes them from there, and spares a second list."""
    quantity: str
    riddle: str
    """Where a script takes a riddle, if the site asks for a proof of work."""
    parameter: str = ""
    refusal: str = ""
    most: int = MOST_AT_ONCE[Provenance.SELF_REPORTED]
    most_of_group: int = MOST_AT_ONCE[Provenance.GROUP]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """What a page shows of reports. ``form`` is None where none are taken here."""

    address: str
    """Where reports go, and where the totals stand for those who run no script."""
    totals_address: str
    """Where a script finds them; empty where the site has no API."""
    form: ReportForm | None
    is_received: bool = False
    are_counted: bool = False
    totals: list[tuple[str, str, str]] = field(default_factory=list)
    """Provenance, label and number of each; without a number where it is not told, or not ``are_counted`` here."""


@register.simple_tag(takes_context=True)
def reporting(context: Context) -> Reporting | None:
    """Return what the page shows of reports; None in a preview, and where the site has no address for them.

    A page as everybody gets it has no totals in it, since it may be kept for longer than they are true (ADR 0022).
    """
    page, request, moment = context["page"], context.get("request"), timezone.now()
    address = _address("urgent_actions_site:report", page.pk)
    if context.get(PRIVATE) or not address:
        return None
    asked = request.GET if request else _NOTHING
    is_received, alone = "reported" in asked, bool(context.get("is_of_reports"))
    told = published_reports(page.pk, moment=moment) if is_received or alone else None
    return Reporting(
        address=address,
        totals_address=_address("urgent-actions-v1:reports", page.pk),
        form=_form(context, asked, moment=moment),
        is_received=is_received,
        are_counted=told is not None,
        totals=[(each.value, str(TOTAL_LABELS[each]), _number(told, each)) for each in TOLD],
    )


def _form(context: Context, asked: Mapping[str, str], *, moment: datetime) -> ReportForm | None:
    page, section = context["page"], context["section"]
    # A section that has a form of its own does not want a second one.
    if section.report_url or not _are_taken(context, moment=moment):
        return None
    targets = [(each.id, each.called) for each in urgent_action_of(context["urgent_action"], headline="").targets]
    if not targets:
        return None
    typed: Mapping[str, str] = context.get("typed") or asked
    refused: ReportRefused | None = context.get("refused")
    reader = get_language() or "en"
    country = str(typed.get("country", "")).upper()
    are_few = context["urgent_action"]["take_action"]["letters_available"] and not context.get("is_of_reports")
    codes = country_codes() & {country, section.country} if are_few else country_codes()
    countries = sorted(((code, country_name(code, reader)) for code in codes), key=lambda each: each[1].casefold())
    groups = groups_of(Publication.objects.filter(pk=page.pk).values("site")[:1])
    return ReportForm(
        targets=_choices(targets, typed.get("target", targets[0][0] if len(targets) == 1 else "")),
        channels=_choices([(each.value, channel_label(each.value)) for each in Channel], typed.get("channel")),
        groups=_choices([(str(id), name) for id, name in groups], typed.get("group")),
        countries=_choices(countries, country),
        are_few_countries=are_few,
        quantity=str(typed.get("quantity", "1"))[:20],
        riddle=_address("urgent-actions-v1:riddle") if reports_need_proof() else "",
        parameter=refused.parameter if refused else "",
        refusal=gettext(refused.template) % refused.params if refused else "",
    )


def _are_taken(context: Context, *, moment: datetime) -> bool:
    status, grace_days = Status(context["urgent_action"]["status"]), context["section"].grace_days
    if takes_reports(status, since=None, moment=moment, grace_days=grace_days):
        return True
    if status is Status.STOPPED:
        return False
    found = written_from(context["page"].pk, moment=moment)
    return found is not None and found.takes_reports(moment)


def _choices(values: Iterable[tuple[str, str]], chosen: str | None) -> list[Choice]:
    return [Choice(value=value, label=label, is_chosen=value == chosen) for value, label in values]


def _number(told: Published | None, provenance: Provenance) -> str:
    letters = told.totals.get(provenance) if told else None
    return "" if letters is None else number_format(letters, force_grouping=True)


def _address(name: str, *page_ids: int) -> str:
    try:
        return reverse(name, args=page_ids)
    except NoReverseMatch:
        return ""
