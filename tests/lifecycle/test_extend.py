"""The decision to extend a deadline."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from tests import factories
from tests.lifecycle.test_stop_decision import in_spanish, now, user
from tests.lifecycle.witness import nothing_changes, public_answer
from urgent_actions.lifecycle.extend import ExtendDeadline
from urgent_actions.lifecycle.refusal import DecisionRefused
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.status import Status

pytestmark = pytest.mark.django_db

SOON, LATER = date(2026, 6, 30), date(2026, 8, 31)


def extend(page: UrgentActionPage, *, until: date | None = LATER, reason: str = "The trial was put off.") -> list[Any]:
    return ExtendDeadline(page, deadline=until, reason=reason).execute()


def deadline(page: UrgentActionPage) -> date | None:
    return factories.fresh(page).deadline


def test_a_deadline_is_extended_in_every_language() -> None:
    page = factories.published(deadline=SOON)
    spanish = in_spanish(page, deadline=SOON)
    extend(page)
    assert (deadline(page), deadline(spanish)) == (LATER, LATER)


def test_the_public_reads_the_new_deadline() -> None:
    page = factories.published(deadline=SOON)
    extend(page)
    assert public_answer(page)[1]["deadline"] == "2026-08-31"


def test_what_has_expired_is_open_again() -> None:
    page = factories.expired_action()
    extend(page)
    assert now(page) is Status.OPEN


def test_another_section_keeps_its_own_deadline() -> None:
    page = factories.published(ua_number="44/26", deadline=SOON)
    theirs = factories.published(parent=factories.index_page_of(factories.section()), ua_number="44/26", deadline=SOON)
    extend(page)
    assert deadline(theirs) == SOON


def test_an_earlier_one_is_extended_by_extending_the_newest() -> None:
    first = factories.superseded_action(deadline=SOON)
    newest = UrgentActionPage.objects.get(ordinal=2)
    newest.deadline = SOON
    newest.save_revision().publish()
    extend(first)
    assert (deadline(first), deadline(newest)) == (SOON, LATER)


def test_a_draft_that_waits_gets_the_new_deadline_and_stays_a_draft() -> None:
    page = factories.published(deadline=SOON)
    page.title = "Words for later"
    page.save_revision()
    extend(factories.fresh(page))
    waiting = factories.fresh(page).get_latest_revision_as_object()
    assert (waiting.title, waiting.deadline, factories.fresh(page).has_unpublished_changes) == (
        "Words for later",
        LATER,
        True,
    )


def test_an_extension_is_logged_with_both_days_and_the_reason() -> None:
    page = factories.published(deadline=SOON)
    extend(page)
    assert PageLogEntry.objects.get(action="urgent_actions.extend").data == {
        "reason": "The trial was put off.",
        "before": "2026-06-30",
        "deadline": "2026-08-31",
    }


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"reason": " "}, "reason", "Say why: the reason is kept."),
        ({"until": None}, "deadline", "Say until when people may write."),
        ({"until": date(2026, 6, 14)}, "deadline", "2026-06-14 has passed: choose today or a later day."),
        ({"until": SOON}, "deadline", "The deadline is 2026-06-30 already: choose a later day."),
        (
            {"until": date(2026, 9, 14)},
            "deadline",
            "At most until 2026-09-13: this section extends a deadline to at most 90 days from today.",
        ),
    ],
    ids=["no reason", "no day", "a day that has passed", "the same day", "a day too late"],
)
def test_an_extension_that_cannot_be_is_refused(said: dict[str, Any], field: str, message: str) -> None:
    page = factories.published(deadline=SOON)
    with nothing_changes(page), pytest.raises(DecisionRefused) as refused:
        extend(page, **said)
    assert (refused.value.field, str(refused.value)) == (field, message)


def test_the_last_day_that_the_section_allows_is_allowed() -> None:
    factories.section_settings(longest_extension_days=30)
    page = factories.published(deadline=SOON)
    extend(page, until=date(2026, 7, 15))
    assert deadline(page) == date(2026, 7, 15)


def test_a_stopped_case_is_not_extended() -> None:
    page = factories.stopped_case()
    with nothing_changes(page), pytest.raises(DecisionRefused, match="nothing to extend"):
        extend(page)


def test_somebody_without_the_right_to_publish_may_not_extend() -> None:
    page = factories.published(deadline=SOON)
    with nothing_changes(page), pytest.raises(PermissionDenied):
        ExtendDeadline(page, deadline=LATER, reason="So.", user=user("Editors")).execute()
