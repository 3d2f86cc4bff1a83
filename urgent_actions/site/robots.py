"""Word to search engines: where the sitemap is, and where there is nothing for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Site


def robots(request: HttpRequest) -> HttpResponse:
    """Return robots.txt of the site asked for. A project restyles it under the name of its template."""
    site = Site.find_for_request(request)
    sitemap = site.root_url + reverse("urgent_actions_site:sitemap") if site else None
    # Previews and drafts stand below the admin.
    told = {"admin": reverse("wagtailadmin_home"), "sitemap": sitemap}
    return render(request, "urgent_actions/robots.txt", told, content_type="text/plain; charset=utf-8")
