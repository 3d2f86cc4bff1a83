"""The three endpoints of the page API, ready to be mounted."""

from wagtail.api.v2.router import WagtailAPIRouter

from .library import PublicDocumentsAPIViewSet, PublicImagesAPIViewSet
from .pages import PublicPagesAPIViewSet


def page_api(namespace: str) -> WagtailAPIRouter:
    """Return Wagtail's API router with pages, images and documents, as far as the public may see them."""
    router = WagtailAPIRouter(namespace)
    router.register_endpoint("pages", PublicPagesAPIViewSet)
    router.register_endpoint("images", PublicImagesAPIViewSet)
    router.register_endpoint("documents", PublicDocumentsAPIViewSet)
    return router
