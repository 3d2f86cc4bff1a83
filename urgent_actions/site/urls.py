"""Addresses beside the pages. To be mounted at the root of the host, where search engines look for some of them."""

from django.urls import path

from .report import report
from .robots import robots
from .sitemap import pages, sitemap, urgent_actions

app_name = "urgent_actions_site"
urlpatterns = [
    path("urgent-actions/<int:page_id>/report/", report, name="report"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-pages-<int:number>.xml", pages, name="sitemap_pages"),
    path("sitemap-urgent-actions-<int:number>.xml", urgent_actions, name="sitemap_urgent_actions"),
]
