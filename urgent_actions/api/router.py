"""The three endpoints of the page API, ready to be mounted."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import re_path
from wagtail.api.v2.router import WagtailAPIRouter

from .library import PublicDocumentsAPIViewSet, PublicImagesAPIViewSet
from .pages import PublicPagesAPIViewSet


class JsonRouter(WagtailAPIRouter):
    """Wagtail's router, but where there is no endpoint there is a 404 in JSON, not one of the site's web pages."""

    def get_urlpatterns(self) -> list[Any]:
        """Return the patterns of the endpoints, and one for every other address."""
        return [*super().get_urlpatterns(), re_path(r"^(?:.*/)?$", _not_found)]


def _not_found(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"message": "not found"}, status=404)


def page_api(namespace: str) -> WagtailAPIRouter:
    """Return Wagtail's API router with pages, images and documents, as far as the public may see them."""
    router = JsonRouter(namespace)
    router.register_endpoint("pages", PublicPagesAPIViewSet)
    router.register_endpoint("images", PublicImagesAPIViewSet)
    router.register_endpoint("documents", PublicDocumentsAPIViewSet)
    return router
