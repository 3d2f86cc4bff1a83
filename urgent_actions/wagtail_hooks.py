"""Wiring into the Wagtail admin."""

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from .admin.directory import DirectoryGroup
from .admin.lists import explorer_viewset, list_viewset
from .admin.paper import paper
from .admin.readiness import readiness
from .models.mixin import REFUSED

register_snippet(DirectoryGroup)


@hooks.register("register_admin_viewset")
def register_lists() -> list[Any]:
    """Add the lists of urgent actions."""
    return [explorer_viewset(), list_viewset()]


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    """Add the addresses of the readiness panel, and of what is printed from a draft."""
    return [
        path("urgent-actions/<int:page_id>/readiness/", readiness, name="urgent_actions_readiness"),
        path("urgent-actions/<int:page_id>/paper/<slug:what>/", paper, name="urgent_actions_paper"),
    ]


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    """Add the style of the readiness panel."""
    return format_html('<link rel="stylesheet" href="{}">', static("urgent_actions/admin.css"))


@hooks.register("insert_editor_js")
def editor_js() -> str:
    """Add the script that keeps the readiness panel fresh."""
    return format_html('<script src="{}" defer></script>', static("urgent_actions/readiness.js"))


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Say in the field's words what the plugin writes into the audit log."""

    @actions.register_action(REFUSED)
    class PublicationRefused(LogFormatter):
        label = _("Refuse publication")

        def format_message(self, log_entry: Any) -> str:
            """Return what was refused, with the reasons."""
            reasons = " ".join(log_entry.data.get("reasons", []))
            return gettext("Scheduled publication of the urgent action refused: %(reasons)s") % {"reasons": reasons}
