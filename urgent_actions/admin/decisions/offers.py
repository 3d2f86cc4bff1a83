"""The decisions that are offered at a page, and the buttons that lead to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ...models.mixin import UrgentActionMixin
from ...rules.status import Status
from .forms import DecisionForm, ExtendForm, ResumeForm, StopForm, UpdateForm, WithdrawForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A decision as it is offered: how it is called before, at and after the deed."""

    name: str
    label: str | Promise
    deed: str | Promise
    done: str | Promise
    icon: str
    form: type[DecisionForm]
    statuses: frozenset[Status]
    also_of_drafts: bool = False
    leads_away: bool = False
    """The page is gone afterwards: the way leads to the list above."""

    def fits(self, page: Any, *, moment: datetime) -> bool:
        """Say whether there is anything to decide here: the page is live, and in one of the statuses."""
        return (bool(page.live) or self.also_of_drafts) and page.status_at(moment) in self.statuses


OFFERS = {
    offer.name: offer
    for offer in (
        Offer(
            name="stop",
            label=_("Stop: nobody writes any more"),
            deed=_("Stop now, in all languages"),
            done=_("Stopped in all languages. Nobody is asked to write any more."),
            icon="cross",
            form=StopForm,
            statuses=frozenset(Status) - {Status.STOPPED},
        ),
        Offer(
            name="resume",
            label=_("Take back the stop"),
            deed=_("Ask people to write again"),
            done=_("The stop is taken back in all languages."),
            icon="rotate",
            form=ResumeForm,
            statuses=frozenset({Status.STOPPED}),
        ),
        Offer(
            name="extend",
            label=_("Extend the deadline"),
            deed=_("Extend in all languages"),
            done=_("The deadline is extended in all languages."),
            icon="date",
            form=ExtendForm,
            statuses=frozenset({Status.OPEN, Status.EXPIRING, Status.EXPIRED}),
        ),
        Offer(
            name="update",
            label=_("Issue an update"),
            deed=_("Make the drafts"),
            done=_("This is the draft of the next urgent action. The earlier words stand beside the empty fields."),
            icon="doc-full-inverse",
            form=UpdateForm,
            statuses=frozenset(Status) - {Status.SUPERSEDED},
        ),
        Offer(
            name="withdraw",
            label=_("Withdraw the case"),
            deed=_("Delete all of it, and seal the record"),
            done=_("The case is withdrawn. Its addresses answer that something is gone, and say no word of it."),
            icon="bin",
            form=WithdrawForm,
            statuses=frozenset(Status),
            also_of_drafts=True,
            leads_away=True,
        ),
    )
}


def buttons(page: Any, user: Any) -> Iterator[Button]:
    """Yield a button for each decision that this user can take about ``page`` now."""
    if not isinstance(page, UrgentActionMixin):
        return
    moment = timezone.now()
    for place, offer in enumerate(OFFERS.values()):
        if offer.fits(page, moment=moment) and offer.form(page=page).may_decide(user):
            url = reverse("urgent_actions_decide", args=[page.pk, offer.name])
            yield Button(offer.label, url, icon_name=offer.icon, priority=1 + place)
