"""The endpoints of the page API, ready to be mounted."""

from http import HTTPStatus
from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from wagtail.api.v2.router import WagtailAPIRouter

from ..models.previews import APP as PREVIEWS
from .library import PublicDocumentsAPIViewSet, PublicImagesAPIViewSet
from .pages import PublicPagesAPIViewSet
from .preview import PagePreviewAPIViewSet
from .problems import Fault, problem_response


class JsonRouter(WagtailAPIRouter):
    """Wagtail's router, but where there is no endpoint there is a 404 in JSON, not one of the site's web pages."""

    def get_urlpatterns(self) -> list[Any]:
        """Return the patterns of the endpoints, and one for every other address."""
        return [*super().get_urlpatterns(), re_path(r"^(?:[\s\S]*/)?$", _not_found)]


def _not_found(request: HttpRequest) -> HttpResponse:
    return problem_response(Fault("not found"), status=HTTPStatus.NOT_FOUND, message="not found")


def page_api(namespace: str) -> WagtailAPIRouter:
    """Return Wagtail's API router with pages, images and documents, as far as the public may see them.

    Where wagtail_headless_preview is installed, it has the preview for a front end too.
    """
    router = JsonRouter(namespace)
    router.register_endpoint("pages", PublicPagesAPIViewSet)
    router.register_endpoint("images", PublicImagesAPIViewSet)
    router.register_endpoint("documents", PublicDocumentsAPIViewSet)
    if apps.is_installed(PREVIEWS):
        # After the pages: the first endpoint that knows pages gives them their address.
        router.register_endpoint("page_preview", PagePreviewAPIViewSet)
    return router
