"""System checks of the front end: what would leave the preview without one, or its token open to others."""

import pytest
from django.apps import apps
from django.core.checks import registry
from pytest_django.fixtures import Settings

from urgent_actions.checks import front_end

SAFE = {"CLIENT_URLS": {"default": "https://www.example.org", "es.example.org": "{SITE_ROOT_URL}"}}


def test_a_front_end_behind_tls_has_nothing_to_be_told(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = SAFE
    assert front_end(None) == []


def test_the_check_runs_at_start_up() -> None:
    assert front_end in registry.registry.get_checks()


@pytest.mark.parametrize("missing", [{}, {"CLIENT_URLS": {}}, {"CLIENT_URLS": {"es.example.org": "https://es.org"}}])
def test_a_missing_front_end_is_a_warning(settings: Settings, missing: dict[str, object]) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = missing
    (warning,) = front_end(None)
    assert (warning.id, warning.is_serious(), warning.msg, warning.hint) == (
        "urgent_actions.W002",
        False,
        "There is no front end for the editor's preview.",
        'Name one: WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "https://www.example.org"}}, '
        "or take “wagtail_headless_preview” out of INSTALLED_APPS.",
    )


def test_without_the_app_nothing_is_missing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {}
    monkeypatch.setattr(apps, "is_installed", lambda name: name != "wagtail_headless_preview")
    assert front_end(None) == []


def test_a_front_end_without_tls_is_refused_in_production(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "http://www.example.org", "a": "https://a.org"}}
    (error,) = front_end(None)
    assert (error.id, error.is_serious(), error.msg, error.hint) == (
        "urgent_actions.E003",
        True,
        "The preview's token would travel to http://www.example.org for everybody on the way to read.",
        "Let CLIENT_URLS of WAGTAIL_HEADLESS_PREVIEW begin with https://.",
    )


def test_a_front_end_without_tls_will_do_for_development(settings: Settings) -> None:
    settings.DEBUG = True
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "http://127.0.0.1:8020"}}
    assert front_end(None) == []


@pytest.mark.parametrize("seconds", [1, 900, 86_400])
def test_a_preview_may_last_up_to_a_day(settings: Settings, seconds: int) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW, settings.URGENT_ACTIONS_PREVIEW_SECONDS = SAFE, seconds
    assert front_end(None) == []


@pytest.mark.parametrize("seconds", [0, -1, 86_401, "900", 900.5, None])
def test_a_time_that_is_none_is_refused(settings: Settings, seconds: object) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW, settings.URGENT_ACTIONS_PREVIEW_SECONDS = SAFE, seconds
    (error,) = front_end(None)
    assert (error.id, error.is_serious(), error.hint) == (
        "urgent_actions.E004",
        True,
        "Set URGENT_ACTIONS_PREVIEW_SECONDS to a whole number from 1 to 86400.",
    )
