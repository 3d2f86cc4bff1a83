"""The plugin as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UrgentActionsConfig(AppConfig):
    name = "urgent_actions"
    verbose_name = _("Urgent actions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, signal_handlers  # noqa: F401  # system checks register themselves on import

        signal_handlers.connect()
