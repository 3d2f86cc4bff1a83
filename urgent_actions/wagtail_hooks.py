"""Wiring into the Wagtail admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from .admin import log
from .admin.decisions.offers import buttons
from .admin.decisions.view import decide
from .admin.directory import DirectoryGroup
from .admin.impact.report import NAME as IMPACT
from .admin.impact.report import ImpactMenuItem, ImpactReportView
from .admin.importing.menu import ImportMenuItem
from .admin.importing.view import REVIEW, START, review, start
from .admin.lists import explorer_viewset, list_viewset
from .admin.paper import paper
from .admin.readiness import readiness
from .admin.reports.buttons import report_buttons
from .admin.reports.entry import enter
from .admin.reports.letter import letter
from .admin.reports.menu import LetterReportsGroup
from .admin.reports.totals import totals
from .admin.timeline.view import timeline, timeline_buttons
from .admin.translations.confirm import NAME as CONFIRM
from .admin.translations.confirm import confirm, confirm_buttons
from .admin.withdrawn import SealedPolicy, WithdrawnViewSet
from .lifecycle.decisions import DECISIONS
from .models.sealed import SealedCase
from .models.swap import page_model

register_snippet(DirectoryGroup)
register_permission_policy(SealedCase, SealedPolicy(SealedCase))


@hooks.register("register_admin_viewset")
def register_lists() -> list[Any]:
    """Add the lists of urgent actions, and of the cases that are withdrawn."""
    return [explorer_viewset(), list_viewset(), WithdrawnViewSet()]


@hooks.register("register_admin_viewset")
def register_reports() -> Any:
    """Add the list of reports, and the groups that report."""
    return LetterReportsGroup()


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    """Add the addresses of the import, of what belongs to one page, and of the yearly figures."""
    return [
        path("urgent-actions/import/", start, name=START),
        path("urgent-actions/import/review/", review, name=REVIEW),
        path("urgent-actions/<int:page_id>/readiness/", readiness, name="urgent_actions_readiness"),
        path("urgent-actions/<int:page_id>/decide/<slug:name>/", decide, name="urgent_actions_decide"),
        path("urgent-actions/<int:page_id>/confirm/", confirm, name=CONFIRM),
        path("urgent-actions/<int:page_id>/timeline/", timeline, name="urgent_actions_timeline"),
        path("urgent-actions/<int:page_id>/paper/<slug:what>/", paper, name="urgent_actions_paper"),
        path("urgent-actions/<int:page_id>/reports/", totals, name="urgent_actions_totals"),
        path("urgent-actions/<int:page_id>/reports/enter/", enter, name="urgent_actions_enter"),
        path("urgent-actions/<int:page_id>/reports/letter/<str:target_id>/", letter, name="urgent_actions_letter"),
        path("reports/urgent-actions/", ImpactReportView.as_view(), name=IMPACT),
        path("reports/urgent-actions/results/", ImpactReportView.as_view(results_only=True), name=f"{IMPACT}_results"),
    ]


@hooks.register("register_admin_menu_item")
def register_import() -> ImportMenuItem:
    """Add the way to the import, beside the urgent actions."""
    return ImportMenuItem()


@hooks.register("register_reports_menu_item")
def register_report() -> ImpactMenuItem:
    """Add the way to outcomes and impact."""
    return ImpactMenuItem()


@hooks.register("register_page_header_buttons")
def header_buttons(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """Offer the decisions about a case, its timeline, and the reports of letters, at its pages."""
    yield from confirm_buttons(page, user)
    yield from buttons(page, user)
    yield from timeline_buttons(page, user)
    yield from report_buttons(page, user)


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    """Add the style of the readiness panel."""
    return format_html('<link rel="stylesheet" href="{}">', static("urgent_actions/admin.css"))


@hooks.register("insert_editor_js")
def editor_js() -> str:
    """Add the script that keeps the readiness panel fresh."""
    return format_html('<script src="{}" defer></script>', static("urgent_actions/readiness.js"))


@hooks.register("register_permissions")
def register_permissions() -> Any:
    """Offer the rights over reports and over withdrawn cases where groups are given theirs."""
    of_ours = Permission.objects.filter(content_type__app_label="urgent_actions")
    reports = ("view_report", "add_report", "change_report")
    return of_ours.filter(Q(content_type__model="sealedcase") | Q(codename__in=reports))


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Say in the field's words what the plugin writes into the audit log."""
    log.register(actions)


@hooks.register("register_actions")
def register_actions(registry: Any) -> None:
    """Let Wagtail know what can be decided about a case."""
    for decision in DECISIONS:
        registry.register(page_model(), decision)
