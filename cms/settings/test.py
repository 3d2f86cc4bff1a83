"""For the test suite: fast, alone, and on the database that DATABASE_URL names (SQLite if none)."""

import tempfile
from pathlib import Path

import environ

from .base import *  # noqa: F403  # the settings are one namespace by Django's design

SECRET_KEY = "test-only-key"  # noqa: S105  # guards nothing
ALLOWED_HOSTS = ["*"]
DEMO_ACCOUNTS_ALLOWED = True
_SCRATCH = Path(tempfile.mkdtemp(prefix="urgent-actions-"))
DATABASES = {"default": environ.Env().db_url(default=f"sqlite:///{_SCRATCH / 'site.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in real life: in memory the threads of a live server lock each other out instead of waiting.
    DATABASES["default"]["TEST"] = {"NAME": _SCRATCH / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = _SCRATCH / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# There is no front end here; the tests that need one name it.
SILENCED_SYSTEM_CHECKS = ["urgent_actions.W002"]
# Looks static files up when they are asked for, so that nothing need be collected for a test.
WHITENOISE_AUTOREFRESH = True
