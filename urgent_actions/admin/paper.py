"""What would be printed from a draft, for those who edit it: before anybody else may take it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from ..letters.letter import Paper
from ..letters.paper.sheets import as_draft
from ..letters.paper.unavailable import PaperBusy, PaperUnavailable
from ..letters.refusal import LetterRefused
from ..models.publications import END
from ..models.reading import live_reading
from ..models.swap import page_model
from ..rules.status import ALLOWANCES
from ..writing.appeal import Appeal, Closed, appeal_of
from ..writing.document import document_of
from ..writing.files import File, Form, file_of
from ..writing.letters import Wish, offer
from ..writing.printed import printed


@require_GET
def paper(request: HttpRequest, page_id: int, what: str) -> HttpResponse:
    """Return ``letters``, ``kit`` or ``document`` of the latest draft as PDF; PermissionDenied for strangers."""
    page = get_object_or_404(page_model(), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    try:
        file = _made(_appeal(page), what)
    except (Closed, LetterRefused, PaperUnavailable, PaperBusy) as refused:
        response = HttpResponse(str(refused), content_type="text/plain; charset=utf-8", status=409)
    else:
        response = HttpResponse(file.content, content_type=file.content_type)
        response["Content-Disposition"] = f'inline; filename="draft-{file.name}"'
    response["Cache-Control"] = "no-store"
    return response


def _appeal(page: Any) -> Appeal:
    """Return the latest draft as it is to be written from; raise Closed where nobody may write from the page."""
    moment = timezone.now()
    now = page.status_at(moment)
    if page.live and not ALLOWANCES[now].letters:
        raise Closed(status=now.value, reason=now.value, latest=None)
    draft = page.get_latest_revision_as_object()
    shown = live_reading(draft, moment=moment).shown
    return appeal_of(
        shown,
        page_id=draft.pk,
        section=draft.section(),
        moment=moment,
        until=END,
        title=draft.title,
        url=draft.full_url or "",
    )


def _made(appeal: Appeal, what: str) -> File:
    if what == "document":
        return document_of(appeal, Form.PDF, paper=Paper.A4, print_=_draft)
    if what not in ("letters", "kit"):
        raise Http404
    form = Form.KIT if what == "kit" else Form.PDF
    return file_of(offer(appeal, Wish(), moment=timezone.now()), form, paper=Paper.A4, print_=_draft)


def _draft(html: str) -> bytes:
    """Return the PDF with its mark; it is kept no longer than it takes to look at it."""
    return printed.once(as_draft(html))
