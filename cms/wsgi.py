"""Entry point for a WSGI server."""

import os

from cms.demo.accounts import refuse_demo_accounts
from urgent_actions.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()

refuse_demo_accounts()
