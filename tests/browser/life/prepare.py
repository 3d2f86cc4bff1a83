"""The demo before the life of the seed case begins: the case is there as a draft of its first urgent action."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from urgent_actions.models import UrgentActionPage
from urgent_actions.models.publications import Change

NUMBER = "44/22"


@transaction.atomic
def prepare() -> int:
    """Take the two records of the case away, and make a draft of the newer one that begins today; return its id.

    Facts, words and targets are those of the seed document. Only its place in the case and its days are others, since
    nobody writes after a deadline of the past.
    """
    records = UrgentActionPage.objects.filter(ua_number=NUMBER)
    seed = records.get(ordinal=2)
    # Of the section, which may be a day behind the server: there the events are told in the order of its days.
    today = seed.today(timezone.now())
    begins = {
        "ordinal": 1,
        "slug": "life-of-the-seed-case",
        "issued_on": today,
        "deadline": today + timedelta(days=20),
        "previous_url": "",
        "index_number": "",
    }
    draft = seed.copy(update_attrs=begins, keep_live=False, copy_revisions=False)
    for record in records.exclude(pk=draft.pk):
        ids = record.pk
        record.delete()
        Change.objects.filter(page_id=ids).delete()
    return int(draft.pk)
