"""The page form: a draft may be incomplete, a publication not."""

from typing import Any

from django.utils import timezone
from wagtail.admin.forms.pages import WagtailAdminPageForm

from .refusal import sentence
from .rules.readiness import blocking


class UrgentActionForm(WagtailAdminPageForm):  # type: ignore[misc]  # untyped base
    """Tells beside each field why the urgent action cannot be published or handed in, before anything is saved."""

    def is_valid(self) -> bool:
        """Say whether the form can be saved, as a draft or, where that is asked for, as a publication."""
        valid: bool = super().is_valid()
        if valid and not self.is_deferred_validation:
            self._refuse_unless_ready()
        return valid and not self.errors

    def _refuse_unless_ready(self) -> None:
        """Add an error for each blocking problem of what the form would publish, at the moment it would go live."""
        page = self.save(commit=False)
        moment = max(filter(None, (timezone.now(), page.go_live_at)))
        for problem in blocking(page.problems(moment=moment)):
            self.add_error(problem.field if problem.field in self.fields else None, sentence(problem))
