"""The addresses of the site, and under ``stock/`` the page API that every Wagtail site has, unmodified.

All are behind the same middleware in the same process, so that nothing but the endpoint itself is compared.
"""

from typing import Any

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from cms.urls import urlpatterns as urls_of_the_site

PLAIN_FIELDS = (
    *("ua_number", "ordinal", "index_number", "issued_on", "deadline", "stopped_at", "stop_reason", "previous_url"),
    *("summary", "targets", "sample_letter", "additional_information", "own_language_welcome", "post_suspended"),
    *("persons", "country_items", "language_items", "concern_items"),
)


class PlainPages(PagesAPIViewSet):
    """The same, but the fields of an urgent action are its columns and blocks, and nothing that the plugin makes."""

    @classmethod
    def get_body_fields(cls, model: Any) -> list[Any]:
        """Return what the API says of a page."""
        own: list[Any] = cls._convert_api_fields([*cls.body_fields, *PLAIN_FIELDS])
        return own if model._meta.model_name == "urgentactionpage" else super().get_body_fields(model)


stock = WagtailAPIRouter("stock")
stock.register_endpoint("pages", PagesAPIViewSet)
plain = WagtailAPIRouter("plain")
plain.register_endpoint("pages", PlainPages)

urlpatterns = [path("stock/", stock.urls), path("plain/", plain.urls), *urls_of_the_site]
