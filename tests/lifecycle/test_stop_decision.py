"""The decision to stop a case, and the one to take that back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.models import Page, PageLogEntry

from cms.demo.roles import make_roles
from tests import factories
from tests.lifecycle.witness import nothing_changes, public_answer
from urgent_actions.lifecycle.refusal import DecisionRefused
from urgent_actions.lifecycle.stop import OutcomeOf, ResumeUrgentAction, StopUrgentAction
from urgent_actions.models import UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import Outcome

pytestmark = pytest.mark.django_db

NOTICED = "Her lawyer says that the letters were noticed."
FREE = {
    "Sample Person": OutcomeOf(
        outcome=Outcome.RELEASED, on=date(2026, 6, 14), source="her lawyer", contribution=NOTICED
    )
}


def stop(page: UrgentActionPage, *, reason: str = "Sample Person is free.", **said: Any) -> list[Any]:
    return StopUrgentAction(page, reason=reason, **{"outcomes": FREE, **said}).execute()


def resume(page: UrgentActionPage) -> list[Any]:
    return ResumeUrgentAction(factories.fresh(page), reason="She was arrested again.").execute()


def now(page: UrgentActionPage) -> Status:
    return factories.fresh(page).status_at(factories.NOW)


def in_spanish(page: UrgentActionPage, **fields: Any) -> UrgentActionPage:
    """Return a live Spanish version of ``page``."""
    return factories.translated(page, **fields)


def user(role: str) -> Any:
    make_roles(Page.get_first_root_node())
    found = get_user_model().objects.create_user(role.lower(), "somebody@example.org", "password")
    found.groups.add(Group.objects.get(name=role))
    return found


def test_a_stop_is_published_with_its_reason() -> None:
    page = factories.published()
    stop(page)
    answer = public_answer(page)[1]
    assert (answer["status"], answer["stopped"]["reason"]) == ("stopped", "Sample Person is free.")


def test_a_stop_brings_the_outcome_of_each_person() -> None:
    page = factories.published()
    stop(page)
    person = public_answer(page)[1]["persons"][0]
    assert (person["outcome"], person["outcome_on"], person["outcome_source"]) == (
        "released",
        "2026-06-14",
        "her lawyer",
    )


def test_a_stop_says_what_the_appeals_contributed() -> None:
    page = factories.published()
    stop(page)
    assert public_answer(page)[1]["persons"][0]["appeals_contribution"] == NOTICED


def test_a_stop_reaches_every_translation() -> None:
    page = factories.published()
    spanish = in_spanish(page)
    stop(page)
    assert (now(page), now(spanish)) == (Status.STOPPED, Status.STOPPED)


def test_a_stop_asked_for_in_a_translation_reaches_the_source() -> None:
    page = factories.published()
    stop(in_spanish(page))
    assert now(page) is Status.STOPPED


def test_a_stop_brings_the_outcomes_to_a_translation_that_writes_the_names_otherwise() -> None:
    page = factories.published()
    spanish = in_spanish(page, persons=[{"name": "Persona Ejemplar"}])
    stop(page)
    assert factories.fresh(spanish).persons.get().outcome == "released"


def test_a_stop_reaches_the_other_sections() -> None:
    page = factories.published(ua_number="44/26")
    other = factories.index_page_of(factories.section())
    theirs = factories.published(parent=other, ua_number="44/26")
    stop(page)
    assert now(theirs) is Status.STOPPED


def test_a_stop_asked_for_on_an_earlier_one_stops_the_newest() -> None:
    first = factories.superseded_action()
    stop(first)
    newest = UrgentActionPage.objects.get(ordinal=2)
    assert (now(first), now(newest)) == (Status.STOPPED, Status.STOPPED)


def test_a_draft_that_waits_behind_a_live_one_is_stopped_and_stays_a_draft() -> None:
    page = factories.published()
    page.title = "Words for later"
    page.save_revision()
    stop(factories.fresh(page))
    waiting = factories.fresh(page).get_latest_revision_as_object()
    assert (waiting.title, waiting.stop_reason, factories.fresh(page).title == waiting.title) == (
        "Words for later",
        "Sample Person is free.",
        False,
    )


def test_publishing_an_older_revision_does_not_undo_a_stop() -> None:
    page = factories.published()
    older = page.get_latest_revision()
    stop(page)
    older.publish()
    assert (now(page), factories.fresh(page).stop_reason) == (Status.STOPPED, "Sample Person is free.")


def test_a_stop_is_logged_with_its_reason_on_each_page() -> None:
    page = factories.published()
    spanish = in_spanish(page)
    stop(page)
    logged = PageLogEntry.objects.filter(action="urgent_actions.stop").order_by("page_id")
    assert [(entry.page_id, entry.data) for entry in logged] == [
        (each.pk, {"reason": "Sample Person is free."}) for each in (page, spanish)
    ]


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"reason": "  "}, "reason", "Say why: the reason is kept."),
        ({"outcomes": {}}, "outcomes", "What came of it for Sample Person? If nobody knows, say so."),
        (
            {"outcomes": {"Sample Person": OutcomeOf(outcome=Outcome.DIED, on=date(2026, 6, 16))}},
            "outcomes",
            "The outcome for Sample Person lies in the future.",
        ),
        (
            {"outcomes": {who: OutcomeOf(outcome=Outcome.RELEASED) for who in ("Sample Person", "Sampel Person")}},
            "outcomes",
            "“Sampel Person” is nobody of this case.",
        ),
    ],
    ids=["no reason", "no outcome", "an outcome of tomorrow", "an outcome of nobody"],
)
def test_a_stop_that_does_not_say_enough_is_refused(said: dict[str, Any], field: str, message: str) -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(DecisionRefused) as refused:
        stop(page, **said)
    assert (refused.value.field, str(refused.value)) == (field, message)


def test_a_stop_of_a_stopped_case_is_refused() -> None:
    page = factories.stopped_case()
    with nothing_changes(page), pytest.raises(DecisionRefused, match="stopped already"):
        stop(page)


def test_a_stop_of_a_draft_is_refused() -> None:
    page = factories.draft()
    with nothing_changes(page), pytest.raises(DecisionRefused, match="Nothing of this case is published"):
        stop(page)


def test_a_stop_that_would_name_somebody_known_by_initials_stops_no_language() -> None:
    page = factories.published()
    spanish = in_spanish(
        page,
        persons=[{"name": "Sample Person", "use_initials": True}],
        title="S. P. en peligro",
        slug="s-p",
        summary=[("paragraph", "<p>S. P.</p>")],
        sample_letter=[("paragraph", "S. P."), ("asks", {"introduction": "Pido", "asks": ["ayuda"]})],
    )
    with nothing_changes(page, spanish), pytest.raises(NotReadyToPublish):
        stop(page)


def test_somebody_without_the_right_to_publish_may_not_stop() -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(PermissionDenied):
        stop(page, user=user("Editors"))


def test_a_moderator_may_stop() -> None:
    page = factories.published()
    stop(page, user=user("Moderators"))
    assert now(page) is Status.STOPPED


def test_the_plan_names_the_pages_and_changes_nothing() -> None:
    page = factories.published()
    spanish = in_spanish(page)
    with nothing_changes(page, spanish):
        plan = StopUrgentAction(page, reason="Free.", outcomes=FREE).plan()
    assert [(each.page_id, each.language, each.url, each.status) for each in plan.reached] == [
        (page.pk, "en", page.full_url, "open"),
        (spanish.pk, "es", spanish.full_url, "open"),
    ]


def test_a_stop_is_taken_back_in_every_language() -> None:
    page = factories.published()
    spanish = in_spanish(page)
    stop(page)
    resume(page)
    assert (now(page), now(spanish)) == (Status.OPEN, Status.OPEN)


def test_a_stop_is_taken_back_with_a_reason_of_its_own() -> None:
    page = factories.published()
    stop(page)
    resume(page)
    entry = PageLogEntry.objects.get(action="urgent_actions.resume")
    assert (entry.page_id, entry.data) == (page.pk, {"reason": "She was arrested again."})


def test_a_stop_that_is_taken_back_after_the_deadline_asks_nobody_to_write() -> None:
    page = factories.stopped_case(deadline=factories.NOW.date() - timedelta(days=1))
    resume(page)
    assert now(page) is Status.EXPIRED


def test_what_is_not_stopped_cannot_be_taken_back() -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(DecisionRefused, match="is not stopped"):
        resume(page)
