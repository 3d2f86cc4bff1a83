"""The page models that are in force: ours, or those of a project with its own base page model (ADR 0003)."""

from typing import Any

import swapper

# Registered here too, so that it holds even when this app is listed before wagtail.
swapper.set_app_prefix("wagtailcore", "wagtail")

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
