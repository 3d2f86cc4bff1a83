"""The site as it is deployed, with Wagtail's own page API beside the plugin's."""

from cms.settings.production import *  # noqa: F403  # the settings are one namespace by Django's design

ROOT_URLCONF = "dev.bench.urls_site"
# Nothing is collected for a bench, and no answer that is measured names a static file; an error page does.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
