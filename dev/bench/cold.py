"""The site without the plugin's memory: what an answer costs whom nobody has asked before, or since a publication."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
