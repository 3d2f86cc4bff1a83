from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from urgent_actions.api.router import page_api
from urgent_actions.api.v1 import urgent_actions_api

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("api/v2/", page_api("wagtailapi").urls),
    path("api/urgent-actions/v1/", urgent_actions_api.urls),
    path("", include(wagtail_urls)),
]
