"""What happens to the source happens to its versions, by whichever route."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from tests import factories
from tests.translation.situations import change, copied, is_public, told
from urgent_actions.models import CountryOnPage, PersonAtRisk, UrgentActionPage
from urgent_actions.models.swap import base_page_model
from urgent_actions.refusal import NotReadyToPublish

pytestmark = pytest.mark.django_db


def unpublish_as_bare_page(page: UrgentActionPage) -> None:
    bare = base_page_model().objects.get(pk=page.pk)
    bare.live = False
    bare.save()


def expire_on_schedule(page: UrgentActionPage) -> None:
    change(page, expire_at=timezone.now() + timedelta(seconds=1))
    UrgentActionPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")


TAKEN_AWAY: dict[str, Callable[[UrgentActionPage], Any]] = {
    "unpublished": lambda page: page.unpublish(),
    "saved as not live": lambda page: (setattr(page, "live", False), page.save()),
    "saved in part": lambda page: (setattr(page, "live", False), page.save(update_fields=["live"])),
    "unpublished as a bare page": unpublish_as_bare_page,
    "expired by the schedule": expire_on_schedule,
    "deleted": lambda page: page.delete(),
    "deleted with its index": lambda page: page.get_parent().delete(),
}


@pytest.mark.parametrize("how", TAKEN_AWAY)
def test_with_the_source_goes_the_version(how: str) -> None:
    source = factories.published()
    version = copied(source)
    TAKEN_AWAY[how](factories.fresh(source))
    assert (factories.fresh(version).live, is_public(version)) == (False, False)


def test_a_version_that_went_with_its_source_does_not_come_back_with_it() -> None:
    source = factories.published()
    version = copied(source)
    source.unpublish()
    change(source)
    assert (factories.fresh(source).live, factories.fresh(version).live) == (True, False)


def test_why_a_version_was_unpublished_is_logged() -> None:
    source = factories.published()
    version = copied(source)
    source.unpublish()
    entries = PageLogEntry.objects.filter(page=version.pk, action="urgent_actions.unpublished_with_source")
    assert [entry.data for entry in entries] == [{"reasons": []}]


def test_a_version_that_is_unpublished_leaves_its_source_alone() -> None:
    source = factories.published()
    copied(source).unpublish()
    assert factories.fresh(source).live


@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_restriction_of_the_source_hides_the_version(kind: str) -> None:
    source = factories.published()
    version = copied(source)
    source.view_restrictions.create(restriction_type=kind, password="open" if kind == "password" else "")
    assert list(version.view_restrictions.values_list("restriction_type", flat=True)) == [kind]
    assert not is_public(version)


def test_a_restriction_of_the_index_of_the_source_hides_the_version() -> None:
    source = factories.published()
    version = copied(source)
    source.get_parent().view_restrictions.create(restriction_type="login")
    assert not is_public(version)


def test_a_restriction_that_is_lifted_from_the_source_stays_on_the_version() -> None:
    source = factories.published()
    version = copied(source)
    source.view_restrictions.create(restriction_type="login").delete()
    assert version.view_restrictions.count() == 1


CHANGES = {
    "deadline": date(2027, 1, 31),
    "issued_on": date(2026, 6, 1),
    "index_number": "AMR 37/0001/2026",
    "post_suspended": True,
    "writer_safety_notice": True,
    "own_language_welcome": False,
    "previous_url": "https://example.org/before/",
    "expire_at": factories.NOW + timedelta(days=30),
    "stop_reason": "",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_fact_of_the_source_is_that_of_the_version_at_once(name: str) -> None:
    source = factories.published(languages=("en", "es"))
    version = copied(source)
    change(source, **{name: CHANGES[name]})
    assert getattr(factories.fresh(version), name) == CHANGES[name]


def test_a_stop_of_the_source_in_code_reaches_the_version() -> None:
    source = factories.published()
    version = copied(source)
    change(source, stopped_at=factories.NOW, stop_reason="Sample Person is free.")
    shown = told(version)
    assert (shown["status"], shown["sample_letter"], shown["stopped"]["reason"]) == (
        "stopped", None, "Sample Person is free.",
    )  # fmt: skip


def test_persons_and_countries_of_the_source_are_those_of_the_version() -> None:
    source = factories.published()
    version = copied(source)
    persons = [PersonAtRisk(name="Sample Person"), PersonAtRisk(name="Second Sample", pronouns="They/them")]
    change(source, persons=persons, country_items=[CountryOnPage(country="MX")])
    shown = told(version)
    assert [each["name"] for each in shown["persons"]] == ["Sample Person", "Second Sample"]
    assert [each["code"] for each in shown["countries"]] == ["MX"]


def test_a_person_of_a_version_keeps_the_id() -> None:
    source = factories.published()
    version = copied(source)
    before = version.persons.get().pk
    change(source, deadline=date(2027, 1, 31))
    assert factories.fresh(version).persons.get().pk == before


def test_who_is_known_by_initials_in_a_version_stays_so() -> None:
    source = factories.published()
    version = copied(source)
    PersonAtRisk.objects.filter(page=version).update(use_initials=True)
    change(source, deadline=date(2027, 1, 31))
    assert factories.fresh(version).persons.get().use_initials


def test_a_new_target_of_the_source_is_one_of_the_version() -> None:
    source = factories.published()
    version = copied(source)
    judge = factories.official(name="Sample Judge")
    targets = [*source.targets.get_prep_value(), {"type": "target", "value": {"official": judge.pk, "priority": 2}}]
    change(source, targets=source.targets.stream_block.to_python(targets))
    names = [each["value"]["name"] for each in told(version)["targets"]]
    assert names == ["Example Minister", "Sample Judge"]


def test_the_salutation_of_a_version_outlives_a_change_of_the_source() -> None:
    source = factories.published()
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    (target,) = factories.fresh(version).targets
    assert target.value["salutation"] == factories.SALUTATIONS["es"]


def test_an_old_revision_of_a_version_has_the_facts_of_today() -> None:
    source = factories.published()
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    version.latest_revision.publish()
    assert factories.fresh(version).deadline == date(2027, 1, 31)


def test_a_version_says_its_own_words() -> None:
    source = factories.published(title="Sample Person in danger")
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    assert factories.fresh(version).title == "Sample Person in danger (es)"


# --- embargo


def test_a_version_is_not_published_before_its_source() -> None:
    source = factories.draft()
    with pytest.raises(NotReadyToPublish, match="is not published"):
        copied(source)
    assert UrgentActionPage.objects.live().count() == 0


def test_a_version_of_a_restricted_source_goes_live_behind_the_restriction() -> None:
    source = factories.published()
    source.view_restrictions.create(restriction_type="login")
    version = copied(source)
    assert (version.live, is_public(version)) == (True, False)


def scheduled(page: UrgentActionPage, *, days: int) -> None:
    page.go_live_at = timezone.now() + timedelta(days=days)
    page.save_revision().publish()


def test_a_version_is_not_scheduled_before_its_source() -> None:
    source = factories.draft()
    version = factories.draft(
        parent=factories.index_page(language="es"), translation_key=source.translation_key, targets=[]
    )
    scheduled(source, days=2)
    with pytest.raises(NotReadyToPublish, match="never comes before it"):
        scheduled(version, days=1)
    assert factories.fresh(version).scheduled_revision is None


def test_an_alias_of_an_urgent_action_is_refused() -> None:
    source = factories.published()
    with pytest.raises(NotReadyToPublish, match="alias"):
        source.create_alias(parent=factories.index_page(slug="another"))
    assert Page.objects.filter(alias_of__isnull=False).count() == 0
