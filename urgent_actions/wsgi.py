"""The WSGI application of a site with urgent actions, in place of Django's own."""

from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application as get_site

if TYPE_CHECKING:
    from .api.wsgi import Remembering


def get_wsgi_application() -> "Remembering":
    """Return Django's WSGI application with the memory in front of it (ADR 0016)."""
    site = get_site()
    # Models are there from now on, and not before.
    from .api.wsgi import Remembering

    return Remembering(site)
