"""Wiring: what has to hold whoever saves, moves or publishes."""

from typing import Any

from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from modelsearch.index import insert_or_update_object
from wagtail.models import PageViewRestriction, Revision
from wagtail.signals import page_published, post_page_move, pre_page_move

from .lifecycle.gate import refuse_move, refuse_to_schedule_unless_ready, refuse_unless_ready
from .models import UrgentActionMixin
from .models.swap import base_page_model, page_model, urgent_action_saved
from .publishing import watch
from .publishing.tree import jobs
from .translation import follow, restrict


def connect() -> None:
    """Put the gate before every save, schedule and move of a page, by whichever route it comes."""
    pre_save.connect(_before_save, dispatch_uid="urgent_actions.gate.save")
    pre_save.connect(_before_schedule, sender=Revision, dispatch_uid="urgent_actions.gate.schedule")
    page_published.connect(_after_publish, dispatch_uid="urgent_actions.search.publish")
    pre_page_move.connect(_before_move, dispatch_uid="urgent_actions.gate.move")
    # After the gate: what it refuses takes nothing down.
    watch.connect()
    jobs.connect()
    # After the source itself is published: its versions follow it.
    urgent_action_saved.connect(_lead_versions, dispatch_uid="urgent_actions.translation.save")
    post_save.connect(_after_bare_save, dispatch_uid="urgent_actions.translation.bare_save")
    pre_delete.connect(_before_delete, dispatch_uid="urgent_actions.translation.delete")
    post_save.connect(
        _after_restriction, sender=PageViewRestriction, dispatch_uid="urgent_actions.translation.restrict"
    )
    groups = PageViewRestriction.groups.through
    m2m_changed.connect(_after_groups, sender=groups, dispatch_uid="urgent_actions.translation.groups")
    post_page_move.connect(_after_move, dispatch_uid="urgent_actions.translation.move")


def _before_save(instance: Any, raw: bool, update_fields: Any, **_: Any) -> None:
    if not raw:
        refuse_unless_ready(instance, update_fields=update_fields)


def _before_schedule(instance: Any, raw: bool, **_: Any) -> None:
    if not raw:
        refuse_to_schedule_unless_ready(instance)


def _after_publish(instance: Any, **_: Any) -> None:
    """Index once more: at the save the persons were not stored yet, and a name that is now initials stayed in."""
    if isinstance(instance, UrgentActionMixin):
        insert_or_update_object(type(instance)._default_manager.get(pk=instance.pk))


def _before_move(instance: Any, parent_page_after: Any, **_: Any) -> None:
    refuse_move(instance, to=parent_page_after)


def _lead_versions(instance: Any, update_fields: Any, **_: Any) -> None:
    follow.source_saved(instance, update_fields=update_fields)


def _after_bare_save(sender: Any, instance: Any, update_fields: Any, raw: bool, **_: Any) -> None:
    """Lead the versions of an urgent action that code has saved as a bare page."""
    if raw or sender is not base_page_model() or type(instance) is not sender:
        return
    page = page_model()._default_manager.filter(pk=instance.pk).first()
    if page is not None:
        follow.source_saved(page, update_fields=update_fields)


def _before_delete(sender: Any, instance: Any, **_: Any) -> None:
    if sender is page_model():
        follow.unpublish_with(instance)


def _after_restriction(instance: Any, raw: bool, **_: Any) -> None:
    if not raw:
        restrict.versions_below(instance.page)


def _after_groups(instance: Any, action: str, reverse: bool, **_: Any) -> None:
    if action.startswith("post_") and not reverse:
        restrict.versions_below(instance.page)


def _after_move(instance: Any, **_: Any) -> None:
    restrict.versions_below(instance)
