"""A version beside its source, with what has changed, and the button that confirms it."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from ...codes import language_name
from ...models.mixin import UrgentActionMixin
from ...models.swap import page_model
from ...models.versions import origin_of, source_of, standing_of, texts_of
from ...rules.translation import Reason, TranslationStatus
from ...translation.confirm import ConfirmTranslation, state_of
from ...words.html import plain_text

NAME = "urgent_actions_confirm_translation"
REASONS = {
    Reason.LETTER: _("The sample letter of the source has changed."),
    Reason.ASKS: _("What the source asks for has changed."),
    Reason.DEADLINE: _("The deadline has changed."),
    Reason.TARGETS: _("The targets have changed."),
    Reason.PERSONS: _("The names of the persons at risk have changed."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show a version beside its source, and confirm it; PermissionDenied for those who may not publish it."""
    version = get_object_or_404(page_model(), pk=page_id)
    source = source_of(version)
    if source is None:
        raise Http404
    deed = ConfirmTranslation(version, seen=request.POST.get("seen", ""), user=request.user)
    # Beside the version stands the source as it is live, which whoever may publish the version has to see.
    if not deed.user_has_permission() or not version.live or not source.live:
        raise PermissionDenied
    if request.method == "POST":
        try:
            deed.execute()
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, _("The translation is confirmed."))
            return redirect("wagtailadmin_pages:edit", version.pk)
    return render(request, "urgent_actions/admin/translations/confirm.html", _shown(version, source))


def confirm_buttons(page: Any, user: Any) -> Iterator[Button]:
    """Yield the way to confirm a live version that is behind its source, for those who may publish it."""
    if not isinstance(page, UrgentActionMixin) or not page.live or not page.permissions_for_user(user).can_publish():
        return
    source = source_of(page)
    if source is None or standing_of(page, source=source).status is TranslationStatus.COMPLETE:
        return
    yield Button(
        _("Compare with the source, and confirm"), reverse(NAME, args=[page.pk]), icon_name="check", priority=0
    )


def _shown(version: Any, source: Any) -> dict[str, Any]:
    made_from, theirs, own = origin_of(version).texts, texts_of(source), texts_of(version)
    reader = get_language() or "en"
    rows = [
        (text, _plain(text), _plain(own[path]) if path in own else "", made_from.get(path) != text.mark)
        for path, text in theirs.items()
        if text.words.strip()
    ]
    alone = [_plain(text) for path, text in own.items() if path not in theirs and text.words.strip()]
    return {
        "page": version,
        "source": source,
        "languages": (source.locale.language_code, version.locale.language_code),
        "names": [language_name(each.locale.language_code, reader) for each in (source, version)],
        "reasons": [REASONS[reason] for reason in standing_of(version, source=source).reasons],
        "rows": rows,
        "alone": alone,
        "seen": state_of(source),
    }


def _plain(text: Any) -> str:
    return plain_text(text.words) if text.rich else text.words
