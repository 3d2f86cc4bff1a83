"""``GET /riddle/``: what a browser has to solve before a report, where the site asks for a proof of work."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from ...conf import reports_need_proof
from ...reporting.proof import riddle
from ..problems import Fault, Refused
from .report_schemas import Riddle
from .schemas import Problem

router = Router()


@router.get(
    "/riddle/",
    response={200: Riddle, 400: Problem, 404: Problem},
    by_alias=True,
    operation_id="riddle",
    summary="Take a riddle for a report",
    url_name="riddle",
)
def read_riddle(request: HttpRequest) -> HttpResponse:
    """A riddle in altcha's form, good for one report for a while. 404: this site asks for no proof of work."""
    if request.GET:
        raise Refused(Fault("There are no parameters here.", next(iter(request.GET))))
    if not reports_need_proof():
        raise Refused(Fault("This site asks for no proof of work."), status=HTTPStatus.NOT_FOUND)
    response = JsonResponse(riddle())
    response.headers["Cache-Control"] = "no-store"
    return response
