"""The report: figures, charts, and the same as a spreadsheet."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from ...models import Concern
from ...models.impact import impact_of
from ...models.swap import base_page_model
from ...rules.impact import ANSWERS
from ..spreadsheets import NeutralCells
from .filters import ImpactFilterSet
from .lines import LABELS, Line, lines
from .tables import outcomes_chart, tables

NAME = "urgent_actions_impact"
LABEL = _("Outcomes and impact")
RIGHTS = ["add", "change", "publish"]
"""Whoever has one of these for some page sees the figures, which are those that the public sees."""


class ImpactReportView(NeutralCells, ReportView):
    """What came of the cases."""

    page_title = LABEL
    header_icon = "clipboard-list"
    results_template_name = "urgent_actions/admin/impact/results.html"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    any_permission_required = RIGHTS
    filterset_class = ImpactFilterSet
    # As many lines as there are countries, concerns and years.
    paginate_by = None
    export_filename = "outcomes-and-impact"
    export_headings = {
        "title": _("Table"),
        "name": _("Name"),
        "cases": _("Cases"),
        "persons": _("Persons"),
        "urgent_actions": _("Urgent actions issued"),
        **{f"outcomes.{answer}": LABELS[answer] for answer in ANSWERS},
    }
    list_export = [*export_headings]

    @cached_property
    def permission_policy(self) -> Any:
        """Return who may do what with pages."""
        return policy_registry.get_by_type(base_page_model())

    def get_filtered_queryset(self) -> list[Line]:
        """Return the lines; none, and no spreadsheet, where a filter cannot be read."""
        if not self.filters.is_valid():
            self.is_export = False
            return []
        found = impact_of(self.filters.scope(), moment=timezone.now())
        return lines(found, concerns=dict(Concern.objects.values_list("slug", "name"))) if found.happened else []

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context, with charts and tables."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if self.object_list:
            context |= {"everything": self.object_list[0], "chart": outcomes_chart(self.object_list)}
            context["tables"] = tables(self.object_list)
        return context


class ImpactMenuItem(MenuItem):
    """The way to the report, for those who may see it."""

    def __init__(self) -> None:
        super().__init__(LABEL, reverse(NAME), name="outcomes-and-impact", icon_name="clipboard-list", order=690)

    def is_shown(self, request: Any) -> bool:
        """Say whether this user may see it."""
        policy = policy_registry.get_by_type(base_page_model())
        return bool(policy.user_has_any_permission(request.user, RIGHTS))
