"""The decision to issue an update: drafts of the next urgent action in all languages."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from tests import factories
from tests.lifecycle.test_stop_decision import in_spanish, now, user
from tests.lifecycle.witness import nothing_changes
from urgent_actions.lifecycle.issue_update import IssueUpdate
from urgent_actions.lifecycle.refusal import DecisionRefused
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.status import Status

pytestmark = pytest.mark.django_db


def issue_update(page: UrgentActionPage, **who: Any) -> list[Any]:
    decision = IssueUpdate(page, **who)
    decision.execute()
    return [factories.fresh(draft) for draft in decision.drafts]


def test_a_draft_of_the_next_ordinal_is_made_beside_the_page() -> None:
    page = factories.published(ua_number="44/26", slug="sample-person")
    (draft,) = issue_update(page)
    assert (draft.ua_number, draft.ordinal, draft.live, draft.slug, draft.get_parent().pk) == (
        "44/26",
        2,
        False,
        "sample-person-2",
        page.get_parent().pk,
    )


def test_persons_targets_and_background_are_carried_over() -> None:
    page = factories.published()
    (draft,) = issue_update(page)
    earlier, next_one = page.as_urgent_action(), draft.as_urgent_action()
    assert [person.name for person in next_one.persons] == ["Sample Person"]
    assert (next_one.targets, next_one.countries, next_one.preferred_languages, next_one.additional_information) == (
        earlier.targets,
        earlier.countries,
        earlier.preferred_languages,
        earlier.additional_information,
    )


def test_summary_letter_deadline_and_dates_are_left_to_be_written() -> None:
    page = factories.published(issued_on=date(2026, 5, 1), index_number="AMR 37/0001/2026")
    (draft,) = issue_update(page)
    assert (len(draft.summary), len(draft.sample_letter)) == (0, 0)
    assert (draft.deadline, draft.issued_on, draft.index_number) == (None, None, "")


def test_the_drafts_of_all_languages_belong_together_and_not_to_the_present_ones() -> None:
    page = factories.published()
    in_spanish(page)
    english, spanish = issue_update(page)
    assert (english.locale.language_code, spanish.locale.language_code) == ("en", "es")
    assert english.translation_key == spanish.translation_key != page.translation_key


def test_the_present_one_stays_open_until_the_next_is_published() -> None:
    page = factories.published()
    (draft,) = issue_update(page)
    before = now(page)
    draft.deadline = date(2026, 12, 31)
    draft.summary = [("paragraph", "<p>Sample Person was charged.</p>")]
    draft.sample_letter = page.sample_letter
    draft.save_revision().publish()
    assert (before, now(page), now(draft)) == (Status.OPEN, Status.SUPERSEDED, Status.OPEN)


def test_an_update_of_a_stopped_case_is_not_stopped_itself() -> None:
    (draft,) = issue_update(factories.stopped_case())
    assert (draft.stopped_at, draft.stop_reason) == (None, "")


def test_an_update_asked_for_on_an_earlier_one_follows_the_newest() -> None:
    (draft,) = issue_update(factories.superseded_action())
    assert draft.ordinal == 3


def test_a_second_update_is_refused_while_the_first_is_a_draft() -> None:
    page = factories.published(title="Sample Person in danger")
    issue_update(page)
    with nothing_changes(page), pytest.raises(DecisionRefused) as refused:
        issue_update(page)
    assert str(refused.value) == "The next one exists already as a draft: “Sample Person in danger”."


def test_an_editor_who_may_not_publish_may_begin_an_update() -> None:
    (draft,) = issue_update(factories.published(), user=user("Editors"))
    assert draft.owner.username == "editors"


def test_somebody_who_may_add_nothing_there_may_not() -> None:
    page = factories.published()
    stranger = user("Editors")
    stranger.groups.clear()
    with nothing_changes(page), pytest.raises(PermissionDenied):
        issue_update(page, user=stranger)


def test_an_update_is_logged_at_the_present_page_with_its_draft() -> None:
    page = factories.published()
    (draft,) = issue_update(page)
    entry = PageLogEntry.objects.get(action="urgent_actions.issue_update")
    assert (entry.page_id, entry.data) == (page.pk, {"draft": draft.pk})
