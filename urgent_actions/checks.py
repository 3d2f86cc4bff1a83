"""System checks: a mistake in the settings is told at start-up, with what to do."""

from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from .models import previews

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


@register()
def front_end(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report a front end that is not named, or that a preview's token would travel to in the open or for too long."""
    if not apps.is_installed(previews.APP):
        return []
    urls = getattr(settings, "WAGTAIL_HEADLESS_PREVIEW", {}).get("CLIENT_URLS") or {}
    found: list[CheckMessage] = []
    if "default" not in urls:
        found.append(
            Warning(
                "There is no front end for the editor's preview.",
                hint='Name one: WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "https://www.example.org"}}, '
                f"or take “{previews.APP}” out of INSTALLED_APPS.",
                id="urgent_actions.W002",
            )
        )
    if not settings.DEBUG:
        found += [
            Error(
                f"The preview's token would travel to {url} for everybody on the way to read.",
                hint="Let CLIENT_URLS of WAGTAIL_HEADLESS_PREVIEW begin with https://.",
                id="urgent_actions.E003",
            )
            for url in urls.values()
            if url.startswith("http://")
        ]
    seconds = previews.lifetime()
    if not isinstance(seconds, int) or not 0 < seconds <= previews.LONGEST_SECONDS:
        found.append(
            Error(
                "URGENT_ACTIONS_PREVIEW_SECONDS is no time for which a preview could be opened.",
                hint=f"Set URGENT_ACTIONS_PREVIEW_SECONDS to a whole number from 1 to {previews.LONGEST_SECONDS}.",
                id="urgent_actions.E004",
            )
        )
    return found


@register()
def reports(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report settings for reports that are no whole numbers: the first report would be a server error."""
    return [
        Error(
            f"{name} is no whole number from 0 on.",
            hint=f"Set {name} to a number like {usual}, or leave it out.",
            id="urgent_actions.E005",
        )
        for name, usual in (("URGENT_ACTIONS_REPORTS_A_DAY", 50), ("URGENT_ACTIONS_TRUSTED_PROXIES", 1))
        if type(value := getattr(settings, name, 0)) is not int or value < 0
    ]


@register()
def proof_of_work(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Report a proof of work that is asked for and that nobody could give: each report would be a server error."""
    if not getattr(settings, "URGENT_ACTIONS_REPORTS_NEED_PROOF", False):
        return []
    if find_spec("django_altcha") and getattr(settings, "ALTCHA_HMAC_KEY", None):
        return []
    return [
        Error(
            "URGENT_ACTIONS_REPORTS_NEED_PROOF asks for riddles that cannot be made.",
            hint="Install the extra “captcha”, and set ALTCHA_HMAC_KEY to a secret of 32 random characters or more.",
            id="urgent_actions.E006",
        )
    ]
