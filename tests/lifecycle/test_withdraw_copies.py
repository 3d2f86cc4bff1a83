"""What an editor has copied from a case to begin another one goes with the case; the other one stays."""

import pytest
from django.db import connection
from wagtail.actions.copy_page import CopyPageAction
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from tests import factories
from tests.lifecycle.test_stop_decision import user
from tests.lifecycle.test_withdraw import WORDS, case, withdraw
from tests.lifecycle.traces import traces
from tests.lifecycle.witness import public_answer
from urgent_actions.lifecycle.withdraw import WithdrawCase
from urgent_actions.lifecycle.withdrawal.seal import opened
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


def begun_as_a_copy_of(page: UrgentActionPage) -> UrgentActionPage:
    """Return an urgent action of another case, published, for which an editor has copied ``page`` with its history."""
    words = {name: getattr(factories.published(), name) for name in ("title", "summary", "sample_letter")}
    copy = CopyPageAction(
        page, update_attrs={"slug": "another-case"}, keep_live=False, user=user("Moderators")
    ).execute()
    copy.persons = []
    for name, value in {**words, "ua_number": "778/26"}.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return factories.fresh(copy)


def test_the_history_that_was_copied_into_another_case_goes_and_that_case_stays() -> None:
    page = case()
    page.save_revision(user=user("Editors"), log_action=True)
    other = begun_as_a_copy_of(factories.fresh(page))
    before = public_answer(other)
    plan = WithdrawCase(factories.fresh(page), reason="").plan()
    decision = withdraw(factories.fresh(page))
    assert public_answer(other) == before
    assert "3 old revisions of other pages bear a number of this case, and are deleted, too." in plan.effects
    tables = connection.introspection.table_names()
    assert ([place for place in traces(*WORDS) if place in tables], other.revisions.count()) == ([], 1)
    assert [(each["page"], each["content"]["title"]) for each in opened(decision.sealed.seal)["copies"]] == (
        [(str(other.pk), page.title)] * 3
    )


def test_what_another_page_is_now_or_waits_to_be_stays_whatever_number_it_bears() -> None:
    page, other = case(), factories.published()
    log(other, "wagtail.edit")
    other.ua_number = page.ua_number
    waiting = other.save_revision()
    withdraw(page)
    assert factories.fresh(other).latest_revision == waiting
    assert PageLogEntry.objects.filter(page_id=other.pk, label=other.title).exists()
