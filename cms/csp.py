"""Content security policies: strict for everybody, wider where Wagtail's admin cannot do without."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from urgent_actions.models.front_end import client_urls

# Widgets of the admin bring scripts and styles of their own inside the page, and previews come in frames and blobs;
# those of a separate front end from there.
ADMIN = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF, *sorted(client_urls().values())],
}
# The API docs draw their page with styles of their own.
API_DOCS = {"style-src": [SELF, UNSAFE_INLINE]}
WIDER = {"/admin/": ADMIN, "/api/v3/docs/": API_DOCS, "/api/urgent-actions/v1/docs/": API_DOCS}


class SiteCSPMiddleware(CSPMiddleware):
    """Adds to the strict policy of the settings what the address needs."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the response with its policy."""
        for prefix, directives in WIDER.items():
            if request.path.startswith(prefix):
                response._csp_update = directives  # type: ignore[attr-defined]  # the name django-csp reads
        # No browser shows JSON as a page, and a phone need not load a policy with each answer.
        if "json" in response.get("Content-Type", ""):
            response._csp_exempt = True  # type: ignore[attr-defined]  # as above
        return super().process_response(request, response)
