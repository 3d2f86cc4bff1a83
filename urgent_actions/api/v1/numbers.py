"""``GET /by-ua-number/...`` and ``GET /by-index-number/...``: urgent actions by the numbers that documents bear."""

from http import HTTPStatus

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router
from pydantic import BaseModel, Field

from ...models.publications import Edition, EditionQuerySet
from ...rules.index_number import read_index_number
from ...rules.reference import UnreadableReference, read_ua_number
from ..answers import respond
from ..problems import Fault, Refused
from ..sites import asked_site
from .documents import documents
from .listing import in_locale
from .missing import not_there
from .questions import InLocale
from .schemas import Documents, Problem

router = Router()

ANSWERS = {200: Documents, 400: Problem, 404: Problem}


class IndexNumber(BaseModel):
    """An index number in the parts of an address."""

    area: str = Field(examples=["ASA"])
    country: str = Field(examples=["17"])
    serial: str = Field(examples=["5628"])
    year: str = Field(examples=["2022"])

    def printed(self) -> str:
        """Return the number as it is stored; raise Refused for what is none."""
        return _read(f"{self.area} {self.country}/{self.serial}/{self.year}")


class IndexNumberWithLanguage(IndexNumber):
    """An index number that ends in a language."""

    language: str = Field(examples=["s"])

    def printed(self) -> str:
        """Return the number as it is stored; raise Refused for what is none."""
        return _read(f"{self.area} {self.country}/{self.serial}/{self.year}/{self.language}")


@router.get(
    "/by-ua-number/{serial}/{year}/",
    response=ANSWERS,
    by_alias=True,
    operation_id="by_ua_number",
    summary="Find by UA number",
)
def find_by_ua_number(request: HttpRequest, serial: str, year: str, asked: Query[InLocale]) -> HttpResponse:
    """The urgent actions of a case, latest first: `44/22`, `044/22` and `44/2022` are the same number."""
    try:
        number = str(read_ua_number(f"{serial}/{year}"))
    except UnreadableReference as error:
        raise Refused(Fault(str(error)), status=HTTPStatus.NOT_FOUND) from error
    return _all_of(request, asked, Q(publication__ua_number=number))


@router.get(
    "/by-index-number/{area}/{country}/{serial}/{year}/",
    response=ANSWERS,
    by_alias=True,
    operation_id="by_index_number",
    summary="Find by index number",
)
def find_by_index_number(request: HttpRequest, number: Path[IndexNumber], asked: Query[InLocale]) -> HttpResponse:
    """The urgent actions with an index number, as in `ASA/17/5628/2022`, with any language suffix or without one."""
    printed = number.printed()
    with_suffix = Q(publication__index_number__startswith=f"{printed}/")
    return _all_of(request, asked, Q(publication__index_number=printed) | with_suffix)


@router.get(
    "/by-index-number/{area}/{country}/{serial}/{year}/{language}/",
    response=ANSWERS,
    by_alias=True,
    operation_id="by_index_number_and_language",
    summary="Find by index number with a language suffix",
)
def find_by_index_number_and_language(
    request: HttpRequest, number: Path[IndexNumberWithLanguage], asked: Query[InLocale]
) -> HttpResponse:
    """The urgent actions with an index number that ends in a language, as in `ACT/60/02/95/s`."""
    return _all_of(request, asked, Q(publication__index_number=number.printed()))


def _read(text: str) -> str:
    try:
        return str(read_index_number(text))
    except UnreadableReference as error:
        raise Refused(Fault(str(error)), status=HTTPStatus.NOT_FOUND) from error


def _all_of(request: HttpRequest, asked: InLocale, number: Q) -> HttpResponse:
    moment = timezone.now()
    here: EditionQuerySet = Edition.objects.in_force(moment=moment).filter(
        number, site=asked_site(request, named=asked.site)
    )
    found = documents(in_locale(here, asked, moment=moment))
    if found is None:
        raise not_there(request, named=asked.site, what="No urgent action with this number is public here.")
    return respond(request, found.as_answer(asked))
