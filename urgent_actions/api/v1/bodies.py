"""Questions in the body of a POST: JSON, of bounded size, and with nothing in the address."""

from http import HTTPStatus

from django.http import HttpRequest

from ..problems import Fault, Refused


def require_json(request: HttpRequest, *, largest: int) -> None:
    """Raise Refused for a body that is no JSON by its name, or has more bytes than ``largest``."""
    if request.content_type != "application/json":
        # A form on any page could post plain text, and show its words under our name.
        raise Refused(Fault("The body has to be application/json."), status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if request.GET:
        raise Refused(Fault("What is asked stands in the body.", next(iter(request.GET))))
    if len(request.body) > largest:
        raise Refused(Fault("That is too much text."), status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
