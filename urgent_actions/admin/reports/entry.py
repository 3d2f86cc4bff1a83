"""Letters that no writer reports by themselves: told by a group, or counted by the section."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

from ...codes import country_codes, country_name
from ...letters.letter import Channel
from ...models import Report, ReportingGroup
from ...models.labels import CHANNEL_LABELS, PROVENANCE_LABELS
from ...models.reports import LONGEST_NOTE
from ...models.swap import page_model
from ...reporting.record import Told, record
from ...reporting.refusal import NotTakenAnyMore, NotThere, ReportRefused
from ...reporting.written_from import WrittenFrom, written_from
from ...rules.reports import MOST_AT_ONCE, Provenance
from .decided import ENTERED
from .sections import may, sections_of
from .targets import called

ENTERED_BY_HAND = (Provenance.OFFLINE, Provenance.GROUP)
MOST_GROUPS = 500


def _countries() -> list[tuple[str, Any]]:
    language = get_language() or "en"
    names = sorted(((country_name(code, language), code) for code in country_codes()), key=lambda each: each[0])
    return [("", _("Not known")), *((code, name) for name, code in names)]


class EntryForm(forms.Form):
    """How many letters, to whom, by which channel. Sent twice, the same form is the same report."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64, initial=lambda: uuid4().hex)
    provenance = forms.ChoiceField(
        label=_("How we know of them"), choices=[(each.value, PROVENANCE_LABELS[each]) for each in ENTERED_BY_HAND]
    )
    channel = forms.ChoiceField(
        label=_("Channel"), choices=[(channel.value, CHANNEL_LABELS[channel]) for channel in Channel]
    )
    quantity = forms.IntegerField(
        label=_("Letters"),
        min_value=1,
        max_value=max(MOST_AT_ONCE[each] for each in ENTERED_BY_HAND),
        help_text=_("How many were sent to this target by this channel."),
    )
    country = forms.ChoiceField(label=_("Sent from"), choices=_countries, required=False)
    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        help_text=_("Where and when the section has counted. Never who wrote."),
    )

    field_order = ("provenance", "group", "target")

    def __init__(self, *args: Any, page: Any, found: WrittenFrom, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.found = page, found
        names = called(page, moment=timezone.now())
        targets = [(id, name) for id, name in names.items() if id in found.targets]
        self.fields["target"] = forms.ChoiceField(label=pgettext_lazy("of an appeal", "Target"), choices=targets)
        groups = ReportingGroup.objects.filter(site=found.site_id, is_open=True).order_by("name", "pk")
        self.fields["group"] = forms.TypedChoiceField(
            label=_("Reporting group"),
            choices=[("", _("No group")), *groups.values_list("pk", "name")[:MOST_GROUPS]],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["country"].initial = found.section.country
        self.order_fields(self.field_order)

    def execute(self, *, user: Any) -> Report | None:
        """Record what was typed, and return the report; None where it is refused, and the form says why."""
        try:
            return self._record(user)
        except ReportRefused as refused:
            self.add_error(refused.parameter if refused.parameter in self.fields else None, in_words(refused))
        return None

    @transaction.atomic
    def _record(self, user: Any) -> Report:
        typed = self.cleaned_data
        told = Told(
            page_id=self.page.pk,
            site=self.found.site_id,
            target=typed["target"],
            channel=typed["channel"],
            quantity=typed["quantity"],
            # Apart from the keys that writers choose.
            key=f"desk {typed['key']}",
            provenance=Provenance(typed["provenance"]),
            group=typed["group"],
            country=typed["country"],
            note=typed["note"],
        )
        recorded = record(told, moment=timezone.now())
        report = Report.objects.get(pk=recorded.id)
        if not log_registry.get_logs_for_instance(report).filter(action=ENTERED).exists():
            log(report, ENTERED, user=user)
        return report


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form for letters of one urgent action, and take it; PermissionDenied for those who may not."""
    page = get_object_or_404(page_model(), pk=page_id)
    if not (may(request.user, "add") and page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    moment = timezone.now()
    found = written_from(page.pk, moment=moment)
    if found is None or found.site_id not in sections_of(request.user):
        return _closed(request, page, NotThere())
    if not found.takes_reports(moment):
        return _closed(request, page, NotTakenAnyMore(found.status.value))
    form = EntryForm(request.POST if request.method == "POST" else None, page=page, found=found)
    if request.method == "POST" and form.is_valid() and (report := form.execute(user=request.user)):
        said = ngettext("%(number)s letter is counted.", "%(number)s letters are counted.", report.quantity)
        messages.success(request, said % {"number": report.quantity})
        return redirect("urgent_actions_totals", page.pk)
    return render(request, "urgent_actions/admin/reports/entry.html", {"page": page, "form": form})


def in_words(refused: ReportRefused) -> str:
    """Return why a report is not taken, in the reader's language."""
    return gettext(refused.template) % refused.params


def _closed(request: HttpRequest, page: Any, refused: ReportRefused) -> HttpResponse:
    messages.warning(request, in_words(refused))
    return redirect("urgent_actions_totals", page.pk)
