"""Language of a request, for a site that also has an API."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware


class ApiLocaleMiddleware(LocaleMiddleware):
    """Django's LocaleMiddleware, but an API's 404 stays a 404.

    Django answers a 404 outside the language prefixes with a redirect to the same path under a prefix, because the
    page tree could have an answer there. A client that asked for JSON then gets a web page.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the response, redirected to a language prefix only if it is a web page."""
        if response.status_code == 404 and "json" in response.get("Content-Type", ""):
            return response
        return super().process_response(request, response)
