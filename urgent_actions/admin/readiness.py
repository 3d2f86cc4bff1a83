"""The readiness panel after an autosave: the page stays, the panel comes anew."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from ..models.swap import page_model
from ..panels import readiness_context


@require_GET
def readiness(request: HttpRequest, page_id: int) -> HttpResponse:
    """Return the panel's list for the latest draft; PermissionDenied for those who may not edit it."""
    page = get_object_or_404(page_model(), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    response = render(request, "urgent_actions/admin/readiness_list.html", readiness_context(draft))
    response["Cache-Control"] = "no-store"
    return response
