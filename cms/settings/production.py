"""For a public host. Everything secret or local comes from the environment; what is missing stops the start."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403  # the settings are one namespace by Django's design
from .base import CONTENT_SECURITY_POLICY, INSTALLED_APPS

env = environ.Env()

DEBUG = False
DEMO_ACCOUNTS_ALLOWED = False


def required(name: str, read: Any = env.str) -> Any:
    """Return a variable of the environment, or refuse to start and say which one is missing."""
    value = read(name, default=None)
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment: the site does not start without it.")
    return value


SECRET_KEY = required("SECRET_KEY")
if len(SECRET_KEY) < 40 or "development-only" in SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must be 40 characters or more that nobody else knows.")

ALLOWED_HOSTS = required("ALLOWED_HOSTS", env.list)
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS must name the hosts of this site: “*” would let anybody's host speak for it."
    )
DATABASES = {"default": {**required("DATABASE_URL", env.db_url), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
WAGTAILADMIN_BASE_URL = required("BASE_URL")
MEDIA_ROOT = required("MEDIA_ROOT")
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL")
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Files for a web server: docs/how-to/serve-from-nginx.md.
PUBLISHED_TREE = env.str("PUBLISHED_TREE", default="")
if PUBLISHED_TREE:
    STORAGES["urgent_actions_tree"] = {
        "BACKEND": "urgent_actions.publishing.tree.storage.FolderStorage",
        "OPTIONS": {"location": PUBLISHED_TREE},
    }

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_TLS_PROXY", default=False) else None
# Each adds to X-Forwarded-For who asked it; without them the address of a writer is that of the connection.
URGENT_ACTIONS_TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith(".")]
CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True

FRONT_END_URL = env.str("FRONT_END_URL", default="")
if FRONT_END_URL:
    WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END_URL}}
else:
    INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "wagtail_headless_preview"]
