"""A change elsewhere reaches what is published when it is committed; what is closed keeps its record."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks import default_task_backend

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.read import emails, read
from urgent_actions.models import Change, Generation, Official
from urgent_actions.publishing.later import reflect_all, reflect_rest
from urgent_actions.publishing.reflect import reflect
from urgent_actions.publishing.verify import differences, everything

pytestmark = pytest.mark.django_db


def correct(official: Official, value: str) -> None:
    contact = official.contacts.get()
    contact.value = value
    contact.save()


def addressed_to(official: Official, **fields: Any) -> Any:
    return factories.published(targets=[("target", {"official": official, "priority": 1})], **fields)


def in_spanish() -> list[Any]:
    return [("target", {"official": factories.official(salutations={"es": "Señora Ministra:"}), "priority": 1})]


def test_a_corrected_contact_reaches_an_open_one(committed: Committed) -> None:
    minister = factories.official()
    page = addressed_to(minister)
    with committed():
        correct(minister, "new@example.org")
    assert emails(page) == ["new@example.org"]


def test_a_closed_one_keeps_the_contact_with_which_it_closed(committed: Committed) -> None:
    minister = factories.official()
    page = addressed_to(minister, deadline=factories.NOW.date())
    with time_machine.travel(factories.NOW + timedelta(days=2), tick=False), committed():
        correct(minister, "new@example.org")
    assert emails(page, moment=factories.NOW + timedelta(days=2)) == ["minister@example.org"]


def test_one_that_will_be_open_again_gets_the_corrected_contact(committed: Committed) -> None:
    minister = factories.official()
    page = addressed_to(minister, ua_number="44/26")
    gone = factories.NOW + timedelta(days=1)
    factories.published(ua_number="44/26", ordinal=2, expire_at=gone)
    with committed():
        correct(minister, "new@example.org")
    assert emails(page, moment=gone) == ["new@example.org"]


def test_one_that_is_reopened_gets_the_contact_that_was_corrected_while_it_was_closed(committed: Committed) -> None:
    minister = factories.official()
    page = addressed_to(minister, ua_number="44/26")
    newer = factories.published(ua_number="44/26", ordinal=2)
    with committed():
        correct(minister, "new@example.org")
    assert emails(page) == ["minister@example.org"]
    newer.unpublish()
    assert emails(page) == ["new@example.org"]


def test_whoever_leaves_the_directory_leaves_a_closed_one_too(committed: Committed) -> None:
    minister = factories.official()
    page = addressed_to(minister, deadline=factories.NOW.date() - timedelta(days=1))
    with committed():
        minister.unpublish()
    detail = read(page)
    assert detail is not None
    assert detail["targets"] == []


def test_a_mission_reaches_the_copies_of_its_section(committed: Committed) -> None:
    factories.section_settings(country="US")
    page = factories.published(
        targets=[
            ("target", {"official": factories.official(), "priority": 1}),
            ("copy_to_missions", {"country": "HN", "note": ""}),
        ]
    )
    with committed():
        factories.mission(of="HN", in_country="US", name="New Embassy")
    detail = read(page)
    assert detail is not None
    assert detail["targets"][1]["value"]["mission"]["name"] == "New Embassy"


def test_a_new_host_reaches_all_addresses_of_the_section(committed: Committed) -> None:
    page = factories.published(slug="here")
    site = page.get_site()
    site.hostname = "new.example.org"
    with committed():
        site.save()
    detail = read(page)
    assert detail is not None
    assert detail["url"] == "http://new.example.org/en/urgent-actions/here/"


def test_another_time_zone_moves_the_deadline(committed: Committed) -> None:
    page = factories.published(deadline=factories.NOW.date())
    with committed():
        factories.section_settings(time_zone="Pacific/Kiritimati")
    detail = read(page)
    assert detail is not None
    assert detail["status"] == "expired"


def test_a_translation_that_goes_live_is_named_by_the_source() -> None:
    page = factories.published()
    spanish = factories.translated(page)
    detail = read(page)
    assert detail is not None
    assert [each["id"] for each in detail["translations"]] == [spanish.pk]


def test_what_is_right_already_is_not_written_again() -> None:
    page = factories.published()
    before = (Generation.objects.get().as_mark(), Change.objects.values().get())
    with CaptureQueriesContext(connection) as queries:
        found = reflect({page.pk}, moment=factories.NOW, keep_records=True)
    assert (found.published, found.changed, found.withdrawn) == (set(), set(), set())
    assert [query["sql"][:6] for query in queries if query["sql"][:6] in ("INSERT", "UPDATE", "DELETE")] == []
    assert (Generation.objects.get().as_mark(), Change.objects.values().get()) == before


def test_many_pages_are_reflected_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urgent_actions.publishing.later.BATCH", 2)
    pages = [factories.published() for _ in range(3)]
    told: list[int] = []
    reflect_all({page.pk for page in pages}, told=told.append)
    assert told == [2, 3]


def corrected_on_two(committed: Committed) -> list[list[str]]:
    """Correct a contact that two show; return what each shows then."""
    minister = factories.official()
    pages = [addressed_to(minister), addressed_to(minister)]
    with committed():
        correct(minister, "new@example.org")
    return [emails(page) for page in pages]


def test_without_a_queue_all_are_reflected_at_once(monkeypatch: pytest.MonkeyPatch, committed: Committed) -> None:
    monkeypatch.setattr("urgent_actions.publishing.later.MOST_AT_ONCE", 1)
    assert corrected_on_two(committed) == [["new@example.org"], ["new@example.org"]]


def test_with_a_queue_what_is_too_many_to_wait_for_is_a_workers(
    monkeypatch: pytest.MonkeyPatch, settings: Any, committed: Committed
) -> None:
    monkeypatch.setattr("urgent_actions.publishing.later.MOST_AT_ONCE", 1)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    default_task_backend.clear()
    assert corrected_on_two(committed) == [["minister@example.org"], ["new@example.org"]]
    (waiting,) = [each for each in default_task_backend.results if each.task.func is reflect_rest.func]
    reflect_rest.func(*waiting.args)
    assert list(differences(everything(moment=factories.NOW), moment=factories.NOW)) == []


def test_a_draft_on_top_of_a_live_page_changes_nothing() -> None:
    page = factories.published()
    before = Generation.objects.get().as_mark()
    page.title = "Another title"
    page.save_revision()
    assert Generation.objects.get().as_mark() == before
