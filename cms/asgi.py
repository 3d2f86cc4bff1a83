"""Entry point for an ASGI server."""

import os

from django.core.asgi import get_asgi_application

from cms.demo.accounts import refuse_demo_accounts

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_asgi_application()

refuse_demo_accounts()
