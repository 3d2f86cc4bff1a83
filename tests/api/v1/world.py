"""A handful of urgent actions that differ in everything by which they are found. Everything here is invented."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import time_machine as travel
from django.core.cache import cache
from django.db import transaction
from django.test import TestCase
from pytest_django import DjangoDbBlocker

from tests import factories
from urgent_actions.models import ConcernOnPage, UrgentActionPage

World = dict[str, UrgentActionPage]


def plant() -> World:
    """Return published urgent actions by name, and a draft."""
    factories.section_settings(country="US")
    arabic = factories.index_page(language="ar")
    english = factories.index_page()
    letter_in_arabic = [
        ("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})
    ]
    case = {"ua_number": "44/26", "parent": english}
    world = {
        "first": _published(
            "threats",
            title="Teacher threatened",
            ordinal=1,
            issued_on=date(2026, 3, 1),
            index_number="AMR 37/0001/2026",
            countries=["HN", "SV"],
            **case,
        ),
        "second": _published(
            "threats",
            title="Teacher arrested",
            ordinal=2,
            issued_on=date(2026, 6, 1),
            index_number="AMR 37/0002/2026/s",
            deadline=date(2026, 8, 1),
            **case,
        ),
        "last days": _published(
            "unfair-trial",
            title="Lawyer on trial",
            parent=english,
            ua_number="7/26",
            deadline=date(2026, 6, 18),
            countries=["CN"],
            languages=["zh-Hans"],
            persons=[{"name": "黄雪"}],
        ),
        "over": _published(title="Poet held", parent=english, ua_number="8/26", deadline=date(2026, 6, 14)),
        "stopped": factories.stopped_case(title="Nurse freed", parent=english, ua_number="9/26", countries=["CN"]),
        "arabic": _published(
            title="معلمة معتقلة",
            slug="teacher-arrested",
            ordinal=2,
            ua_number="44/26",
            index_number="AMR 37/0002/2026/s",
            parent=arabic,
            targets=letter_in_arabic,
            deadline=date(2026, 9, 1),
        ),
        "draft": factories.draft(title="Nobody knows", parent=english, ua_number="44/26", ordinal=3),
    }
    for pair in ("second", "arabic"):
        world[pair] = factories.fresh(world[pair])
    return world


def _published(concern: str = "", **fields: Any) -> UrgentActionPage:
    page = factories.draft(**fields)
    if concern:
        page.concern_items.add(ConcernOnPage(concern=factories.concern(concern.title(), concern)))
        page.save()
        page.save_revision(clean=False)
    page.get_latest_revision().publish()
    return factories.fresh(page)


@contextmanager
def planted(blocker: DjangoDbBlocker) -> Iterator[World]:
    """Plant once for all tests of a module, which only read."""
    with blocker.unblock(), travel.travel(factories.NOW, tick=False), transaction.atomic():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            world = plant()
        yield world
        transaction.set_rollback(True)
    cache.clear()
