"""Refusals, in the form in which all our APIs say them: problem+json (RFC 9457)."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a question, and which parameter it stands in; no parameter: it is the question as a whole."""

    detail: str
    parameter: str = ""


class Refused(Exception):  # noqa: N818  # it is no error of ours
    """A question that is not answered, with the reason or the reasons; ``more`` are members of the problem."""

    def __init__(self, *faults: Fault, status: int = HTTPStatus.BAD_REQUEST, **more: Any) -> None:
        super().__init__("; ".join(fault.detail for fault in faults))
        self.faults, self.status, self.more = faults, status, more


def problem(*faults: Fault, status: int, **more: Any) -> dict[str, Any]:
    """Return the body of a refusal; ``more`` are members beyond those of the standard.

    One fault is told as ``detail`` and ``parameter``, several as a list in ``errors``.
    """
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status)}
    if len(faults) == 1:
        return {**said, **_told(faults[0]), **more}
    parameters = ", ".join(dict.fromkeys(fault.parameter for fault in faults if fault.parameter))
    return {**said, "detail": f"These are wrong: {parameters}.", "errors": [_told(fault) for fault in faults], **more}


def problem_response(*faults: Fault, status: int, **more: Any) -> JsonResponse:
    """Return a refusal that no cache keeps: what is not there may be there in the next second."""
    response = JsonResponse(
        problem(*faults, status=status, **more),
        status=status,
        content_type=PROBLEM_JSON,
        json_dumps_params={"ensure_ascii": False},
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def no_endpoint(request: HttpRequest) -> JsonResponse:
    """Return the answer where no API has anything: for a site to mount beside its APIs, so that none is a web page."""
    return problem_response(Fault("There is no such endpoint."), status=HTTPStatus.NOT_FOUND)


def _told(fault: Fault) -> dict[str, str]:
    return {"detail": fault.detail, **({"parameter": fault.parameter} if fault.parameter else {})}
