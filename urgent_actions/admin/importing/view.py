"""Two steps: the document is handed over, and then looked at beside what was read of it. Nothing is published."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.utils.forms import FormValidationError

from ...importing.document import SourceDocument, Unreadable
from ...importing.draft import Draft
from ...importing.drafts import drafts
from ...importing.letter.asks import asks_apart
from ...importing.page.differences import Difference
from ...importing.page.known import may_edit, same_document
from ...importing.page.places import places_for
from ...importing.page.to_page import Imported, create_draft, offered_changes, update_draft
from ...importing.refusal import AlreadyThere, ImportRefused
from ...urgent_action import UrgentAction
from .carried import Lapsed, sealed, unsealed
from .review import Review
from .source import KINDS, lines_for, shown_lines, told_doubts
from .start import PlaceForm, StartForm
from .upload import uploads_in_memory

START, REVIEW = "urgent_actions_import", "urgent_actions_import_review"
FEW = 20


@uploads_in_memory
@sensitive_post_parameters()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask for a document, and show what was read of it; PermissionDenied for those who may add no urgent action."""
    places = _places(request)
    posted = request.method == "POST"
    form = StartForm(
        request.POST if posted else None, request.FILES if posted else None, places=places, request=request
    )
    if posted and form.is_valid() and form.document:
        found = _read(form.document)
        try:
            if found:
                return _Step(request, form.document, found, form).show()
            form.add_error(None, _("No urgent action was found in it."))
        except Unreadable as unreadable:
            form.add_error(None, _(unreadable.template) % unreadable.params)
    return render(request, "urgent_actions/admin/importing/start.html", {"form": form})


@sensitive_post_parameters()
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """Take what was corrected, and look again, or make or update a draft. The document comes with the form."""
    places = _places(request)
    if request.method != "POST":
        return redirect(START)
    try:
        document = unsealed(request.POST.get("carried", ""), user=request.user)
    except Lapsed:
        messages.error(request, _("More than an hour has passed, or somebody else began this: hand it over once more."))
        return redirect(START)
    step = _Step(request, document, _read(document), PlaceForm(request.POST, places=places))
    return step.take(request.POST.get("do", ""))


def _read(document: SourceDocument) -> list[Draft]:
    return [asks_apart(draft) for draft in drafts(document)]


def _places(request: HttpRequest) -> list[Any]:
    places = places_for(request.user)
    if not places:
        raise PermissionDenied
    return places


class _Step:
    """One request of a review."""

    def __init__(
        self, request: HttpRequest, document: SourceDocument, found: Sequence[Draft], place: PlaceForm
    ) -> None:
        self.request, self.document, self.found, self.place = request, document, found, place
        self.which = _number(request.POST.get("which", "")) if request.POST.get("carried") else 0
        self.which = min(self.which, len(found) - 1)

    def show(self, reviewed: Review | None = None, **more: Any) -> HttpResponse:
        """Return the page with a draft as it was read, or as it was corrected."""
        draft = self.found[self.which]
        if reviewed is None:
            reviewed = Review(self.document, draft)
            more["there"] = self._there(draft.urgent_action) if self.place.is_valid() else None
        there = more.get("there")
        shown = {
            "review": reviewed,
            # What somebody may not edit they are told no word of: it may be a draft of others.
            "may_edit_there": there is not None and may_edit(there, self.request.user),
            "place": self.place,
            "carried": sealed(self.document, user=self.request.user),
            "which": self.which,
            "others": [(number, each.urgent_action.headline) for number, each in enumerate(self.found)],
            "doubts": told_doubts(self.document, draft),
            "lines": shown_lines(self.document, draft),
            "left_over": draft.left_over[:FEW],
            "more_left_over": max(0, len(draft.left_over) - FEW),
            "lines_of": {path: lines_for(draft, path) for path in KINDS},
            **more,
        }
        return render(self.request, "urgent_actions/admin/importing/review.html", shown)

    def take(self, deed: str) -> HttpResponse:
        """Do what was asked for, and show the page again where it cannot be done, or is not done yet."""
        if deed.startswith("draft:"):
            self.which = min(_number(deed.partition(":")[2]), len(self.found) - 1)
            return self.show()
        reviewed = Review(self.document, self.found[self.which], data=self.request.POST)
        if not (reviewed.is_valid() & self.place.is_valid()):
            return self.show(reviewed)
        there = self._there(reviewed.corrected())
        if deed not in ("create", "compare", "update") or (there is None and deed != "create"):
            return self.show(reviewed, there=there)
        if there is not None and not may_edit(there, self.request.user):
            reviewed.refuse(AlreadyThere(there, user=self.request.user))
            return self.show(reviewed)
        try:
            if there is not None and deed != "update":
                return self.show(reviewed, there=there, changes=self._changes(reviewed, there))
            made = self._update(reviewed, there) if there is not None else self._create(reviewed)
        except ImportRefused as refused:
            reviewed.refuse(refused)
        except FormValidationError as error:
            reviewed.refuse_values(error.loc_errors)
        else:
            return self._lead_on(made)
        return self.show(reviewed, there=there)

    def _there(self, urgent_action: UrgentAction) -> Any:
        return same_document(urgent_action, parent=self.place.chosen, origin=self._origin)

    @property
    def _origin(self) -> str:
        return self.document.name or _("pasted text")

    def _create(self, reviewed: Review) -> Imported:
        return create_draft(
            reviewed.corrected(), parent=self.place.chosen, origin=self._origin, user=self.request.user, **_of(reviewed)
        )

    def _update(self, reviewed: Review, page: Any) -> Imported:
        take = self.request.POST.getlist("take")
        return update_draft(
            page, reviewed.corrected(), take=take, origin=self._origin, user=self.request.user, **_of(reviewed)
        )

    def _changes(self, reviewed: Review, page: Any) -> list[tuple[Any, Difference]]:
        found = offered_changes(page, reviewed.corrected(), moment=timezone.now(), **_of(reviewed))
        return [(KINDS.get(each.field, ("", each.field))[1], each) for each in found]

    def _lead_on(self, made: Imported) -> HttpResponse:
        """Lead to the draft, or to the next urgent action of the document."""
        edit = reverse("wagtailadmin_pages:edit", args=[made.page.pk])
        said = _("“%(title)s” is a draft now. Nothing is published.") % {"title": made.page.get_admin_display_title()}
        messages.success(self.request, said, buttons=[messages.button(edit, _("Open it"))])
        for entry in made.made:
            messages.warning(
                self.request,
                _("New in the directory, and to be published there: %(entry)s") % {"entry": entry},
                buttons=[messages.button(_edit_url(entry), _("Open it"))],
            )
        if self.which + 1 < len(self.found):
            self.which += 1
            return self.show()
        return redirect(edit)


def _of(reviewed: Review) -> dict[str, Any]:
    """Return what is said beside the urgent action itself: who of the directory is meant, and whether it is closed."""
    return {"choices": reviewed.choices(), "closed": reviewed.closed, "ended_on": reviewed.ended_on}


def _edit_url(entry: Any) -> str:
    return reverse(entry.snippet_viewset.get_url_name("edit"), args=[entry.pk])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0
