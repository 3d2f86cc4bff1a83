"""``/urgent-actions/<id>/report/``: the form by which a writer says what was sent, at an address of its own.

The same form stands on the page of the urgent action, which caches may keep for everybody; so there is no token in it.
"""

import secrets
from http import HTTPStatus
from typing import Any

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from ..conf import trusted_proxies
from ..models.publications import Change, Edition
from ..models.swap import page_model
from ..reporting.record import Told
from ..reporting.refusal import NotTakenAnyMore, NotThere, ReportRefused
from ..reporting.sender import address_of
from ..reporting.take import take
from .gone import gone

LARGEST_BODY = 4 * 1024
_MOST_DIGITS = 18
_FORM = "application/x-www-form-urlencoded"


# A session gives no right to report, and none is needed: another site can do nothing in a visitor's name here that it
# could not do in its own. The throttle, the trap and the flood limit guard what is counted.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def report(request: HttpRequest, page_id: int) -> HttpResponse:
    """Return the form and the totals; for a report that is taken, the way back to the urgent action.

    410 where it was public once, as its own address says it, and as the API does.
    """
    page = _page(request, page_id)
    if page is None:
        return gone(request, None)
    with translation.override(page.locale.language_code):
        response = _received(request, page) if request.method == "POST" else _shown(request, page)
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, page_id: int) -> Any:
    """Return the urgent action that is public on the site that is asked, None if it was; raise Http404 otherwise."""
    site = Site.find_for_request(request)
    # A larger number is no id, and no database would look for it.
    if site is None or page_id > BigIntegerField.MAX_BIGINT:
        raise Http404
    here = {"site_id__in": Site.objects.filter(root_page=site.root_page_id).values("pk")}
    if Edition.objects.in_force(moment=timezone.now()).filter(publication_id=page_id, **here).exists():
        return page_model()._default_manager.select_related("locale").get(pk=page_id)
    # What is live and not for everybody may be so again, and until then nobody learns that it was.
    was_public = Change.objects.filter(page_id=page_id, kind=Change.Kind.WITHDRAWN, **here).exists()
    if was_public and not page_model()._default_manager.live().filter(pk=page_id).exists():
        return None
    raise Http404


def _received(request: HttpRequest, page: Any) -> HttpResponse:
    if request.content_type != _FORM:
        return HttpResponse(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    address = address_of(request.META, proxies=trusted_proxies())
    try:
        take(_told(request, page.pk), proof=request.POST.get("proof", ""), address=address, moment=timezone.now())
    except NotThere as nothing:
        raise Http404 from nothing
    except NotTakenAnyMore:
        return _shown(request, page, status=HTTPStatus.GONE)
    except ReportRefused as refused:
        return _shown(request, page, status=HTTPStatus.BAD_REQUEST, refused=refused, typed=request.POST)
    return HttpResponseRedirect(f"{page.get_url(request)}?reported=1#report", status=HTTPStatus.SEE_OTHER)


def _told(request: HttpRequest, page_id: int) -> Told:
    given = request.POST
    group = given.get("group", "")
    return Told(
        page_id=page_id,
        target=given.get("target", ""),
        channel=given.get("channel", ""),
        quantity=_whole(given.get("quantity", "")),
        key=secrets.token_urlsafe(),
        group=_whole(group) if group else None,
        country=given.get("country", ""),
        doubted=bool(given.get("website")),
    )


def _whole(typed: str) -> int:
    """Return what was typed for a number, in the digits of any script; 0, which fits nowhere, where it is none."""
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= _MOST_DIGITS else 0


def _shown(request: HttpRequest, page: Any, *, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
    context = {**page.get_context(request), "is_of_reports": True, **more}
    response = render(request, "urgent_actions/report_page.html", context, status=status)
    # Django would name the language that the browser asked for.
    response.headers["Content-Language"] = page.locale.language_code
    response.headers["X-Robots-Tag"] = "noindex"
    return response
