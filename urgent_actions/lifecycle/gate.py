"""The gate: nothing goes live that is not ready, by whichever route (editor, API, schedule, workflow, code)."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop
from wagtail.models import Site

from ..models import UrgentActionMixin
from ..refusal import NotReadyToPublish
from ..rules.readiness import Problem, blocking


def refuse_unless_ready(page: Any, *, update_fields: Iterable[str] | None) -> None:
    """Raise ``NotReadyToPublish`` if saving ``page`` would put an urgent action before the public that is not ready.

    Drafts pass, and so do writes of single columns that leave it as it is (Wagtail keeps its bookkeeping that way).
    """
    if not isinstance(page, UrgentActionMixin) or not page.live:  # type: ignore[attr-defined]  # Page's field
        return
    if update_fields is not None and not _touches_the_public(page, update_fields):
        return
    _one_at_a_time()
    refuse(blocking(page.problems(moment=timezone.now())))


def refuse_move(page: Any, *, to: Any) -> None:
    """Raise ``NotReadyToPublish`` if a move would put two live urgent actions of one number and ordinal together."""
    specific = page.specific
    if not isinstance(specific, UrgentActionMixin) or not page.live:
        return
    moved = type(specific)(
        pk=page.pk,
        live=True,
        ua_number=specific.ua_number,
        ordinal=specific.ordinal,
        locale_id=page.locale_id,
        url_path=f"{to.url_path}{page.slug}/",
    )
    twins = [each for each in moved.published_chain(moment=timezone.now()).items if each.ordinal == moved.ordinal]
    if any(twin.pk != page.pk for twin in twins):
        refuse([Problem("same_ordinal_there", "ordinal", TWIN_THERE, {"number": moved.ua_number, "ordinal": moved.ordinal})])


def refuse(found: list[Problem]) -> None:
    """Raise ``NotReadyToPublish`` if there is anything to refuse for."""
    if found:
        raise NotReadyToPublish(found)


TWIN_THERE = gettext_noop(
    "An urgent action %(number)s with ordinal %(ordinal)s is published in that section already: unpublish one of them."
)


def _touches_the_public(page: Any, update_fields: Iterable[str]) -> bool:
    own = {field.name for field in UrgentActionMixin._meta.get_fields()}
    return bool(({"live", "title"} | own) & set(update_fields))


def _one_at_a_time() -> None:
    """Let publications wait for each other, so that two twins do not both find themselves alone.

    Callers are inside ``Page.save``, which is one transaction; databases without row locks write one at a time anyway.
    """
    list(Site.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
