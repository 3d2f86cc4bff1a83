"""Language of a request, for a site that also has an API."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers


class ApiLocaleMiddleware(LocaleMiddleware):
    """Django's LocaleMiddleware, but a 404 of somebody who is in charge of the address stays a 404.

    Django answers a 404 outside the language prefixes with a redirect to the same path under a prefix, because the
    page tree could have an answer there. A client that asked for JSON then gets a web page, not the API's answer.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the response, redirected to a language prefix only if nothing outside the prefixes has the address."""
        if hasattr(response, "answer"):
            # Made of ready bytes, it is the same whatever language is asked for.
            return response
        # What has a renderer is an answer of the REST framework, be it JSON or the web page that browsers get.
        is_of_api = hasattr(response, "accepted_renderer") or "json" in response.get("Content-Type", "")
        if response.status_code == 404 and is_of_api:
            return response
        if response.status_code == 404 and request.resolver_match is not None:
            patch_vary_headers(response, ("Accept-Language",))
            return response
        return super().process_response(request, response)
