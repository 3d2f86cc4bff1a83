"""System checks: a mistake in the settings is told at start-up, with what to do."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

REFUSAL_MIDDLEWARE = "urgent_actions.admin.middleware.RefusalMiddleware"
NEEDED_APPS = ("modelcluster", "wagtail.contrib.settings", "wagtail.snippets", "wagtail.images")


@register()
def needed_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report the apps that the plugin stands on and the project has not installed."""
    return [
        Error(
            f"urgent_actions needs “{name}”.",
            hint=f"Add “{name}” to INSTALLED_APPS.",
            id="urgent_actions.E001",
        )
        for name in NEEDED_APPS
        if not apps.is_installed(name)
    ]


@register()
def refusal_middleware(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report when a refused publication would be an error page instead of a message."""
    if REFUSAL_MIDDLEWARE in settings.MIDDLEWARE:
        return []
    return [
        Warning(
            "A refused publication by bulk action or workflow will answer with an error page.",
            hint=f"Add “{REFUSAL_MIDDLEWARE}” to the end of MIDDLEWARE.",
            id="urgent_actions.W001",
        )
    ]


@register()
def time_zones(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report USE_TZ = False: a deadline needs to know at which midnight it ends."""
    if settings.USE_TZ:
        return []
    return [
        Error(
            "urgent_actions needs time zones: a deadline ends at midnight in the section's time zone.",
            hint="Set USE_TZ = True.",
            id="urgent_actions.E002",
        )
    ]
