"""A front end of its own for a site: where it is, and the preview modes that open a draft there (ADR 0014)."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from wagtail.models import Site

from ..rules.status import status_named
from .previews import APP, keep
from .swap import OnPage

_MODE = "front-end-"
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def client_urls() -> dict[str, str]:
    """Return the front ends as CLIENT_URLS of wagtail_headless_preview names them; empty if there is none."""
    if not apps.is_installed(APP):
        return {}
    return getattr(settings, "WAGTAIL_HEADLESS_PREVIEW", {}).get("CLIENT_URLS") or {}


def front_end_of(site: Site | None) -> str:
    """Return the address of the front end of ``site``; empty if it has none."""
    if site is None or not {site.hostname, "default"} & client_urls().keys():
        return ""
    address: str = import_string(f"{APP}.models.get_client_root_url_from_site")(site)
    return address


def front_end_origins() -> set[str]:
    """Return the origins of the front ends of all sites, as a browser names them."""
    addresses = [urlsplit(front_end_of(site)) for site in Site.objects.all()]
    return {
        f"{each.scheme}://{each.netloc.lower().removesuffix(_DEFAULT_PORTS.get(each.scheme, ''))}"
        for each in addresses
        if each.netloc
    }


def on_front_end(modes: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return the same preview modes again for the front end; none if there is no front end."""
    if not client_urls():
        return []
    return [(f"{_MODE}{name or 'now'}", gettext("Front end: %(state)s") % {"state": label}) for name, label in modes]


class PreviewedOnFrontEnd(OnPage):
    """A page that has preview modes of a front end beside those of its own templates."""

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Return the preview; in a mode of the front end, the way there with a token that opens this draft alone."""
        asked = mode_name or ""
        front_end = front_end_of(self.get_site()) if asked.startswith(_MODE) else ""
        if not front_end:
            return super().serve_preview(request, mode_name)
        token = keep(self, status=status_named(asked.removeprefix(_MODE)))
        query = urlencode({"content_type": self._meta.label_lower, "token": token})
        # Whoever stores this answer, or is told where the editor came from, has the token.
        headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return HttpResponseRedirect(f"{front_end}?{query}", headers=headers)
