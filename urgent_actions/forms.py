"""The page form: a draft may be incomplete, a publication not."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from .refusal import sentence
from .rules.readiness import blocking


class UrgentActionForm(WagtailAdminPageForm):
    """Tells beside each field why the urgent action cannot be published or handed in, before anything is saved."""

    def clean_stopped_at(self) -> datetime | None:
        """Return the moment of the stop; refuse to take it out here, since that is a decision with a reason."""
        moment: datetime | None = self.cleaned_data["stopped_at"]
        live: Any = type(self.instance)._default_manager.filter(pk=self.instance.pk, live=True)
        if moment is None and self.instance.pk and live.filter(stopped_at__isnull=False).exists():
            raise ValidationError(_("To take back a stop is a decision of its own: choose it beside the title."))
        return moment

    def is_valid(self) -> bool:
        """Say whether the form can be saved, as a draft or, where that is asked for, as a publication."""
        valid: bool = super().is_valid()
        if valid and not self.is_deferred_validation and not self._sends_back():
            self._refuse_unless_ready()
        return valid and not self.errors

    def _sends_back(self) -> bool:
        """Say whether a moderator asks for changes, or ends the moderation: that is how an incomplete one is mended."""
        if any(self.data.get(f"action-{action}") for action in ("publish", "submit", "restart-workflow")):
            return False
        if self.data.get("action-workflow-action"):
            return bool(self.data.get("workflow-action-name") != "approve")
        return bool(self.data.get("action-cancel-workflow"))

    def _refuse_unless_ready(self) -> None:
        """Add an error for each blocking problem of what the form would publish, at the moment it would go live."""
        page = self.save(commit=False)
        if page._state.adding and self.parent_page:
            # It has no place in the tree yet, and its section has a say in what is ready.
            page.set_url_path(self.parent_page)
        moment = max(filter(None, (timezone.now(), page.go_live_at)))
        told: dict[str | None, list[str]] = {}
        for problem in blocking(page.problems(moment=moment)):
            told.setdefault(problem.field if problem.field in self.fields else None, []).append(sentence(problem))
        for field, sentences in told.items():
            # One error for each field: of several, a StreamField shows nothing but the first.
            self.add_error(field, " ".join(sentences) if field else sentences)
