"""The page models that are in force: ours, or those of a project with its own base page model (ADR 0003)."""

from typing import TYPE_CHECKING, Any

import swapper
from django.db import models
from django.dispatch import Signal

if TYPE_CHECKING:
    from wagtail.models import Page

    class OnPage(models.Model, Page):
        """What our mixins stand on: each is combined with a base page model, whichever is in force."""

        class Meta:
            abstract = True
else:
    OnPage = models.Model

# Registered here too, so that it holds even when this app is listed before wagtail.
swapper.set_app_prefix("wagtailcore", "wagtail")

urgent_action_saved = Signal()
"""Sent when an urgent action has been saved with all its children: ``instance``, ``update_fields`` (or None)."""

PAGE = swapper.get_model_name("urgent_actions", "UrgentActionPage")
INDEX_PAGE = swapper.get_model_name("urgent_actions", "UrgentActionIndexPage")


def page_model() -> Any:
    """Return the urgent action page model in force. Only to be called once all models are loaded."""
    return swapper.load_model("urgent_actions", "UrgentActionPage")


def index_page_model() -> Any:
    """Return the index page model in force. Only to be called once all models are loaded."""
    return swapper.load_model("urgent_actions", "UrgentActionIndexPage")


def base_page_model() -> Any:
    """Return the base page model in force (``wagtailcore.Page``, or the one that WAGTAIL_PAGE_MODEL names)."""
    return swapper.load_model("wagtailcore", "Page")
