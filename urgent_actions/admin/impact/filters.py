"""By what the figures can be narrowed."""

from typing import Any

from django.db.models.functions import Right
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Site

from ...codes import country_name
from ...models import Concern, PersonAtRisk
from ...models.impact import Scope
from ...models.publications import Mark, Publication
from ...rules.impact import year_of

Choices = list[tuple[Any, str]]
ALL = _("All")


def _sections() -> Choices:
    return [(site.pk, site.site_name or site.hostname) for site in Site.objects.order_by("site_name", "hostname", "pk")]


def _countries() -> Choices:
    language = get_language() or "en"
    codes = Mark.objects.filter(kind=Mark.Kind.COUNTRY).order_by().values_list("code", flat=True).distinct()
    return sorted(((code, country_name(code, language)) for code in codes), key=lambda choice: choice[1])


def _concerns() -> Choices:
    return [*Concern.objects.values_list("slug", "name")]


def _years() -> Choices:
    found = Publication.objects.order_by().values_list(Right("ua_number", 2), flat=True).distinct()
    return [(year, str(year)) for year in sorted(map(year_of, found), reverse=True)]


def _outcome_years() -> Choices:
    dated = PersonAtRisk.objects.filter(page__publication__isnull=False, outcome_on__isnull=False)
    return [(day.year, str(day.year)) for day in dated.dates("outcome_on", "year", order="DESC")]


class ImpactFilterSet(WagtailFilterSet):
    """Section, country, concern, year of the case and year of the outcome."""

    site = ChoiceFilter(label=_("Section"), choices=_sections, empty_label=ALL)
    country = ChoiceFilter(label=_("Country"), choices=_countries, empty_label=ALL)
    concern = ChoiceFilter(label=_("Concern"), choices=_concerns, empty_label=ALL)
    year = ChoiceFilter(label=_("Year of the case"), choices=_years, empty_label=ALL)
    outcome_year = ChoiceFilter(label=_("Year of the outcome"), choices=_outcome_years, empty_label=ALL)

    class Meta:
        model = Publication
        fields: list[str] = []

    def scope(self) -> Scope:
        """Return the cases that are meant; the form is valid."""
        asked = self.form.cleaned_data
        numbers = {name: int(asked[name]) for name in ("site", "year", "outcome_year") if asked[name]}
        return Scope(country=asked["country"] or None, concern=asked["concern"] or None, **numbers)
