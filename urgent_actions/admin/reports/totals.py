"""What was counted about one urgent action, for those who edit it: each provenance by itself (DOMAIN rule 9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from ...codes import country_name, language_name
from ...letters.letter import Channel
from ...models import Report
from ...models.labels import CHANNEL_LABELS, PROVENANCE_LABELS
from ...models.swap import page_model
from ...reporting.tally import Tally, totals_of
from ...rules.reports import TOLD, Provenance
from ...writing.appeal import Closed, published_appeal
from ..charts import Bars, Days, bars, days
from .letter import NOT_PUBLISHED, letter_forms, why_closed
from .sections import may, sections_of
from .targets import called


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The letters of one provenance, with charts of what they are told apart by."""

    id: str
    label: str | Promise
    reports: int
    letters: int
    by_day: Days | None
    tables: tuple[Bars, ...]


@require_GET
def totals(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what was counted about one urgent action; PermissionDenied for those who may not edit it."""
    page = get_object_or_404(page_model(), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    moment = timezone.now()
    counted = totals_of(page.translation_key).by_provenance
    names = called(page, moment=moment)
    shown = {
        "page": page,
        "parts": [part(provenance, counted[provenance], names) for provenance in Provenance if provenance in counted],
        "held": _held(page, request.user),
        "may_enter": page.live and may(request.user, "add"),
        **_letters(page, counted, moment=moment),
    }
    return render(request, "urgent_actions/admin/reports/totals.html", shown)


def part(provenance: Provenance, tally: Tally, names: Mapping[str, str]) -> Part:
    """Return the charts of one provenance; ``names``: of the targets, by their ids."""
    reader = get_language() or "en"

    def table(title: str | Promise, heading: str | Promise, values: Iterable[tuple[object, int]]) -> Bars:
        return bars(title, values, heading=heading, unit=_("Letters"))

    return Part(
        id=provenance.value,
        label=PROVENANCE_LABELS[provenance],
        reports=tally.reports,
        letters=tally.quantity,
        by_day=days(
            _("By the day on which they were reported"),
            tally.by_day,
            id=f"{provenance.value}-days",
            heading=_("Day"),
            unit=_("Letters"),
        ),
        tables=(
            table(
                _("By target"),
                pgettext_lazy("of an appeal", "Target"),
                ((names.get(id) or _("Not a target any more"), number) for id, number in tally.by_target.items()),
            ),
            table(
                _("By channel"),
                _("Channel"),
                ((CHANNEL_LABELS[Channel(each)], number) for each, number in tally.by_channel.items()),
            ),
            table(
                _("By the country that they were sent from"),
                _("Country"),
                (
                    (country_name(each, reader) if each else _("Not known"), number)
                    for each, number in tally.by_country.items()
                ),
            ),
            table(
                _("By the language of the page"),
                _("Language"),
                ((language_name(each, reader), number) for each, number in tally.by_language.items()),
            ),
        ),
    )


def _held(page: Any, user: Any) -> int:
    """Return how many reports wait for somebody, of those that this user may see."""
    if not may(user, "view"):
        return 0
    held = Report.objects.filter(site__in=sections_of(user), state=Report.State.HELD)
    return held.filter(translation_key=page.translation_key).count()


def _letters(page: Any, counted: Mapping[Provenance, Tally], *, moment: datetime) -> dict[str, Any]:
    """Return a form for the letter to each target of whom letters were told, or why there is none."""
    told = {id for provenance, tally in counted.items() if provenance in TOLD for id in tally.by_target}
    try:
        appeal = published_appeal(page.pk, moment=moment)
    except Closed as closed:
        return {"letters": [], "no_letters": why_closed(closed) if told else ""}
    if appeal is None:
        return {"letters": [], "no_letters": gettext(NOT_PUBLISHED) if told else ""}
    return {"letters": letter_forms(appeal, told), "no_letters": ""}
