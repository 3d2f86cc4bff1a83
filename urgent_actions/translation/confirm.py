"""To confirm a version: somebody has looked at it beside its source, and answers for it. Its letter is used again."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop
from wagtail.actions.base import BaseAction
from wagtail.log_actions import log

from ..models.versions import by_hand, dangerous_facts, machine_made, source_of, texts_of
from ..publishing.generation import hold
from ..rules.translation import mark
from .refusal import TranslationRefused

CONFIRMED = "urgent_actions.confirm_translation"

NOT_A_VERSION = gettext_noop("This page is no translation of another one: there is nothing to confirm.")
NOT_PUBLISHED = gettext_noop("Only a published translation is confirmed: publish it first.")
CHANGED_MEANWHILE = gettext_noop("The source has changed while you were reading: look at it once more.")
BY_MACHINE = gettext_noop("A machine has translated some of it, and nobody has looked at that: correct it first.")


class ConfirmTranslation(BaseAction):
    """Says that a version, as it is live, says what its source says now.

    ``seen`` is what ``state_of(source)`` was when the source was read. A text that is still the source's own words
    stays untranslated. A draft that waits behind the live page is left as it is.
    """

    action_name = "confirm_translation"
    permission_policy_action = "publish"

    def __init__(self, page: Any, *, seen: str, user: Any = None) -> None:
        super().__init__(page, user=user)
        self.seen = seen

    def user_has_permission(self) -> bool:
        """Say whether the user may publish this version."""
        return bool(self.instance.permissions_for_user(self.user).can_publish())

    def execute(self, skip_permission_checks: bool = False) -> Any:
        """Do it, and return the version; raise TranslationRefused or NotReadyToPublish where it must not be."""
        self.check(skip_permission_checks=skip_permission_checks)
        with transaction.atomic():
            hold()
            version = type(self.instance)._default_manager.get(pk=self.instance.pk)
            source = self._require(version)
            version.translated_from = {**version.translated_from, **by_hand(version, source=source)}
            if version.has_unpublished_changes:
                version.save()
            else:
                version.save_revision(user=self.user, log_action=False, clean=False).publish(
                    user=self.user, log_action=False
                )
            log(version, CONFIRMED, user=self.user, content_changed=False)
        return version

    def _require(self, version: Any) -> Any:
        source = source_of(version)
        if source is None:
            raise TranslationRefused(NOT_A_VERSION)
        if not version.live:
            raise TranslationRefused(NOT_PUBLISHED)
        if machine_made(version):
            raise TranslationRefused(BY_MACHINE)
        if state_of(source) != self.seen:
            raise TranslationRefused(CHANGED_MEANWHILE)
        return source


def state_of(source: Any) -> str:
    """Return a short name of all that a version is made from: another one as soon as any of it changes."""
    texts = {path: text.mark for path, text in texts_of(source).items()}
    return mark(repr((sorted(texts.items()), sorted(dangerous_facts(source).items()))))
