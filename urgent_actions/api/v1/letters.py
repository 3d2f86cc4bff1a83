"""``/{id}/letters/``: the letters that can be sent at this second, as JSON or as a file."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, TypeVar

from django.db.models import Expression
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from ninja import Body, Query, Router

from ...letters.paper.unavailable import PaperBusy, PaperUnavailable
from ...letters.refusal import LetterRefused
from ...publishing.present import present
from ...publishing.ready import as_json
from ...writing.appeal import Appeal, published_appeal
from ...writing.appeal import Closed as NoLetters
from ...writing.files import CONTENT_TYPES, File, Form, file_of
from ...writing.letters import Offer, Wish, offer
from ...writing.printed import printed
from ..answers import Answer, answer, file_answer, respond
from ..problems import Fault, Refused
from ..sites import asked_site
from .bodies import require_json
from .letter_answer import letters_json
from .letter_questions import BINARY, LARGEST_BODY, LettersAsked, PersonalLetters
from .letter_schemas import Closed, Letters
from .missing import nothing_to_write_from
from .schemas import Problem
from .single import Id

router = Router()
Made = TypeVar("Made")

REFUSALS = {400: Problem, 404: Problem, 410: Closed, 501: Problem, 503: Problem}
FILES = {"responses": {200: {"content": dict.fromkeys(CONTENT_TYPES.values(), BINARY)}}}


@router.get(
    "/{int:id}/letters/",
    response={200: Letters, **REFUSALS},
    by_alias=True,
    operation_id="letters",
    summary="Take letters",
    openapi_extra=FILES,
    url_name="letters",
)
def read_letters(request: HttpRequest, id: Id, asked: Query[LettersAsked]) -> HttpResponse:
    """Letters to each target by each channel that reaches it. 410: nobody may write any more, and why."""
    # Before anything is read: what is remembered under a mark must not be older than that.
    mark = present()
    site = asked_site(request, named=asked.site)
    found = _offer(request, id, asked.wish(), site=site, named=asked.site, moment=timezone.now())
    if asked.format == "json":
        said = as_json(letters_json(found, request, asked))
        return respond(request, answer(said, until=found.until, mark=mark))
    file = made(lambda: file_of(found, Form(asked.format), paper=asked.paper, print_=printed.in_state(mark)))
    if present() != mark or timezone.now() >= found.until:
        # Somebody published, or midnight passed, while it was set: is it still to be sent?
        _offer(request, id, asked.wish(), site=site, named=asked.site, moment=timezone.now())
    return sent_file(request, file, until=found.until, mark=mark)


@router.post(
    "/{int:id}/letters/",
    response={200: Letters, **REFUSALS, 405: Problem, 413: Problem, 415: Problem},
    by_alias=True,
    operation_id="personal_letters",
    summary="Take letters with the writer's own words",
    openapi_extra=FILES,
)
@sensitive_variables()
def write_letters(request: HttpRequest, id: Id, asked: Body[PersonalLetters]) -> HttpResponse:
    """The same with name, place and a paragraph of the writer, of which nothing is stored, logged, or put in a link."""
    require_json(request, largest=LARGEST_BODY)
    try:
        wish = asked.personal_wish()
    except LetterRefused as refused:
        raise _as_problem(refused) from None
    mark, site = present(), asked_site(request, named=asked.site)
    found = _offer(request, id, wish, site=site, named=asked.site, moment=timezone.now())
    if asked.format == "json":
        response = HttpResponse(as_json(letters_json(found, request, asked)), content_type="application/json")
    else:
        file = made(lambda: file_of(found, Form(asked.format), paper=asked.paper, print_=printed.once))
        if present() != mark or timezone.now() >= found.until:
            _offer(request, id, wish, site=site, named=asked.site, moment=timezone.now())
        response = HttpResponse(file.content, content_type=file.content_type)
        response.headers["Content-Disposition"] = disposition(file)
    response.headers["Cache-Control"] = "no-store"
    return response


def open_appeal(request: HttpRequest, page_id: int, *, site: Expression, named: str | None, moment: datetime) -> Appeal:
    """Return what can be written from; raise Refused where nothing can, with the reason and the way on."""
    try:
        appeal = published_appeal(page_id, moment=moment, site=site)
    except NoLetters as closed:
        raise _gone(closed) from closed
    if appeal is None:
        raise nothing_to_write_from(request, page_id, named=named)
    return appeal


def made(make: Callable[[], Made]) -> Made:
    """Return what ``make`` makes; raise Refused where there is none, or where this server cannot make it."""
    try:
        return make()
    except LetterRefused as refused:
        raise _as_problem(refused) from None
    except PaperUnavailable as unavailable:
        raise Refused(Fault(str(unavailable), "format"), status=HTTPStatus.NOT_IMPLEMENTED) from unavailable
    except PaperBusy as busy:
        raise Refused(Fault(str(busy), "format"), status=HTTPStatus.SERVICE_UNAVAILABLE) from busy


def sent_file(request: HttpRequest, file: File, *, until: datetime, mark: tuple[Any, ...]) -> HttpResponse:
    """Return the response with a file, which may be remembered until it changes."""
    said: Answer = (
        answer(file.content.decode(), until=until, mark=mark, content_type=file.content_type)
        if file.content_type.startswith("text/")
        else file_answer(file.content, until=until, mark=mark, content_type=file.content_type)
    )
    response = respond(request, said)
    response.headers["Content-Disposition"] = disposition(file)
    return response


def disposition(file: File) -> str:
    """Return how a browser takes a file: text and PDF it shows, the others it saves."""
    is_shown = file.content_type.startswith(("text/", "application/pdf"))
    return f'{"inline" if is_shown else "attachment"}; filename="{file.name}"'


def _offer(
    request: HttpRequest, page_id: int, wish: Wish, *, site: Expression, named: str | None, moment: datetime
) -> Offer:
    appeal = open_appeal(request, page_id, site=site, named=named, moment=moment)
    try:
        return made(lambda: offer(appeal, wish, moment=moment))
    except NoLetters as closed:
        raise _gone(closed) from closed


def _gone(closed: NoLetters) -> Refused:
    why = Fault("Letters of this urgent action are not handed out now.")
    ways_on = {"latest": closed.latest, "original": closed.original}
    return Refused(why, status=HTTPStatus.GONE, reason=closed.reason, **ways_on)


def _as_problem(refused: LetterRefused) -> Refused:
    return Refused(Fault(str(refused), refused.parameter))
