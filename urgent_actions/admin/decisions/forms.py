"""What has to be said for a decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...lifecycle.decision import Decision, Plan
from ...lifecycle.extend import ExtendDeadline
from ...lifecycle.issue_update import IssueUpdate
from ...lifecycle.refusal import DecisionRefused
from ...lifecycle.stop import OutcomeOf, ResumeUrgentAction, StopUrgentAction
from ...lifecycle.withdraw import WithdrawCase
from ...models.facts import OUTCOME_LABELS
from ...refusal import NotReadyToPublish
from ...urgent_action import Outcome

LONGEST_REASON = 2000


class DecisionForm(forms.Form):
    """A reason, as every decision has one."""

    makes: type[Decision]
    """The decision that is made of what was typed."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_REASON,
        help_text=_("Kept in the history of the page."),
    )

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def said(self) -> dict[str, Any]:
        """Return what was said for the decision, once the form is valid."""
        return {"reason": self.cleaned_data["reason"]}

    def may_decide(self, user: Any) -> bool:
        """Say whether this user may take the decision."""
        return self.makes(self.page, reason="", user=user).user_has_permission()

    def plan(self) -> Plan:
        """Return what the decision is about to do, whatever is said for it; raise DecisionRefused if nothing."""
        return self.makes(self.page, reason="").plan()

    def execute(self, *, user: Any) -> Any:
        """Carry the decision out, and return the page to look at then; None where it is refused, and the form says why.

        Raise PermissionDenied for somebody who may not decide.
        """
        decision = self.makes(self.page, user=user, **self.said())
        try:
            decision.execute()
        except DecisionRefused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, str(refused))
        except NotReadyToPublish as refused:
            self.add_error(None, refused.messages)
        else:
            return self.leads_to(decision)
        return None

    def leads_to(self, decision: Any) -> Any:
        """Return the page to look at once it is decided."""
        return self.page


class ResumeForm(DecisionForm):
    """What has to be said to take back a stop."""

    makes = ResumeUrgentAction


class ExtendForm(DecisionForm):
    """What has to be said to extend a deadline."""

    makes = ExtendDeadline
    deadline = forms.DateField(
        label=_("New deadline"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Last day on which to write, inclusive."),
    )
    field_order = ("deadline", "reason")

    def said(self) -> dict[str, Any]:
        """Return the day and the reason."""
        return {**super().said(), "deadline": self.cleaned_data["deadline"]}


class UpdateForm(DecisionForm):
    """Nothing has to be said to begin the next urgent action of a case."""

    makes = IssueUpdate
    reason = None  # type: ignore[assignment]  # Django's way to leave a field of the base form out

    def said(self) -> dict[str, Any]:
        """Return nothing."""
        return {}

    def leads_to(self, decision: Any) -> Any:
        """Return the draft in the language of the page."""
        return next((draft for draft in decision.drafts if draft.locale_id == self.page.locale_id), self.page)


class WithdrawForm(DecisionForm):
    """What has to be said to take a case down: why, and that it is meant, since nothing brings it back."""

    makes = WithdrawCase
    is_meant = forms.BooleanField(
        label=_("All pages below are to be deleted for good, in all languages and sections."),
        error_messages={"required": _("Say that it is meant: nothing brings these pages back.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("Sealed with what was stored of the case.")

    def leads_to(self, decision: Any) -> Any:
        """Return the page above, since there is no other left."""
        return self.page.get_parent()


class StopForm(DecisionForm):
    """What has to be said for a stop: why, and what came of it for each person."""

    makes = StopUrgentAction

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("Published: what came of it, or why writing would do harm now.")
        self.persons = list(self.page.persons.all())
        choices = [("", "---------"), *((each.value, label) for each, label in OUTCOME_LABELS.items())]
        for place, person in enumerate(self.persons):
            name = {"person": person.name}
            self.fields[f"outcome_{place}"] = forms.ChoiceField(
                label=_("%(person)s: what came of it") % name, choices=choices, initial=person.outcome
            )
            self.fields[f"on_{place}"] = forms.DateField(
                label=_("%(person)s: when it happened") % name,
                required=False,
                initial=person.outcome_on,
                widget=forms.DateInput(attrs={"type": "date"}),
            )
            self.fields[f"source_{place}"] = forms.CharField(
                label=_("%(person)s: who says so") % name,
                required=False,
                max_length=250,
                initial=person.outcome_source,
                help_text=_("Published."),
            )
            self.fields[f"contribution_{place}"] = forms.CharField(
                label=_("%(person)s: what the appeals contributed") % name,
                required=False,
                max_length=500,
                initial=person.appeals_contribution,
                help_text=_("One careful sentence, only with what is known, and who says so. Published."),
            )

    def said(self) -> dict[str, Any]:
        """Return the reason, and the outcomes by the names of the persons."""
        typed = self.cleaned_data
        outcomes = {
            person.name: OutcomeOf(
                outcome=Outcome(typed[f"outcome_{place}"]),
                on=typed[f"on_{place}"],
                source=typed[f"source_{place}"],
                contribution=typed[f"contribution_{place}"],
            )
            for place, person in enumerate(self.persons)
        }
        return {**super().said(), "outcomes": outcomes}
