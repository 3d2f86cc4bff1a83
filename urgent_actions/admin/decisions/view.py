"""One page for every decision: what it is about to do, what has to be said, and the button that does it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from ...codes import language_name
from ...lifecycle.refusal import DecisionRefused
from ...models.swap import page_model
from .offers import OFFERS


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, page_id: int, name: str) -> HttpResponse:
    """Show a decision about the case of a page, and carry it out; PermissionDenied for those who may not.

    Nothing is lost where it is refused: the form comes back with what was typed, and with the reason.
    """
    page = get_object_or_404(page_model(), pk=page_id)
    offer = OFFERS.get(name)
    if offer is None:
        raise Http404
    form = offer.form(request.POST if request.method == "POST" else None, page=page)
    if not form.may_decide(request.user):
        raise PermissionDenied
    if request.method == "POST" and form.is_valid() and (then := form.execute(user=request.user)):
        messages.success(request, offer.done)
        return redirect("wagtailadmin_explore" if offer.leads_away else "wagtailadmin_pages:edit", then.pk)
    try:
        plan = form.plan()
    except DecisionRefused as refused:
        messages.warning(request, str(refused))
        return redirect("wagtailadmin_pages:edit", page.pk)
    reached = [(each, language_name(each.language, get_language() or "en")) for each in plan.reached]
    shown = {"page": page, "offer": offer, "form": form, "reached": reached, "effects": plan.effects}
    return render(request, "urgent_actions/admin/decision.html", shown)
