"""For one person on one machine: SQLite, demo accounts, a key that everybody knows. Never for a public host."""

import os
from pathlib import Path

from .base import *  # noqa: F403  # the settings are one namespace by Django's design
from .base import BASE_DIR

DEBUG = True
# Known to everybody who reads this file, so production settings refuse it.
SECRET_KEY = "development-only-key-not-for-any-public-host"  # noqa: S105  # no secret, see above
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DEMO_ACCOUNTS_ALLOWED = True

# Where the demo keeps what it makes; the browser tests keep theirs elsewhere.
DEMO_DIR = Path(os.environ.get("DEMO_DIR", BASE_DIR / "var"))
DEMO_DIR.mkdir(exist_ok=True)
MEDIA_ROOT = DEMO_DIR / "media"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DEMO_DIR / "demo.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}

# The example front end of docs/how-to/build-a-front-end.md; the editor's preview shows it in a frame.
FRONT_END_URL = os.environ.get("FRONT_END_URL", "http://127.0.0.1:8020")
WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END_URL}}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
