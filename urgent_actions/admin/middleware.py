"""A refused publication as a message, wherever in the admin it was asked for."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..refusal import NotReadyToPublish

COPY = "wagtailadmin_pages:copy"


class RefusalMiddleware:
    """Turns NotReadyToPublish from a bulk action, a workflow task, a copy or a move into a message to the editor.

    The page form tells of problems itself; these views have no form of ours. Whatever they had begun is rolled back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Copy a tree as a whole or not at all: Wagtail writes page by page, each for itself."""
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name != COPY:
            return None
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except NotReadyToPublish as refusal:
            return self.process_exception(request, refusal)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return to where the editor came from, with every reason; other errors are not ours."""
        if not isinstance(exception, NotReadyToPublish) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"success": False, "errors": exception.messages}, status=422)
        messages.error(request, _("Not published.") + " " + " ".join(exception.messages))
        back = request.META.get("HTTP_REFERER", "")
        if not back.startswith(request.build_absolute_uri("/")):
            back = reverse("wagtailadmin_home")
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # A dialog of a workflow: it goes where it is told to, and would take a redirect for a broken answer.
            return JsonResponse({"step": "success", "redirect": back})
        return redirect(back)
