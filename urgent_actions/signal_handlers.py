"""Wiring: what has to hold whoever saves, moves or publishes."""

from typing import Any

from django.db.models.signals import pre_save
from modelsearch.index import insert_or_update_object
from wagtail.models import Revision
from wagtail.signals import page_published, pre_page_move

from .lifecycle.gate import refuse_move, refuse_to_schedule_unless_ready, refuse_unless_ready
from .models import UrgentActionMixin
from .publishing import watch
from .publishing.tree import jobs


def connect() -> None:
    """Put the gate before every save, schedule and move of a page, by whichever route it comes."""
    pre_save.connect(_before_save, dispatch_uid="urgent_actions.gate.save")
    pre_save.connect(_before_schedule, sender=Revision, dispatch_uid="urgent_actions.gate.schedule")
    page_published.connect(_after_publish, dispatch_uid="urgent_actions.search.publish")
    pre_page_move.connect(_before_move, dispatch_uid="urgent_actions.gate.move")
    # After the gate: what it refuses takes nothing down.
    watch.connect()
    jobs.connect()


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
