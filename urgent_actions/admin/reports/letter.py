"""The letter to an official with the total, to be taken from the page of totals."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.models import Site

from ...codes import language_name
from ...letters.letter import Paper
from ...letters.official import Known
from ...letters.paper.unavailable import PaperBusy, PaperUnavailable
from ...letters.phrases import languages
from ...letters.refusal import LetterRefused
from ...messages import gettext_noop
from ...models.labels import STATUS_LABELS
from ...models.swap import page_model
from ...reporting.tally import told_to
from ...representation import TRANSLATION_OUTDATED
from ...rules.status import Status
from ...urgent_action import Target
from ...writing.appeal import Appeal, Closed, published_appeal
from ...writing.files import Form
from ...writing.official import FORMS, file_for_official, language_for, letter_to_official
from ...writing.printed import printed

NOT_PUBLISHED = gettext_noop("Letters to officials are made of what is published, and this urgent action is not.")
BEHIND = gettext_noop("The letter in this language is behind the original. Take the letter from the original.")
CLOSED = gettext_noop(
    "Letters to officials are only made while people may write. This urgent action is in the state “%(status)s”: what"
    " it asks, and whom, may not be right any more."
)


def _languages() -> list[tuple[str, str]]:
    reader = get_language() or "en"
    return sorted(((tag, language_name(tag, reader)) for tag in languages()), key=lambda each: each[1])


class LetterForm(forms.Form):
    """How the letter to one target is wanted."""

    language = forms.ChoiceField(label=_("Language"), choices=_languages)
    paper = forms.ChoiceField(label=_("Paper"), choices=[(Paper.A4.value, "A4"), (Paper.LETTER.value, "US Letter")])
    form = forms.ChoiceField(choices=[(form.value, form.value) for form in FORMS])


def letter_forms(appeal: Appeal, told: Iterable[str]) -> list[tuple[Target, LetterForm]]:
    """Return the targets of whom letters were told, each with a form for the letter to them."""
    wanted = set(told)
    return [
        (target, LetterForm(initial={"language": language_for(appeal, target)}, auto_id=f"{target.id}-%s"))
        for target in appeal.urgent_action.targets
        if target.id in wanted
    ]


def why_closed(closed: Closed) -> str:
    """Return why there is no letter, for an editor."""
    if closed.reason == TRANSLATION_OUTDATED:
        return gettext(BEHIND)
    status = Status(closed.status)
    return gettext(CLOSED) % {"status": STATUS_LABELS[status]}


@require_GET
def letter(request: HttpRequest, page_id: int, target_id: str) -> HttpResponse:
    """Return the letter to one target as a file; PermissionDenied for those who may not edit the urgent action.

    Where there is none it leads back to the totals, with the reason.
    """
    page = get_object_or_404(page_model(), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = LetterForm(request.GET)
    try:
        if form.is_valid():
            return _file(page, target_id, moment=timezone.now(), **form.cleaned_data)
        said = gettext("This letter is not made in this form or language.")
    except Closed as closed:
        said = why_closed(closed)
    except LetterRefused as refused:
        said = gettext(refused.template) % refused.params
    except (PaperUnavailable, PaperBusy) as none:
        said = str(none)
    messages.warning(request, said)
    return redirect("urgent_actions_totals", page.pk)


def _file(page: Any, target_id: str, *, moment: datetime, language: str, paper: str, form: str) -> HttpResponse:
    appeal = published_appeal(page.pk, moment=moment)
    if appeal is None:
        raise LetterRefused("", NOT_PUBLISHED)
    made = letter_to_official(
        appeal,
        target_id,
        _known(page, appeal, target_id),
        language=language,
        section=name_of_section(appeal.site_id),
        moment=moment,
    )
    file = file_for_official(appeal, made, Form(form), paper=Paper(paper), print_=printed.once)
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Cache-Control"] = "no-store"
    return response


def name_of_section(site_id: int) -> str:
    """Return how a section is called in a letter: by the name of its site, else by its host."""
    site = Site.objects.get(pk=site_id)
    return site.site_name or site.hostname


def _known(page: Any, appeal: Appeal, target_id: str) -> Sequence[Known]:
    found = told_to(target_id, page.translation_key, site_id=appeal.site_id)
    return [Known(how=each.provenance.value, letters=each.quantity, first=each.first, last=each.last) for each in found]
