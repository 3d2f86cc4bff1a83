"""For the test suite: fast, alone, and on the database that DATABASE_URL names (SQLite if none)."""

import tempfile

import environ

from .base import *  # noqa: F403  # the settings are one namespace by Django's design

SECRET_KEY = "test-only-key"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DEMO_ACCOUNTS_ALLOWED = True
DATABASES = {"default": environ.Env().db_url(default="sqlite://:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="urgent-actions-media-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
