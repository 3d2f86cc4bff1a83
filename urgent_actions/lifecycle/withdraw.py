"""Withdraw: nothing of the case is there any more, for nobody, as its family wishes (ADR 0023)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from ..models.sealed import SealedCase
from ..models.tombstones import bury
from .decision import Decision
from .withdrawal.addresses import addresses, places_of
from .withdrawal.copies import copied_revisions, remove_copies
from .withdrawal.record import record_of
from .withdrawal.redirects import redirects_to
from .withdrawal.references import media_of, pages_leading_here
from .withdrawal.remains import remove
from .withdrawal.seal import sealed
from .withdrawal.whole_case import whole_case

WITHDRAWN = "urgent_actions.withdraw"
MAY_WITHDRAW = "urgent_actions.withdraw_case"


class WithdrawCase(Decision):
    """Deletes all pages of a case, drafts and revisions included, and seals what was stored of it.

    ``sealed`` is that record, once it is done: only who may see withdrawn cases opens it, or erases it for good.
    """

    action_name = "withdraw"
    log_name = WITHDRAWN

    def __init__(self, page: Any, **common: Any) -> None:
        super().__init__(page, **common)
        self.sealed: SealedCase | None = None

    def user_has_permission(self) -> bool:
        """Say whether the user may withdraw cases: a right of its own, since nothing takes it back."""
        return bool(self.user.is_active and self.user.has_perm(MAY_WITHDRAW))

    def chosen(self) -> list[Any]:
        """Return all pages of the case, in every language and section, published or not."""
        return whole_case(self.instance)

    def carry_out(self, pages: list[Any]) -> None:
        """Seal what was stored of all of them, and delete them."""
        self._seal(pages)
        self._take_down(pages)
        # Not of a page: what is logged of one bears its title.
        log(instance=self.sealed, action=self.log_name, user=self.user)

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        pages = self.chosen()
        return [
            _("These pages are deleted for good: with all revisions, comments, drafts, previews and reports."),
            _("Letters, files, lists, search, feeds, APIs and everything remembered of them have nothing of the case."),
            _("Their addresses answer that something is gone (410), and say no word of the case."),
            *_of_media(len(media_of(pages))),
            *_of_copies(len(copied_revisions(pages))),
            _("What was stored is sealed. Only who may see withdrawn cases opens it, or erases it for good."),
            *(
                _("“%(title)s” leads here: look whether it names somebody.") % {"title": each.get_admin_display_title()}
                for each in pages_leading_here(pages)
            ),
        ]

    def _seal(self, pages: list[Any]) -> None:
        record = record_of(pages, reason=self.reason, moment=self.moment, user=self.user)
        self.sealed = SealedCase.objects.create(
            sealed_at=self.moment, sealed_by=self.user, pages=len(pages), seal=sealed(record)
        )

    def _take_down(self, pages: list[Any]) -> None:
        bury(addresses(pages))
        belongings = [*media_of(pages), *_redirects_to(pages)]
        remove_copies(pages)
        gone = {
            "page_ids": [page.pk for page in pages],
            "keys": list({page.translation_key for page in pages}),
        }
        # Versions before their source, with which they would be unpublished first.
        for page in sorted(pages, key=lambda each: -each.pk):
            # Fresh, since the place in the tree changes with each that goes.
            type(page)._default_manager.get(pk=page.pk).delete(user=self.user)
        remove(**gone, belongings=belongings)


def _redirects_to(pages: list[Any]) -> list[Any]:
    found = (each for page in pages for each in redirects_to(page, [path for _, path in places_of(page)]))
    return list(dict.fromkeys(found))


def _of_media(number: int) -> list[str]:
    if not number:
        return []
    sentence = ngettext(
        "%(number)d picture or file that nothing else uses is deleted, in all its sizes.",
        "%(number)d pictures and files that nothing else uses are deleted, in all their sizes.",
        number,
    )
    return [sentence % {"number": number}]


def _of_copies(number: int) -> list[str]:
    if not number:
        return []
    sentence = ngettext(
        "%(number)d old revision of another page bears a number of this case, and is deleted, too.",
        "%(number)d old revisions of other pages bear a number of this case, and are deleted, too.",
        number,
    )
    return [sentence % {"number": number}]
