"""A random walk of everything that editors, administrators and time do to what is public."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import wraps
from typing import Any

import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import TestCase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction, Site

from tests import factories
from urgent_actions.models import (
    Concern,
    ConcernOnPage,
    Mission,
    Official,
    SectionSettings,
    UrgentActionIndexPage,
    UrgentActionPage,
)
from urgent_actions.publishing.verify import differences, everything

NUMBERS = st.sampled_from(["44/26", "45/26"])
ORDINALS = st.integers(min_value=1, max_value=3)
WHICH = st.integers(min_value=0, max_value=30)
DAYS = st.integers(min_value=-3, max_value=12)


def step(deed: Callable[..., None]) -> Callable[..., None]:
    """Do a deed as one request does it: at its moment, in one transaction, refused as a whole or committed."""

    @wraps(deed)
    def done(walk: "Walk", **chosen: Any) -> None:
        # The gate refuses what is not ready, the database two versions in one language. The invariant tells then that
        # nothing has changed.
        with (
            time_machine.travel(walk.now, tick=False),
            TestCase.captureOnCommitCallbacks(execute=True),
            suppress(ValidationError, IntegrityError),
            transaction.atomic(),
        ):
            deed(walk, **chosen)
        walk.now += timedelta(minutes=1)

    return done


class Walk(RuleBasedStateMachine):
    """Some steps through the life of two cases in two sections and two languages."""

    def __init__(self) -> None:
        super().__init__()
        self.now = factories.NOW
        self._transaction = transaction.atomic()
        self._transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)
        # Roots of sites and renditions of images that are no more.
        cache.clear()

    @initialize()
    @step
    def two_sections(self) -> None:
        factories.section_settings(country="US")
        english, spanish = factories.index_page(), factories.index_page(language="es")
        other = factories.section(time_zone="Asia/Tokyo")
        self.indexes = [english, spanish, UrgentActionIndexPage(title="Elsewhere", slug="elsewhere")]
        other.root_page.add_child(instance=self.indexes[2])
        words = {"en": "Dear Minister,", "es": "Señora Ministra:"}
        self.officials = [
            factories.official(salutations=words),
            factories.official(name="Second Official", salutations=words),
        ]
        self.mission = factories.mission(of="HN", in_country="US")
        self.images = [get_image_model().objects.create(title="Sample", file=get_test_image_file())]
        self.concern = factories.concern()
        first = self.publish(0, ordinal=1)
        self.publish(0, ordinal=2, linked=first)
        self.publish(1, ordinal=1, linked=first, translation_key=first.translation_key)
        self.publish(0, ordinal=1, linked=first, ua_number="45/26")

    def publish(self, index: int, *, linked: UrgentActionPage | None = None, **fields: Any) -> UrgentActionPage:
        link = f'<a linktype="page" id="{linked.pk}">Another</a>' if linked else "Nobody"
        page = factories.draft(
            **{
                "parent": UrgentActionIndexPage.objects.get(pk=self.indexes[index % 3].pk),
                "ua_number": "44/26",
                "deadline": (self.now + timedelta(days=9)).date(),
                "image": get_image_model().objects.first(),
                "targets": [
                    ("target", {"official": self.officials[index % 2], "priority": 1}),
                    ("copy_to_missions", {"country": "HN", "note": ""}),
                ],
                "additional_information": [("paragraph", f"<p>{link}</p>")],
                **fields,
            }
        )
        page.concern_items = [ConcernOnPage(concern=self.concern)]
        page.save_revision(clean=False).publish()
        return page

    def page(self, which: int) -> UrgentActionPage | None:
        pages = list(UrgentActionPage.objects.order_by("pk"))
        return pages[which % len(pages)] if pages else None

    # Pages

    @rule(index=WHICH, number=NUMBERS, ordinal=ORDINALS, days=DAYS, linked=WHICH)
    @step
    def publish_a_new_one(self, *, index: int, number: str, ordinal: int, days: int, linked: int) -> None:
        deadline = (self.now + timedelta(days=days)).date()
        self.publish(index, linked=self.page(linked), ua_number=number, ordinal=ordinal, deadline=deadline)

    @rule(index=WHICH, of=WHICH)
    @step
    def publish_a_translation(self, *, index: int, of: int) -> None:
        if page := self.page(of):
            self.publish(
                index,
                linked=page,
                translation_key=page.translation_key,
                ua_number=page.ua_number,
                ordinal=page.ordinal,
                deadline=page.deadline,
            )

    @rule(which=WHICH, number=NUMBERS, ordinal=ORDINALS, days=DAYS, publish=st.booleans())
    @step
    def edit(self, *, which: int, number: str, ordinal: int, days: int, publish: bool) -> None:
        if page := self.page(which):
            page.ua_number, page.ordinal = number, ordinal
            page.title, page.slug = f"{page.title[:30]} again", f"edited-{self.now:%d%H%M%S}"
            page.deadline = (self.now + timedelta(days=days)).date()
            revision = page.save_revision(clean=False)
            if publish:
                revision.publish()

    @rule(which=WHICH)
    @step
    def republish(self, which: int) -> None:
        if page := self.page(which):
            page.save_revision(clean=False).publish()

    @rule(which=WHICH, days=DAYS)
    @step
    def stop(self, which: int, days: int) -> None:
        if page := self.page(which):
            page.stopped_at, page.stop_reason = self.now + timedelta(days=days), "Safe."
            page.save_revision(clean=False).publish()

    @rule(which=WHICH, days=st.integers(min_value=1, max_value=9))
    @step
    def let_expire(self, which: int, days: int) -> None:
        if page := self.page(which):
            page.expire_at = self.now + timedelta(days=days)
            page.save_revision(clean=False).publish()

    @rule(which=WHICH, days=st.integers(min_value=1, max_value=9))
    @step
    def schedule(self, which: int, days: int) -> None:
        if page := self.page(which):
            page.go_live_at = self.now + timedelta(days=days)
            page.save_revision(clean=False).publish()

    @rule(which=WHICH)
    @step
    def unpublish(self, which: int) -> None:
        if page := self.page(which):
            page.unpublish()

    @rule(which=WHICH)
    @step
    def unpublish_without_saying_what_it_is(self, which: int) -> None:
        if page := self.page(which):
            page.page_ptr.unpublish()

    @rule(which=WHICH)
    @step
    def delete(self, which: int) -> None:
        if page := self.page(which):
            page.delete()

    @rule(which=WHICH, index=WHICH)
    @step
    def move(self, which: int, index: int) -> None:
        if page := self.page(which):
            page.move(UrgentActionIndexPage.objects.get(pk=self.indexes[index % 3].pk), pos="last-child")

    @rule(which=WHICH, on=st.booleans())
    @step
    def restrict(self, which: int, on: bool) -> None:
        restricted = self.page(which) if on else UrgentActionIndexPage.objects.get(pk=self.indexes[which % 3].pk)
        if restricted and not restricted.view_restrictions.exists():
            PageViewRestriction.objects.create(page=restricted, restriction_type="login")

    @rule()
    @step
    def open_again(self) -> None:
        if restriction := PageViewRestriction.objects.first():
            restriction.delete()

    @rule(index=WHICH)
    @step
    def give_an_index_another_address(self, index: int) -> None:
        page = UrgentActionIndexPage.objects.get(pk=self.indexes[index % 3].pk)
        page.slug = f"index-{self.now:%d%H%M%S}"
        page.save_revision().publish()

    # Elsewhere

    @rule(which=st.integers(0, 1), email=st.sampled_from(["one@example.org", "two@example.org"]))
    @step
    def correct_a_contact(self, which: int, email: str) -> None:
        official = Official.objects.get(pk=self.officials[which].pk)
        contact = official.contacts.first()
        contact.value = email
        contact.save()

    @rule(which=st.integers(0, 1))
    @step
    def take_an_official_out_or_back(self, which: int) -> None:
        official = Official.objects.get(pk=self.officials[which].pk)
        if official.live:
            official.unpublish()
        else:
            official.save_revision().publish()

    @rule(head=st.sampled_from(["First Ambassador", "Second Ambassador"]), live=st.booleans())
    @step
    def change_the_mission(self, head: str, live: bool) -> None:
        mission = Mission.objects.get(pk=self.mission.pk)
        mission.head_of_mission, mission.live = head, live
        mission.save()

    @rule(slug=st.sampled_from(["threats", "menaces"]))
    @step
    def rename_the_concern(self, slug: str) -> None:
        concern = Concern.objects.get(pk=self.concern.pk)
        concern.slug = slug
        concern.save()

    @rule(described=st.booleans())
    @step
    def describe_or_delete_the_image(self, described: bool) -> None:
        image = get_image_model().objects.first()
        if image and described:
            image.description = f"A picture at {self.now:%H:%M}"
            image.save()
        elif image:
            image.delete()

    @rule(
        zone=st.sampled_from(["UTC", "Pacific/Auckland", "America/New_York"]), country=st.sampled_from(["US", "FR", ""])
    )
    @step
    def set_the_section(self, zone: str, country: str) -> None:
        settings = SectionSettings.objects.get(site__is_default_site=True)
        settings.time_zone, settings.country = zone, country
        settings.report_url = f"https://example.org/{self.now:%H%M}/"
        settings.save()

    @rule(host=st.sampled_from(["one.example.org", "two.example.org"]))
    @step
    def give_the_site_another_host(self, host: str) -> None:
        site = Site.objects.get(is_default_site=True)
        site.hostname = host
        site.save()

    # Time

    @rule(hours=st.integers(min_value=1, max_value=24 * 6))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    @step
    def the_job_runs(self) -> None:
        call_command("publish_scheduled")

    @invariant()
    def what_is_published_is_what_would_be_built(self) -> None:
        with time_machine.travel(self.now, tick=False):
            assert [str(wrong) for wrong in differences(everything(moment=self.now), moment=self.now)] == []
