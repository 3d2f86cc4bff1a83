"""System checks: a mistake in the settings is told at start-up, with what to do."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.checks import registry
from pytest_django.fixtures import Settings

from urgent_actions.checks import (
    NEEDED_APPS,
    REFUSAL_MIDDLEWARE,
    needed_apps,
    proof_of_work,
    refusal_middleware,
    reports,
    time_zones,
)

CHECKS = (needed_apps, refusal_middleware, time_zones, reports, proof_of_work)


def test_the_site_has_nothing_to_be_told() -> None:
    assert [check(None) for check in CHECKS] == [[], [], [], [], []]


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_runs_at_start_up(check: object) -> None:
    assert check in registry.registry.get_checks()


@pytest.mark.parametrize("app", NEEDED_APPS)
def test_a_missing_app_is_named_with_what_to_do(app: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps, "is_installed", lambda name: name != app)
    (error,) = needed_apps(None)
    assert (error.id, error.msg, error.hint) == (
        "urgent_actions.E001",
        f"urgent_actions needs “{app}”.",
        f"Add “{app}” to INSTALLED_APPS.",
    )
    assert error.is_serious()


def test_a_missing_middleware_is_a_warning(settings: Settings) -> None:
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if each != REFUSAL_MIDDLEWARE]
    (warning,) = refusal_middleware(None)
    assert (warning.id, warning.hint) == (
        "urgent_actions.W001",
        "Add “urgent_actions.admin.middleware.RefusalMiddleware” to the end of MIDDLEWARE.",
    )
    assert not warning.is_serious()


def test_a_site_without_time_zones_is_refused(settings: Settings) -> None:
    settings.USE_TZ = False
    (error,) = time_zones(None)
    assert (error.id, error.hint) == ("urgent_actions.E002", "Set USE_TZ = True.")
    assert error.is_serious()


def test_the_middleware_that_is_asked_for_is_the_one_that_the_site_has() -> None:
    assert REFUSAL_MIDDLEWARE in settings.MIDDLEWARE


@pytest.mark.parametrize("name", ["URGENT_ACTIONS_REPORTS_A_DAY", "URGENT_ACTIONS_TRUSTED_PROXIES"])
@pytest.mark.parametrize("value", ["1", -1, None, True, 1.5])
def test_a_number_for_reports_that_is_none_is_refused(settings: Settings, name: str, value: object) -> None:
    setattr(settings, name, value)
    (error,) = reports(None)
    assert (error.id, error.msg) == ("urgent_actions.E005", f"{name} is no whole number from 0 on.")
    assert error.is_serious()


@pytest.mark.parametrize("is_installed", [True, False])
def test_a_proof_that_nobody_could_give_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, is_installed: bool
) -> None:
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = True
    monkeypatch.setattr("urgent_actions.checks.find_spec", lambda name: name if is_installed else None)
    if not is_installed:
        settings.ALTCHA_HMAC_KEY = "a-key-of-this-test"
    (error,) = proof_of_work(None)
    assert (error.id, error.is_serious()) == ("urgent_actions.E006", True)


def test_a_proof_that_can_be_given_is_fine(settings: Settings) -> None:
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = True
    settings.ALTCHA_HMAC_KEY = "a-key-of-this-test"
    assert proof_of_work(None) == []
