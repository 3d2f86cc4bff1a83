"""Decisions from the command line."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tests.lifecycle.witness import nothing_changes, public_answer
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

SOON, LATER = date(2026, 6, 30), date(2026, 8, 31)


def run(name: str, page: UrgentActionPage, **options: Any) -> str:
    out = io.StringIO()
    call_command(name, page.pk, **options, stdout=out)
    return out.getvalue()


def stopped() -> UrgentActionPage:
    return factories.published(stopped_at=factories.NOW - timedelta(hours=1), stop_reason="She is free.")


def test_a_stop_is_taken_back() -> None:
    page = stopped()
    said = run("resume_urgent_action", page, reason="She was arrested again.")
    assert (said, public_answer(page)[1]["status"]) == (f"Resumed {page.pk} (en): {page.full_url}\n", "open")


def test_a_deadline_is_extended() -> None:
    page = factories.published(deadline=SOON)
    said = run("extend_urgent_action", page, reason="The trial goes on.", deadline=LATER)
    assert (said, public_answer(page)[1]["deadline"]) == (
        f"Extended {page.pk} (en): {page.full_url}\n",
        LATER.isoformat(),
    )


def test_an_update_is_begun() -> None:
    page = factories.published(ua_number="44/26", ordinal=1)
    said = run("issue_update", page)
    assert (said, UrgentActionPage.objects.filter(ordinal=2, live=False).count()) == (
        f"Made the draft that follows {page.pk} (en): {page.full_url}\n",
        1,
    )


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("resume_urgent_action", {"reason": "She was arrested again."}, "Would resume"),
        ("extend_urgent_action", {"reason": "The trial goes on.", "deadline": LATER}, "Would extend"),
        ("issue_update", {}, "Would make the draft that follows"),
    ],
)
def test_a_dry_run_says_what_it_would_do_and_does_nothing(name: str, options: Any, begins: str) -> None:
    open_one = {"ua_number": "44/26", "ordinal": 1, "deadline": SOON}
    page = stopped() if name == "resume_urgent_action" else factories.published(**open_one)
    with nothing_changes(page):
        reached, *effects = run(name, page, **options, dry_run=True).splitlines()
    assert (reached, bool(effects)) == (f"{begins} {page.pk} (en): {page.full_url}", True)


def test_a_refusal_is_told_and_changes_nothing() -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(CommandError, match=r"This case is not stopped\."):
        run("resume_urgent_action", page, reason="She was arrested again.")
