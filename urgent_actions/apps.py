"""The plugin as a Django app."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class UrgentActionsConfig(AppConfig):
    name = "urgent_actions"
    verbose_name = _("Urgent actions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, signal_handlers  # noqa: F401  # system checks register themselves on import

        signal_handlers.connect()
        if apps.is_installed("wagtail.api.v3"):
            from wagtail.api.v3.api import api

            from .api.v3.decisions import router

            api.add_router("/pages/", router)
