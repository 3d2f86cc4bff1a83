"""Nothing goes live that is not ready: by code, and by the schedule. The other routes stand in the files beside."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import PageLogEntry, Revision

from tests import factories
from tests.lifecycle.witness import is_public, nothing_changes
from urgent_actions.models import UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish
from urgent_actions.rules.readiness import MISSING

pytestmark = pytest.mark.django_db

LACKS = [MISSING["deadline"], MISSING["letter"], MISSING["asks"]]
"""What an incomplete draft of the factories lacks, in sentences."""
SOON = factories.NOW + timedelta(hours=1)
LATER = factories.NOW + timedelta(hours=2)


def incomplete(**fields: Any) -> UrgentActionPage:
    return factories.incomplete_draft(**fields)


# Code


def test_saving_an_incomplete_page_as_live_is_refused() -> None:
    page = incomplete()
    page.live = True
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.save()
    assert refusal.value.messages == LACKS


def test_saving_without_validation_is_refused_all_the_same() -> None:
    page = incomplete()
    page.live = True
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.save(clean=False)
    assert refusal.value.messages == LACKS


def test_saving_the_live_column_alone_is_refused() -> None:
    page = incomplete()
    page.live = True
    with nothing_changes(page), pytest.raises(NotReadyToPublish):
        page.save(update_fields=["live"])


def test_publishing_an_incomplete_revision_is_refused() -> None:
    page = incomplete()
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.get_latest_revision().publish()
    assert refusal.value.messages == LACKS


def test_adding_an_incomplete_page_as_live_is_refused() -> None:
    parent = factories.index_page()
    page = UrgentActionPage(title="Live at once", slug="live", locale=parent.locale, ua_number="1/26", ordinal=1)
    with nothing_changes(), pytest.raises(NotReadyToPublish) as refusal:
        parent.add_child(instance=page)
    assert MISSING["countries"] in refusal.value.messages


def test_adding_a_complete_page_as_live_publishes_it() -> None:
    template = factories.draft()
    page = template.copy(update_attrs={"slug": "another", "ua_number": "2/26"}, keep_live=False)
    page.live = True
    page.save()
    assert is_public(page)


def test_publishing_a_complete_revision_publishes_it() -> None:
    page = factories.draft()
    page.get_latest_revision().publish()
    assert is_public(page)


def test_an_incomplete_page_is_saved_as_a_draft() -> None:
    page = incomplete(title="Who, what?")
    page.save()
    assert factories.fresh(page).live is False


@pytest.mark.parametrize("field", ["ua_number", "ordinal"])
def test_a_refusal_names_the_field_that_django_would_call_blank(field: str) -> None:
    page = factories.draft(**{field: "" if field == "ua_number" else None})
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.get_latest_revision().publish()
    assert refusal.value.messages == [MISSING[field]]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("ua_number", "1000/26", "“1000/26” has the serial 1000: the serial of a UA number is 1 to 999."),
        (
            "index_number",
            "nonsense",
            "“nonsense” is no index number: write area, country, serial and year, like ASA 17/5628/2022.",
        ),
    ],
)
@pytest.mark.parametrize("clean", [True, False], ids=["validated", "not validated"])
def test_an_impossible_reference_set_by_code_is_refused_by_name(
    field: str, value: str, message: str, clean: bool
) -> None:
    page = factories.draft()
    setattr(page, field, value)
    page.live = True
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.save(clean=clean)
    assert refusal.value.messages == [message]


def test_other_mistakes_of_a_complete_page_stay_what_django_calls_them() -> None:
    page = factories.draft(previous_url="no address")
    with nothing_changes(page), pytest.raises(ValidationError) as refusal:
        page.get_latest_revision().publish()
    assert refusal.value.message_dict == {"previous_url": ["Enter a valid URL."]}


def test_a_live_page_keeps_what_it_says_when_an_incomplete_edit_is_refused() -> None:
    page = factories.published()
    page.deadline = None
    revision = page.save_revision(clean=False)
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        revision.publish()
    assert refusal.value.messages == [MISSING["deadline"]]


def test_a_live_page_whose_target_left_the_directory_can_still_be_unpublished() -> None:
    page = factories.published()
    page.targets[0].value["official"].unpublish()
    factories.fresh(page).unpublish()
    assert not is_public(page)


def test_a_live_page_whose_target_left_the_directory_can_still_be_locked() -> None:
    page = factories.published()
    page.targets[0].value["official"].unpublish()
    stored = factories.fresh(page)
    stored.locked = True
    stored.save(update_fields=["locked"])
    assert factories.fresh(page).locked is True


def test_fixtures_are_loaded_as_they_are() -> None:
    page = factories.published()
    UrgentActionPage.objects.filter(pk=page.pk).update(deadline=None)
    # As loaddata does it.
    factories.fresh(page).save_base(raw=True)
    assert factories.fresh(page).deadline is None


# Schedule


def scheduled(page: UrgentActionPage) -> Revision:
    page.go_live_at = SOON
    revision = page.save_revision(clean=False)
    revision.publish()
    revision.refresh_from_db()
    return revision


def publish_what_is_due() -> None:
    with time_machine.travel(LATER, tick=False):
        call_command("publish_scheduled")


def test_a_complete_page_can_be_scheduled() -> None:
    assert scheduled(factories.draft()).approved_go_live_at == SOON


def test_a_scheduled_page_is_not_public_before_its_time() -> None:
    page = factories.draft()
    scheduled(page)
    assert not is_public(page)


def test_scheduling_an_incomplete_page_is_refused() -> None:
    page = incomplete()
    page.go_live_at = SOON
    revision = page.save_revision(clean=False)
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        revision.publish()
    assert refusal.value.messages == LACKS


def test_a_page_that_was_refused_is_not_on_the_schedule() -> None:
    page = incomplete()
    page.go_live_at = SOON
    with pytest.raises(NotReadyToPublish):
        page.save_revision(clean=False).publish()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_scheduling_an_incomplete_edit_of_a_live_page_is_refused() -> None:
    page = factories.published()
    page.deadline = None
    page.go_live_at = SOON
    revision = page.save_revision(clean=False)
    with nothing_changes(page), pytest.raises(NotReadyToPublish):
        revision.publish()


def became_unready(page: UrgentActionPage) -> Revision:
    """Schedule ``page``; after that its target leaves the directory. Return the revision on the schedule."""
    revision = scheduled(page)
    page.targets[0].value["official"].unpublish()
    return revision


def test_a_ready_page_goes_live_when_it_is_due_though_another_is_refused() -> None:
    became_unready(factories.draft(title="Comes first, and is not ready"))
    ready = factories.draft()
    scheduled(ready)
    publish_what_is_due()
    assert is_public(ready)


def test_a_page_that_became_unready_does_not_go_live_when_it_is_due() -> None:
    page = factories.draft()
    became_unready(page)
    with nothing_changes(page):
        publish_what_is_due()


def test_a_refused_page_is_taken_off_the_schedule() -> None:
    revision = became_unready(factories.draft())
    publish_what_is_due()
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_the_audit_log_says_why_a_scheduled_page_was_refused() -> None:
    page = factories.draft()
    revision = became_unready(page)
    publish_what_is_due()
    entry = PageLogEntry.objects.get(action="urgent_actions.publication_refused")
    assert (entry.page_id, entry.revision_id, entry.data) == (
        page.pk,
        revision.pk,
        {"reasons": ["Target Example Minister is not published in the directory of officials. Publish it there."]},
    )


def test_the_audit_log_speaks_the_fields_words() -> None:
    became_unready(factories.draft())
    publish_what_is_due()
    entry = PageLogEntry.objects.get(action="urgent_actions.publication_refused")
    assert str(entry.message) == (
        "Scheduled publication of the urgent action refused: "
        "Target Example Minister is not published in the directory of officials. Publish it there."
    )


def test_a_scheduled_page_with_another_mistake_does_not_keep_the_others_from_going_live() -> None:
    broken, ready = factories.draft(), factories.draft()
    revision = scheduled(broken)
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "previous_url": "no address"})
    scheduled(ready)
    publish_what_is_due()
    assert (is_public(broken), is_public(ready)) == (False, True)


def test_two_scheduled_twins_do_not_both_go_live() -> None:
    first, second = factories.draft(ua_number="5/26"), factories.draft(ua_number="5/26")
    scheduled(first)
    scheduled(second)
    publish_what_is_due()
    assert (is_public(first), is_public(second)) == (True, False)
