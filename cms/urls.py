"""Addresses of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api as wagtail_api_v3
from wagtail.documents import urls as wagtaildocs_urls

from urgent_actions.api.problems import no_endpoint
from urgent_actions.api.v1 import urgent_actions_api
from urgent_actions.api.v3 import open_for_reading

from .api import api_router

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    path("api/urgent-actions/v1/", urgent_actions_api.urls),
    path("api/v3/", open_for_reading(wagtail_api_v3.urls)),
    # With a slash at the end, so that an address without one is led to the API that has it.
    re_path(r"^api/(?:[\s\S]*/)?$", no_endpoint),
    path("", include("urgent_actions.site.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(path("", include(wagtail_urls))),
]
