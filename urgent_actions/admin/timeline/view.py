"""The timeline of the case of a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button

from ...codes import language_name
from ...lifecycle.history.stored import pages_of_case, stored_history
from ...models.labels import PROVENANCE_LABELS
from ...models.mixin import UrgentActionMixin
from ...models.swap import page_model
from ...reporting.by_day import letters_by_day
from ...rules.history import Event, Kind
from ...rules.reports import Provenance
from .picture import Lane, Scale, Stretch, events_lane, letters_lane, open_lane, stretches

KIND_LABELS = {
    Kind.ISSUED: gettext_lazy("Issued"),
    Kind.UPDATED: gettext_lazy("Updated"),
    Kind.TRANSLATED: gettext_lazy("Translated"),
    Kind.EXTENDED: gettext_lazy("Deadline extended"),
    Kind.RESUMED: gettext_lazy("Stop taken back"),
    Kind.STOPPED: gettext_lazy("Stopped"),
    Kind.OUTCOME: gettext_lazy("Outcome"),
}


@require_safe
def timeline(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the timeline; PermissionDenied for those who may not edit the page."""
    page = get_object_or_404(page_model(), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    pages = pages_of_case(page)
    events = stored_history(page, pages)
    shown = {
        "page": page,
        "events": [(event, KIND_LABELS[event.kind]) for event in events],
        **(_picture(page, pages, events) if events else {}),
    }
    return render(request, "urgent_actions/admin/timeline.html", shown)


def timeline_buttons(page: Any, user: Any) -> Iterator[Button]:
    """Yield the button that leads to the timeline of a case, if any of it was ever published."""
    if isinstance(page, UrgentActionMixin) and page.first_published_at and page.permissions_for_user(user).can_edit():
        url = reverse("urgent_actions_timeline", args=[page.pk])
        yield Button(_("Timeline of the case"), url, icon_name="history", priority=40)


def _picture(page: Any, pages: list[Any], events: list[Event]) -> dict[str, Any]:
    """Return the lanes, and the scale on which they are drawn: over all that has a day."""
    section = page.section()
    letters = letters_by_day({each.translation_key for each in pages})
    times = {code: stretches(own, section, moment=timezone.now()) for code, own in _by_language(pages).items()}
    days = {event.on for event in events if event.on} | {day for each in letters.values() for day in each}
    scale = Scale(days | {each.last for own in times.values() for each in own})
    return {"lanes": list(_lanes(events, times, letters, scale)), "scale": scale}


def _lanes(
    events: list[Event],
    times: Mapping[str, Sequence[Stretch]],
    letters: Mapping[Provenance, Mapping[date, int]],
    scale: Scale,
) -> Iterator[Lane]:
    yield events_lane(_("What happened"), events, scale)
    for code, own in times.items():
        if own:
            name = language_name(code, get_language() or "en")
            yield open_lane(_("Open in %(language)s") % {"language": name}, own, scale)
    for provenance, by_day in letters.items():
        yield letters_lane(str(PROVENANCE_LABELS[provenance]), by_day, scale)


def _by_language(pages: list[Any]) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for each in pages:
        found[each.locale.language_code].append(each)
    return found
