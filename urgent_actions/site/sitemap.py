"""The sitemap of one site: an index, and files of bounded size."""

from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from .places import Place, editions_of, other_pages, places_of_editions, places_of_pages

IN_ONE_FILE = 1000
"""Fifty times less than the protocol allows: all language versions stand at each address."""


def sitemap(request: HttpRequest) -> HttpResponse:
    """Return the index: where the files are."""
    site, moment = _site(request), timezone.now()
    files = [
        site.root_url + reverse(f"urgent_actions_site:{name}", args=[number])
        for name, everything in (("sitemap_pages", other_pages), ("sitemap_urgent_actions", editions_of))
        for number in _files(everything(site, moment=moment)).page_range
    ]
    return _xml(request, "urgent_actions/sitemap_index.xml", {"files": files})


def pages(request: HttpRequest, number: int) -> HttpResponse:
    """Return one file with pages that are no urgent actions."""
    site, moment = _site(request), timezone.now()
    found = _file(other_pages(site, moment=moment), number)
    specific = found.defer_streamfields().specific() if found else []
    return _urls(request, places_of_pages(specific, request=request, moment=moment))


def urgent_actions(request: HttpRequest, number: int) -> HttpResponse:
    """Return one file with urgent actions."""
    found = _file(editions_of(_site(request), moment=timezone.now()), number)
    return _urls(request, places_of_editions(found))


def _site(request: HttpRequest) -> Any:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _files(everything: Any) -> "Paginator[Any]":
    return Paginator(everything, IN_ONE_FILE)


def _file(everything: Any, number: int) -> Any:
    """Return what stands in a file; raise Http404 if there is no such one."""
    try:
        return _files(everything).page(number).object_list
    except EmptyPage as error:
        raise Http404 from error


def _urls(request: HttpRequest, places: list[Place]) -> HttpResponse:
    return _xml(request, "urgent_actions/sitemap.xml", {"places": places})


def _xml(request: HttpRequest, template: str, told: dict[str, Any]) -> HttpResponse:
    response = render(request, template, told, content_type="application/xml; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response
