"""Filters of the lists of urgent actions."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.views.pages.listing import PageFilterSet

from ..codes import country_name
from ..models import Concern, CountryOnPage
from ..models.labels import STATUS_LABELS
from ..models.swap import page_model


def countries_in_use() -> list[tuple[str, str]]:
    """Return (code, name) of the countries that urgent actions are about, by name."""
    language = get_language() or "en"
    codes = CountryOnPage.objects.order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code, language)) for code in codes), key=lambda choice: choice[1])


class StatusFilter(MultipleChoiceFilter):
    """Filters by the status at this moment, which is no column but an annotation."""

    def filter(self, queryset: Any, values: list[str]) -> Any:
        """Return the live pages in one of the statuses."""
        if not values:
            return queryset
        found = page_model().objects.live().with_status(moment=timezone.now()).filter(status__in=values)
        return queryset.filter(pk__in=found.values("pk"))


class UrgentActionFilterSet(PageFilterSet):
    """Status, country, concern and deadline, before Wagtail's own filters."""

    appeal_status = StatusFilter(
        label=_("Appeal"),
        choices=lambda: [(status.value, label) for status, label in STATUS_LABELS.items()],
        widget=CheckboxSelectMultiple,
    )
    country = MultipleChoiceFilter(
        label=_("Country"),
        field_name="country_items__country",
        choices=countries_in_use,
        widget=CheckboxSelectMultiple,
        distinct=True,
    )
    concern = ModelMultipleChoiceFilter(
        label=_("Concern"),
        field_name="concern_items__concern",
        queryset=lambda request: Concern.objects.all(),
        widget=CheckboxSelectMultiple,
        distinct=True,
    )
    deadline = DateFromToRangeFilter(label=_("Deadline"), widget=DateRangePickerWidget)

    class Meta(PageFilterSet.Meta):
        fields: list[str] = []
