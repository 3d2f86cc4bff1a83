"""Django with nothing in it: no app, no middleware, no database."""

SECRET_KEY = "guards-nothing"  # noqa: S105  # there is no session and no form
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "dev.bench.bare"
WSGI_APPLICATION = "dev.bench.bare.application"
USE_I18N = False
