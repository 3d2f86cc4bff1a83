"""Issue an update: the next urgent action of a case, as a draft in every language of the section."""

import re
import uuid
from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from wagtail.coreutils import find_available_slug

from ..models.labels import document_name
from ..models.swap import page_model
from .decision import Decision
from .refusal import DecisionRefused

UPDATED = "urgent_actions.issue_update"

NUMBER_MISSING = gettext_noop("Only an urgent action with a UA number and an ordinal can have a next one.")
DRAFT_EXISTS = gettext_noop("The next one exists already as a draft: “%(title)s”.")

REWRITTEN: dict[str, Any] = {
    "index_number": "",
    "issued_on": None,
    "deadline": None,
    "summary": [],
    "sample_letter": [],
    "stopped_at": None,
    "stop_reason": "",
    "previous_url": "",
    "go_live_at": None,
    "expire_at": None,
}
"""What is said anew each time. All else is carried over: persons, targets, countries, concerns, background."""
_ORDINAL_AT_THE_END = re.compile(r"-\d{1,2}$")


class IssueUpdate(Decision):
    """Makes drafts of the next urgent action of a case, one for each language of the section in which it is published.

    The present one stays as it is until the next one is published: then it is superseded at that moment, by itself.
    """

    action_name = "issue_update"
    log_name = UPDATED

    def __init__(self, page: Any, *, reason: str = "", **common: Any) -> None:
        super().__init__(page, reason=reason, **common)
        self.drafts: list[Any] = []
        self._keys: dict[Any, uuid.UUID] = defaultdict(uuid.uuid4)

    def user_has_permission(self) -> bool:
        """Say whether the user may add a page beside this one: a draft needs no right to publish."""
        return bool(self.instance.get_parent().permissions_for_user(self.user).can_add_subpage())

    def chosen(self) -> list[Any]:
        """Return the newest pages of this section; raise DecisionRefused if a draft of the next one is there."""
        pages = self.live_versions_here()
        if any(not page.ua_number or not page.ordinal for page in pages):
            raise DecisionRefused(NUMBER_MISSING)
        for page in pages:
            drafts = page_model()._default_manager.filter(
                live=False, ua_number=page.ua_number, ordinal__gt=page.ordinal, locale_id=page.locale_id
            )
            near = drafts.sibling_of(page).first()
            if near is not None:
                raise DecisionRefused(DRAFT_EXISTS, title=near.title)
        return pages

    def require(self) -> None:
        """Ask for no reason: a draft changes nothing yet."""

    def decide(self, page: Any) -> None:
        """Make the draft that follows one page."""
        parent = page.get_parent()
        ordinal = page.ordinal + 1
        slug = f"{_ORDINAL_AT_THE_END.sub('', page.slug)}-{ordinal}"
        own = {
            "ordinal": ordinal,
            "slug": find_available_slug(parent, slug),
            # The versions of the next one belong together, as those of this one do.
            "translation_key": self._keys[page.translation_key],
        }
        draft = page.copy(
            to=parent,
            update_attrs={**REWRITTEN, **own},
            copy_revisions=False,
            keep_live=False,
            reset_translation_key=False,
            user=self.user,
        )
        self.drafts.append(draft)

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        ordinal, number = (self.instance.ordinal or 0) + 1, self.instance.ua_number
        name = document_name(max([ordinal, *((page.ordinal or 0) + 1 for page in self.live_versions_here())]), number)
        return [
            _("A draft of “%(name)s” is made beside each of these pages.") % {"name": name},
            _("Persons, targets, countries, concerns, languages and background are carried over."),
            _("Summary, letter, deadline and issue date are left empty: the earlier words stand beside them."),
            _("The present one stays open until the next one is published, and is superseded at that moment."),
        ]

    def log_data_of(self, page: Any) -> dict[str, Any]:
        """Return the id of the draft."""
        return {"draft": self.drafts[-1].pk}
