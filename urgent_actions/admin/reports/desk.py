"""The list of reports, those first that wait for somebody; and what is decided about them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from ...models import Report
from .columns import DECIDING, FACTS
from .decided import VERDICTS, decide_each
from .filters import ReportFilterSet
from .rows import beside
from .sections import may, sections_of

A_PAGE = 50
_MOST_DIGITS = 18


class ReportListView(IndexView):
    """Reports of the user's sections."""

    model = Report
    page_title = _("Reports of letters")
    header_icon = "mail"
    index_url_name = "urgent_actions_reports:index"
    index_results_url_name = "urgent_actions_reports:index_results"
    results_template_name = "urgent_actions/admin/reports/list_results.html"
    any_permission_required = ["view", "change"]
    filterset_class = ReportFilterSet
    paginate_by = A_PAGE
    table_classname = "listing ua-reports"

    @cached_property
    def columns(self) -> list[Any]:
        """Return the facts of a report, and what can be decided for those who may."""
        before, after = DECIDING if self.may_decide else ([], [])
        return [*before, *FACTS, *after]

    @cached_property
    def may_decide(self) -> bool:
        """Say whether the user may count or refuse reports."""
        return may(self.request.user, "change")

    def get_base_queryset(self) -> Any:
        """Return the reports of the user's sections."""
        return Report.objects.filter(site__in=sections_of(self.request.user)).select_related("group")

    def order_queryset(self, queryset: Any) -> Any:
        """Return those first that are held, and then the newest."""
        waits = Case(When(state=Report.State.HELD, then=Value(0)), default=Value(1))
        return queryset.order_by(waits, "-day", "-pk")

    def get_table(self, object_list: Any) -> Any:
        """Return the table, with what stands beside each report."""
        found = beside(object_list, moment=timezone.now())
        for report in object_list:
            report.beside = found[report.pk]
        return super().get_table(object_list)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the list, and where to come back to after a decision."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        asked = self.request.GET.urlencode()
        here = f"{self.index_url}?{asked}" if asked else self.index_url
        return {**context, "may_decide": self.may_decide, "here": here}


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Count or refuse reports: the one whose button was pressed, or all that were chosen. Leads back to the list."""
    if not may(request.user, "change"):
        raise PermissionDenied
    verdict = next((name for name in VERDICTS if name in request.POST), "")
    chosen = [request.POST.get(verdict, "")] if request.POST.get(verdict) else request.POST.getlist("report")
    # More digits than these are no id, and an error to a database.
    ids = [int(each) for each in chosen[:A_PAGE] if each.isdecimal() and len(each) <= _MOST_DIGITS]
    if not verdict or not ids:
        messages.warning(request, _("No report was chosen: tick those that you decide about."))
    else:
        reports = Report.objects.filter(pk__in=ids, site__in=sections_of(request.user)).order_by("pk")
        changed = decide_each(verdict, reports, user=request.user)
        _tell(request, verdict, changed)
    return redirect(get_valid_next_url_from_request(request) or reverse("urgent_actions_reports:index"))


def _tell(request: HttpRequest, verdict: str, changed: int) -> None:
    if not changed:
        messages.info(request, _("Nothing has changed: somebody had decided the same before."))
        return
    if verdict == "count":
        said = ngettext("%(number)s report is counted now.", "%(number)s reports are counted now.", changed)
    else:
        said = ngettext("%(number)s report is refused now.", "%(number)s reports are refused now.", changed)
    messages.success(request, said % {"number": changed})


class _ReportsMenuItem(MenuItem):
    """Shown to those who may see reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the menu has it for this user."""
        return may(request.user, "view") or may(request.user, "change")


class ReportsViewSet(ViewSet):
    """The addresses of the list."""

    name = "urgent_actions_reports"
    url_prefix = "letter-reports"
    icon = "mail"
    # Not “Reports”: Wagtail has a menu of this name, and there is one word for it in a catalogue.
    menu_label = _("Reports of letters")
    menu_item_class = _ReportsMenuItem

    def get_urlpatterns(self) -> list[Any]:
        """Return the list, its results alone, and the decision."""
        return [
            path("", ReportListView.as_view(), name="index"),
            path("results/", ReportListView.as_view(results_only=True), name="index_results"),
            path("decide/", decide, name="decide"),
        ]
