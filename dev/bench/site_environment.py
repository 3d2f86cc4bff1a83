"""What the site's production settings want to find in the environment, for a site on loopback."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = "dev.bench.settings_site"


def site_environment(database_url: str, *, settings: str = SETTINGS) -> dict[str, str]:
    """Return the environment of a process that is the site, or works on its database."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": settings,
        "SECRET_KEY": "known-to-everybody-but-guards-a-bench-on-loopback-only",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": database_url,
        "BASE_URL": "http://127.0.0.1",
        "MEDIA_ROOT": str(ROOT / "var" / "bench-media"),
        "DEFAULT_FROM_EMAIL": "bench@example.org",
        "EMAIL_URL": "dummymail://",
        # There is no TLS on loopback.
        "SECURE_SSL_REDIRECT": "False",
    }
