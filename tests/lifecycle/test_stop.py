"""A stop must not wait: what would refuse a publication does not refuse it."""

import pytest
import time_machine

from tests import factories
from urgent_actions.refusal import NotReadyToPublish
from urgent_actions.rules.status import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def now():
    with time_machine.travel(factories.NOW, tick=False):
        yield


def stop(page: factories.UrgentActionPage, reason: str = "Sample Person is free.") -> factories.UrgentActionPage:
    page.stopped_at = factories.NOW
    page.stop_reason = reason
    page.save_revision(clean=False).publish()
    return factories.fresh(page)


def test_a_stop_does_not_wait_for_an_official_who_has_left_the_directory() -> None:
    minister = factories.official()
    page = factories.published(targets=[("target", {"official": minister, "priority": 1})])
    minister.unpublish()
    assert stop(page).status_at(factories.NOW) is Status.STOPPED


def test_a_stop_does_not_wait_for_a_placeholder() -> None:
    page = factories.published()
    page.additional_information = [("paragraph", "<p>[TO BE FILLED IN]</p>")]
    assert stop(page).status_at(factories.NOW) is Status.STOPPED


def test_the_words_of_the_stop_itself_are_still_looked_at() -> None:
    page = factories.published()
    with pytest.raises(NotReadyToPublish, match="still to be filled in"):
        stop(page, "Released, says [NAME].")
    assert factories.fresh(page).status_at(factories.NOW) is Status.OPEN


def test_an_urgent_action_that_was_never_live_is_not_waved_through_by_a_stop() -> None:
    page = factories.incomplete_draft(countries=())
    with pytest.raises(NotReadyToPublish, match="No country is chosen"):
        stop(page)
    assert factories.fresh(page).live is False
