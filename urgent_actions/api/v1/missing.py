"""What is not there: why, as far as everybody may know. It may cost more queries than an answer does."""

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from ...models.publications import Change, Publication
from ..problems import Fault, Refused
from ..sites import asked_site
from ..withdrawn import NOT_PUBLIC_ANY_MORE
from .ground import NO_SITE


def not_there(request: HttpRequest, *, named: str | None, what: str) -> Refused:
    """Return the refusal for something that the section that is asked does not have, or for a section that is none."""
    if named and not Site.objects.filter(pk=asked_site(request, named=named)).exists():
        return Refused(NO_SITE)
    return Refused(Fault(what), status=HTTPStatus.NOT_FOUND)


def no_urgent_action(request: HttpRequest, page_id: int, *, named: str | None) -> Refused:
    """Return the refusal for an urgent action: one that was public here is gone, and nothing is told of any other."""
    if _was_public(request, page_id, named=named, moment=timezone.now()):
        return Refused(Fault(NOT_PUBLIC_ANY_MORE), status=HTTPStatus.GONE)
    return not_there(request, named=named, what="There is no such urgent action.")


def _was_public(request: HttpRequest, page_id: int, *, named: str | None, moment: datetime) -> bool:
    site = asked_site(request, named=named)
    withdrawn = Change.objects.filter(page_id=page_id, site_id=site, kind=Change.Kind.WITHDRAWN)
    # Past its expiry and not taken down yet.
    return withdrawn.exists() or Publication.objects.filter(pk=page_id, site=site, gone_at__lte=moment).exists()


def nothing_to_write_from(request: HttpRequest, page_id: int, *, named: str | None) -> Refused:
    """Return the refusal for an urgent action of which nothing is published, as those say it whose 410 has a reason."""
    refusal = no_urgent_action(request, page_id, named=named)
    if refusal.status == HTTPStatus.GONE:
        refusal.more = {"reason": "withdrawn", "latest": None, "original": None}
    return refusal
