"""``/{id}/document/``: the urgent action itself on paper, for those who pass it around."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...publishing.present import present
from ...writing.document import document_of
from ...writing.files import CONTENT_TYPES, Form
from ...writing.printed import printed
from ..sites import asked_site
from .letter_questions import BINARY, DocumentAsked
from .letters import REFUSALS, made, open_appeal, sent_file
from .single import Id

router = Router()


@router.get(
    "/{int:id}/document/",
    response=REFUSALS,
    operation_id="document",
    summary="Take it on paper",
    openapi_extra={
        "responses": {
            200: {
                "description": "OK",
                "content": {CONTENT_TYPES[form]: BINARY for form in (Form.PDF, Form.DOCX)},
            }
        }
    },
    url_name="document",
)
def read_document(request: HttpRequest, id: Id, asked: Query[DocumentAsked]) -> HttpResponse:
    """The whole urgent action as PDF or DOCX, in its language. 410: nobody may write any more, and why."""
    mark = present()
    site = asked_site(request, named=asked.site)
    appeal = open_appeal(request, id, site=site, named=asked.site, moment=timezone.now())
    file = made(lambda: document_of(appeal, Form(asked.format), paper=asked.paper, print_=printed.in_state(mark)))
    if present() != mark or timezone.now() >= appeal.until:
        # Somebody published, or midnight passed, while it was set: is it still to be handed out?
        open_appeal(request, id, site=site, named=asked.site, moment=timezone.now())
    return sent_file(request, file, until=appeal.until, mark=mark)
