"""Filters of the list of reports."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, DateFromToRangeFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from ...models import Report
from ...models.labels import PROVENANCE_LABELS, REPORT_STATE_LABELS
from ...models.swap import page_model
from ...rules.reference import UnreadableReference, read_ua_number


class ReportFilterSet(WagtailFilterSet):
    """Urgent action, state, provenance and day."""

    ua_number = CharFilter(label=_("UA number"), method="of_case")
    state = MultipleChoiceFilter(
        label=_("State"),
        choices=[(state.value, label) for state, label in REPORT_STATE_LABELS.items()],
        widget=CheckboxSelectMultiple,
    )
    provenance = MultipleChoiceFilter(
        label=_("How we know of them"),
        choices=[(each.value, label) for each, label in PROVENANCE_LABELS.items()],
        widget=CheckboxSelectMultiple,
    )
    day = DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = Report
        fields: list[str] = []

    def of_case(self, queryset: Any, name: str, value: str) -> Any:
        """Return the reports on all urgent actions of this number, read in any form; none for what is no number."""
        try:
            number = str(read_ua_number(value))
        except UnreadableReference:
            return queryset.none()
        keys = page_model().objects.filter(ua_number=number).values("translation_key")
        return queryset.filter(translation_key__in=keys)
