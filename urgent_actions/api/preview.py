"""A draft for the front end of its editor: what the page API would say of it, to whoever has its token (ADR 0014)."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.debug import sensitive_variables
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.serializers import DetailUrlField

from ..models.front_end import front_end_origins
from ..models.previews import NoSuchPreview, Preview, opened
from ..models.public import Represented, representation
from .pages import PublicPagesAPIViewSet
from .problems import Fault, problem

REFUSED = "There is no such preview, or it is over. Open it again from the editor."
CLOSED = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
PREFLIGHT_SECONDS = "600"


class InChosenState(Represented):
    """A field of the representation that was made for this preview."""

    def get_attribute(self, instance: Any) -> Any:
        """Return the field's part of it."""
        return self.context["shown"][self.field_name]


class AddressOnceSaved(DetailUrlField):
    """The address of the page in the page API; None for a page that was never saved."""

    def get_attribute(self, instance: Any) -> Any:
        """Return the address, or None."""
        return super().get_attribute(instance) if instance.pk else None


class PagePreviewAPIViewSet(PublicPagesAPIViewSet):
    """One draft, in the form of the detail of the page API.

    The token comes as ``Authorization: Bearer``: what stands in an address ends up in logs. Every refusal is the same.
    """

    http_method_names = ["get", "options"]
    renderer_classes = [JSONRenderer]
    # The token is all that counts; one of the project's ways to log in could take it for one of its own, and refuse.
    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []

    @classmethod
    def get_urlpatterns(cls) -> list[Any]:
        """Return the one address."""
        return [path("", cls.as_view({"get": "preview_view"}), name="preview")]

    @classmethod
    def get_field_serializer_overrides(cls, model: Any) -> dict[str, Any]:
        """Return the fields of the page API, with those of the representation in the chosen state."""
        given: dict[str, Any] = super().get_field_serializer_overrides(model)
        in_state = {name: InChosenState() for name, field in given.items() if isinstance(field, Represented)}
        return {**given, **in_state, "detail_url": AddressOnceSaved(read_only=True)}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Prepare, as the REST framework does; raise Http404 for a script of a site that is no front end of ours."""
        super().initial(request, *args, **kwargs)
        # Asked here too, since a project may have CORS headers for everybody on its whole API.
        if "Origin" in request.headers and not self._is_from_front_end:
            raise Http404

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Answer a browser that asks whether the front end may send a token."""
        headers = {
            "Access-Control-Allow-Methods": "GET",
            "Access-Control-Allow-Headers": "Authorization",
            "Access-Control-Max-Age": PREFLIGHT_SECONDS,
        }
        return Response(status=HTTPStatus.NO_CONTENT, headers=headers)

    def preview_view(self, request: Request) -> Response:
        """Return the draft; raise Http404 if the token opens nothing."""
        return Response(self.get_serializer(self.get_object()).data)

    def get_object(self) -> Any:
        """Return the draft; raise Http404 if the token opens nothing."""
        return self._preview.page

    def get_serializer_context(self) -> dict[str, Any]:
        """Return Wagtail's context, with the representation in the chosen state."""
        made = representation(self._preview.page, moment=timezone.now(), as_status=self._preview.status)
        return {**super().get_serializer_context(), "shown": made}

    def handle_exception(self, exc: Exception) -> Response:
        """Return a problem; raise what is an error of the server. Whatever opens nothing is told in the same words."""
        response: Response = super().handle_exception(exc)
        if response.status_code == HTTPStatus.NOT_FOUND:
            response.data = problem(Fault(REFUSED), status=response.status_code, message=REFUSED)
        return response

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Any:
        """Return the answer with headers that keep it, and the token, to the one who asked."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        for name, value in CLOSED.items():
            answer[name] = value
        patch_vary_headers(answer, ("Origin", "Authorization"))
        if self._is_from_front_end:
            answer["Access-Control-Allow-Origin"] = request.headers["Origin"]
        return answer

    @cached_property
    def _is_from_front_end(self) -> bool:
        return self.request.headers.get("Origin") in front_end_origins()

    @cached_property
    @sensitive_variables("token")
    def _preview(self) -> Preview:
        scheme, _, token = self.request.headers.get("Authorization", "").partition(" ")
        try:
            return opened(token if scheme.lower() == "bearer" else "", content_type=self._content_type)
        except NoSuchPreview as error:
            raise Http404 from error

    @property
    def _content_type(self) -> str:
        return self.request.GET.get("content_type", "")
