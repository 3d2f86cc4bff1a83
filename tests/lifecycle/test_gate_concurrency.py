"""Two editors publish twins at the same moment: one of them succeeds."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import factories
from urgent_actions.models import UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish

pytestmark = [
    pytest.mark.needs_postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def publish_at_the_barrier(pk: int, barrier: Barrier) -> str:
    try:
        revision = UrgentActionPage.objects.get(pk=pk).get_latest_revision()
        barrier.wait(timeout=10)
        revision.publish()
    except NotReadyToPublish as refusal:
        return refusal.problems[0].code
    finally:
        connection.close()
    return "published"


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_twins_published_at_once_exactly_one_is(attempt: int) -> None:
    twins = [factories.draft(ua_number=f"{attempt + 1}/26").pk for _ in range(2)]
    barrier = Barrier(2)
    with ThreadPoolExecutor(max_workers=2) as editors:
        outcomes = sorted(editors.map(lambda pk: publish_at_the_barrier(pk, barrier), twins))
    live = UrgentActionPage.objects.live().filter(pk__in=twins).count()
    assert (outcomes, live) == (["published", "same_ordinal"], 1)
