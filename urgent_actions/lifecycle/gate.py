"""The gate: nothing goes live that is not ready, by whichever route (editor, API, schedule, workflow, code)."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop

from ..models import UrgentActionMixin
from ..models.sections import SectionRoot, section_roots
from ..models.swap import page_model
from ..publishing.generation import hold
from ..refusal import NotReadyToPublish
from ..rules.readiness import Problem, blocking


def refuse_unless_ready(page: Any, *, update_fields: Iterable[str] | None) -> None:
    """Raise ``NotReadyToPublish`` if saving ``page`` would put an urgent action before the public that is not ready.

    Drafts pass, and so do writes of single columns that leave it as it is (Wagtail keeps its bookkeeping that way).
    """
    if not isinstance(page, UrgentActionMixin) or not page.live:
        return
    if update_fields is not None and not _touches_the_public(page, update_fields):
        return
    # Publications wait for each other, so that two twins do not both find themselves alone. Whoever saves is inside
    # Page.save, which is one transaction.
    hold()
    refuse(blocking(page.problems(moment=timezone.now())))


def refuse_to_schedule_unless_ready(revision: Any) -> None:
    """Raise ``NotReadyToPublish`` if ``revision`` is about to be scheduled, and would be refused when it is due.

    What becomes unready in the meantime is refused then (``UrgentActionMixin.publish``).
    """
    if revision.approved_go_live_at is None:
        return
    model = revision.content_type.model_class()
    if model is not None and issubclass(model, UrgentActionMixin):
        refuse(blocking(revision.as_object().problems(moment=revision.approved_go_live_at)))


def refuse_move(page: Any, *, to: Any) -> None:
    """Raise ``NotReadyToPublish`` if moving ``page``, with all below it, would put two live twins into one section."""
    roots = section_roots()
    before, after = page.url_path, f"{to.url_path}{page.slug}/"
    if _section_at(before, roots) == _section_at(after, roots):
        return
    moved = list(page_model()._default_manager.live().descendant_of(page, inclusive=True))
    for each in moved:
        each.url_path = after + each.url_path.removeprefix(before)
        if each.has_live_twin(leaving_out=[other.pk for other in moved]):
            params = {"number": each.ua_number, "ordinal": each.ordinal}
            refuse([Problem("same_ordinal_there", "ordinal", TWIN_THERE, params)])


def refuse(found: list[Problem]) -> None:
    """Raise ``NotReadyToPublish`` if there is anything to refuse for."""
    if found:
        raise NotReadyToPublish(found)


TWIN_THERE = gettext_noop(
    "An urgent action %(number)s with ordinal %(ordinal)s is published in that section already: unpublish one of them."
)


def _section_at(url_path: str, roots: list[SectionRoot]) -> int:
    return next((root.site_id for root in roots if url_path.startswith(root.path)), 0)


def _touches_the_public(page: Any, update_fields: Iterable[str]) -> bool:
    own = {field.name for field in UrgentActionMixin._meta.get_fields()}
    return bool(({"live", "title", "locale"} | own) & set(update_fields))
