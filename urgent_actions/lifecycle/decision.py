"""What all decisions about a case have in common: who may, what they are about to do, and that they are logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from wagtail.actions.base import BaseAction
from wagtail.log_actions import log

from ..models.publications import Edition
from ..models.sections import section_roots
from ..publishing.generation import hold
from .refusal import DecisionRefused
from .versions import newest_versions, site_of

NOTHING_LIVE = gettext_noop("Nothing of this case is published.")
REASON_MISSING = gettext_noop("Say why: the reason is kept.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A page that a decision is about, as the public has it now; ``status`` is None where it has nothing of it."""

    page_id: int
    title: str
    language: str
    url: str
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a decision is about to do: the pages, and in words what becomes of them and of what is made of them."""

    reached: Sequence[Reached]
    effects: Sequence[str]


class Decision(BaseAction):
    """A decision about the case of a page, for all its languages and sections at once, or not at all.

    ``plan()`` says what it is about to do, whatever is said for it; ``execute()`` does it. Both raise DecisionRefused
    where there is nothing to decide.
    """

    log_name: str
    permission_policy_action = "publish"

    def __init__(self, page: Any, *, reason: str, user: Any = None, moment: datetime | None = None) -> None:
        super().__init__(page, user=user)
        self.reason = reason.strip()
        self.moment = moment or timezone.now()

    def user_has_permission(self) -> bool:
        """Say whether the user may publish this page: then what they decide about it reaches every language."""
        return bool(self.instance.permissions_for_user(self.user).can_publish())

    def plan(self) -> Plan:
        """Return what would be done now. Changes nothing."""
        return Plan(reached=_reached(self.chosen(), self.moment), effects=self.effects())

    def execute(self, skip_permission_checks: bool = False) -> list[Any]:
        """Do it, and return the pages that it was done to."""
        self.check(skip_permission_checks=skip_permission_checks)
        with transaction.atomic():
            # Whoever publishes waits: nothing may go live between the look at the case and the deed.
            hold()
            pages = self.chosen()
            self.require()
            self.carry_out(pages)
        return pages

    def carry_out(self, pages: list[Any]) -> None:
        """Do it to all of them, and log it for each."""
        for page in pages:
            self.decide(page)
            log(
                instance=page,
                action=self.log_name,
                user=self.user,
                data=self.log_data_of(page),
                content_changed=True,
            )

    def chosen(self) -> list[Any]:
        """Return the pages to decide about; raise DecisionRefused if there is nothing to decide."""
        raise NotImplementedError

    def require(self) -> None:
        """Raise DecisionRefused if something that has to be said for it is not said: a reason, for every decision."""
        if not self.reason:
            raise DecisionRefused(REASON_MISSING, field="reason")

    def decide(self, page: Any) -> None:
        """Do it to one page."""
        raise NotImplementedError

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        raise NotImplementedError

    @staticmethod
    def effect_on_surfaces() -> str:
        """Return in the reader's language what comes of it for everything that is made of a page."""
        return _("Answers of the APIs, what is remembered of them, and published files change with it.")

    def log_data_of(self, page: Any) -> dict[str, Any]:
        """Return what the audit log of ``page`` keeps of it, once it is done."""
        return {"reason": self.reason}

    def live_versions(self) -> list[Any]:
        """Return the newest live pages of the case; raise DecisionRefused if there is none."""
        found = newest_versions(self.instance)
        if not found:
            raise DecisionRefused(NOTHING_LIVE)
        return found

    def live_versions_here(self) -> list[Any]:
        """Return those of them that stand in the section of this page; raise DecisionRefused if there is none."""
        roots = section_roots()
        here = site_of(self.instance, roots)
        found = [page for page in newest_versions(self.instance) if site_of(page, roots) == here]
        if not found:
            raise DecisionRefused(NOTHING_LIVE)
        return found


def _reached(pages: Sequence[Any], moment: datetime) -> list[Reached]:
    in_force = Edition.objects.in_force(moment=moment).filter(publication_id__in=[page.pk for page in pages])
    statuses = dict(in_force.values_list("publication_id", "status"))
    return [
        Reached(
            page_id=page.pk,
            title=page.title,
            language=page.locale.language_code,
            url=page.full_url or "",
            status=statuses.get(page.pk),
        )
        for page in pages
    ]
