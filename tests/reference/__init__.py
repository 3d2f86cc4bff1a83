"""The pages of docs/reference, rendered from the code: what they say is what the code does."""

from .data_model import data_model_page
from .page_api import MEANING, page_api_page
from .settings import SYSTEM_CHECKS, settings_page
from .tables import ROOT
from .urgent_action_api import urgent_action_api_page

__all__ = ["MEANING", "ROOT", "SYSTEM_CHECKS", "pages"]


def pages() -> dict[str, str]:
    """Return file name -> text of every page of the reference that is made from the code."""
    return {
        "settings.md": settings_page(),
        "data-model.md": data_model_page(),
        "page-api.md": page_api_page(),
        "urgent-action-api.md": urgent_action_api_page(),
    }
