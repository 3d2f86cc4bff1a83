"""410 where an urgent action was public once, and 404 where none ever was (ADR 0017)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Site

from ..models.expiry import gone_page
from ..models.publications import Change, Edition
from ..models.published_at import publications_of, published_path
from ..models.sections import root_of, section_roots
from ..models.tombstones import is_buried


class GoneMiddleware:
    """Answers 410 where the page asked for was public at this very address, and is not there any more.

    It stands before the middleware for redirects: an editor's redirect from such an address still leads on.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the site's answer, or 410."""
        response = self.get_response(request)
        is_web_page = response.get("Content-Type", "").startswith("text/html")
        if response.status_code != 404 or not is_web_page:
            return response
        page = gone_page(request)
        last = last_public(page) if page is not None else None
        if page is not None and last:
            return gone(request, newer(page, last))
        return gone(request, None) if _is_withdrawn(request) else response


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPublic:
    """The number under which something was public."""

    ua_number: str
    ordinal: int | None


def last_public(page: Any) -> LastPublic | None:
    """Return what was last public of ``page`` at its present address, or None: then nobody may learn that it exists.

    The address and the number of a draft may be other ones than those that were published.
    """
    if not Change.objects.filter(page_id=page.pk).exists():
        return None
    newest = publications_of(page).order_by("-timestamp", "-pk")
    content = newest.values_list("revision__content", flat=True).first()
    if not content or published_path(content) != page.url_path:
        return None
    return LastPublic(ua_number=content.get("ua_number") or "", ordinal=content.get("ordinal"))


def _is_withdrawn(request: HttpRequest) -> bool:
    site = Site.find_for_request(request)
    return site is not None and is_buried(site.pk, request.path)


def gone(request: HttpRequest, newer: dict[str, str] | None) -> HttpResponse:
    """Return the answer where a page is gone. It tells nothing of the case but a ``newer`` one that is public."""
    response = render(request, "410.html", {"newer": newer}, status=410)
    response.headers["Cache-Control"] = "no-cache"
    return response


def newer(page: Any, last: LastPublic) -> dict[str, str] | None:
    """Return title and address of the newest later urgent action of the case that is public, or None."""
    root = root_of(page, section_roots())
    if root is None or last.ordinal is None or not last.ua_number:
        return None
    of_case = Edition.objects.in_force(moment=timezone.now()).filter(
        publication__ua_number=last.ua_number,
        publication__ordinal__gt=last.ordinal,
        site_id=root.site_id,
        language=page.locale.language_code,
    )
    found = of_case.order_by("-publication__ordinal").values_list("publication__title", "publication__url").first()
    return {"title": found[0], "url": found[1]} if found else None
