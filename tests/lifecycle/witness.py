"""What the world sees of an urgent action, to say that nothing of it has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import Client
from wagtail.models import Page

from tests import factories
from urgent_actions.models import UrgentActionPage


def public_answer(page: UrgentActionPage) -> tuple[int, Any]:
    """Return what the page API says of this page: status and answer."""
    response = Client().get(f"/api/v2/pages/{page.pk}/")
    return response.status_code, response.json()


def is_public(page: UrgentActionPage) -> bool:
    return public_answer(page)[0] == 200


def state(page: UrgentActionPage) -> tuple[Any, ...]:
    stored = factories.fresh(page)
    return stored.live, stored.live_revision_id, stored.first_published_at, public_answer(page)


@contextmanager
def nothing_changes(*pages: UrgentActionPage) -> Iterator[None]:
    """Hold that these pages are, to the public, after it what they were before it, and that no page was added."""
    before = [state(page) for page in pages], Page.objects.count()
    yield
    assert ([state(page) for page in pages], Page.objects.count()) == before
