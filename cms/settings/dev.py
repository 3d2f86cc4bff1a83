"""For one person on one machine: SQLite, demo accounts, a key that everybody knows. Never for a public host."""

from .base import *  # noqa: F403  # the settings are one namespace by Django's design
from .base import BASE_DIR

DEBUG = True
# Known to everybody who reads this file, so production settings refuse it.
SECRET_KEY = "development-only-key-not-for-any-public-host"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DEMO_ACCOUNTS_ALLOWED = True

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "var" / "demo.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
