"""Production settings: they say what is missing, and start with nothing that is known to all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "a-key-of-a-test-that-is-long-enough-and-random-7f3a9c51d20e84b6",
    "ALLOWED_HOSTS": "www.example.org",
    "DATABASE_URL": "sqlite:////nonexistent/database.sqlite3",
    "BASE_URL": "https://www.example.org",
    "MEDIA_ROOT": "/nonexistent/media",
    "DEFAULT_FROM_EMAIL": "site@example.org",
}
SHOWN = (
    "import json; from cms.settings import production as p; "
    "print(json.dumps({name: getattr(p, name) for name in dir(p) if name.isupper() and name in %r}))"
)


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in an environment that has nothing but this in it."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def shown(*names: str, **environment: str) -> dict[str, object]:
    answer = python("-c", SHOWN % (names,), **{**COMPLETE, **environment})
    assert answer.returncode == 0, answer.stderr
    values: dict[str, object] = json.loads(answer.stdout)
    return values


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("empty", [False, True], ids=["missing", "empty"])
def test_a_missing_variable_is_named(name: str, empty: bool) -> None:
    environment = {key: value for key, value in COMPLETE.items() if key != name}
    answer = python("-c", "import cms.settings.production", **environment, **({name: ""} if empty else {}))
    assert answer.returncode == 1
    assert answer.stderr.strip().splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        f"Set {name} in the environment: the site does not start without it."
    )


@pytest.mark.parametrize("key", ["short", "development-only-key-not-for-any-public-host"])
def test_a_key_that_others_know_is_refused(key: str) -> None:
    answer = python("-c", "import cms.settings.production", **{**COMPLETE, "SECRET_KEY": key})
    assert (
        answer.stderr.strip()
        .splitlines()[-1]
        .endswith("SECRET_KEY must be 40 characters or more that nobody else knows.")
    )


def test_a_complete_environment_starts_safely() -> None:
    expected = {
        "DEBUG": False,
        "DEMO_ACCOUNTS_ALLOWED": False,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_PROXY_SSL_HEADER": None,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "CSRF_TRUSTED_ORIGINS": ["https://www.example.org"],
        "ALLOWED_HOSTS": ["www.example.org"],
        "X_FRAME_OPTIONS": "SAMEORIGIN",
    }
    assert shown(*expected) == expected


def test_a_proxy_is_believed_only_where_that_is_said() -> None:
    name = "SECURE_PROXY_SSL_HEADER"
    assert shown(name, BEHIND_TLS_PROXY="true") == {name: ["HTTP_X_FORWARDED_PROTO", "https"]}


def test_so_many_proxies_are_believed_as_are_said_to_be_there() -> None:
    name = "URGENT_ACTIONS_TRUSTED_PROXIES"
    assert (shown(name), shown(name, TRUSTED_PROXIES="1")) == ({name: 0}, {name: 1})


def test_nothing_of_the_environment_turns_debugging_on() -> None:
    assert shown("DEBUG", DEBUG="true") == {"DEBUG": False}


def test_djangos_own_checks_for_deployment_have_two_reasoned_warnings() -> None:
    """Each is meant.

    security.W019: the live preview of the editor is a frame of the site's own pages, so SAMEORIGIN and not DENY.
    security.W021: to be in the browsers' preload list is for the owner of a domain to decide, and hard to undo.
    """
    answer = python("manage.py", "check", "--deploy", DJANGO_SETTINGS_MODULE="cms.settings.production", **COMPLETE)
    assert answer.returncode == 0, answer.stderr
    warned = [line for line in answer.stderr.splitlines() if line.startswith("?:")]
    assert [line.split("(")[1].split(")")[0] for line in warned] == ["security.W019", "security.W021"]


def test_the_demo_does_not_run_under_production_settings() -> None:
    answer = python("manage.py", "demo", DJANGO_SETTINGS_MODULE="cms.settings.production", **COMPLETE)
    assert answer.returncode == 1
    assert "The demo's passwords are public, so it runs only with the development settings." in answer.stderr
