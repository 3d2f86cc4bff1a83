"""What a reader who keeps copies has to fetch again, and what to throw away."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine as travel
from wagtail.models import Site

from tests import factories
from tests.api.conftest import Change, Committed
from tests.api.v1.conftest import Ask
from urgent_actions.models import UrgentActionPage
from urgent_actions.publishing.generation import advance

pytestmark = pytest.mark.django_db

MIDNIGHT = "2026-06-16T00:00:00+00:00"


def told(answer: Any) -> list[tuple[int, str]]:
    return [(item["id"], item["kind"]) for item in answer["items"]]


def here(ask: Ask) -> str:
    """Return the cursor of somebody who knows everything."""
    answer = ask("changes/", limit=1000)
    assert answer["more"] is False
    return str(answer["next"])


def all_told(ask: Ask, since: str | None, *, limit: int) -> tuple[list[tuple[int, str]], str]:
    """Ask on until there is no more; return all that was told, and the last cursor."""
    found: list[tuple[int, str]] = []
    given = {"since": since} if since else {}
    for _ in range(50):
        answer = ask("changes/", limit=limit, **given)
        assert len(answer["items"]) <= limit
        found += told(answer)
        given = {"since": answer["next"]}
        if not answer["more"]:
            return found, answer["next"]
    raise AssertionError("There is always more.")


# From the beginning


def test_from_the_beginning_everything_that_is_public_is_told(ask: Ask) -> None:
    pages = [factories.published(), factories.stopped_case()]
    factories.draft()
    factories.published().unpublish()
    answer = ask("changes/")
    assert answer["items"] == [
        {"id": page.pk, "kind": "published", "locale": "en", "changed_at": "2026-06-15T12:00:00+00:00"}
        for page in pages
    ]
    assert answer["more"] is False


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_everything_is_told_once_however_short_the_answers_are(ask: Ask, limit: int) -> None:
    pages = [factories.published() for _ in range(3)]
    assert all_told(ask, None, limit=limit)[0] == [(page.pk, "published") for page in pages]


def test_what_happens_while_everything_is_being_told_is_told_afterwards(ask: Ask) -> None:
    first, second, third = (factories.published() for _ in range(3))
    answer = ask("changes/", limit=2)
    first.unpublish()
    late = factories.published()
    rest, last = all_told(ask, answer["next"], limit=2)
    assert rest == [(third.pk, "published"), (late.pk, "published")]
    assert all_told(ask, last, limit=2)[0] == [(first.pk, "withdrawn"), (late.pk, "published")]
    assert told(answer) == [(first.pk, "published"), (second.pk, "published")]


# What is done


def test_what_is_published_changed_and_withdrawn_is_told_in_the_order_in_which_it_was_done(
    ask: Ask, change: Change
) -> None:
    one, other = factories.published(), factories.published()
    since = here(ask)
    other.unpublish()
    new = factories.published()
    change([one], title="Another headline")
    assert told(ask("changes/", since=since)) == [(other.pk, "withdrawn"), (new.pk, "published"), (one.pk, "changed")]


def test_of_what_is_withdrawn_nothing_is_told(ask: Ask) -> None:
    page = factories.published()
    since = here(ask)
    page.unpublish()
    assert ask("changes/", since=since)["items"] == [{"id": page.pk, "kind": "withdrawn", "locale": "en"}]


def test_what_changes_with_another_one_is_told(ask: Ask) -> None:
    first = factories.published(ua_number="44/26")
    since = here(ask)
    second = factories.published(ua_number="44/26", ordinal=2)
    assert sorted(told(ask("changes/", since=since))) == [(first.pk, "changed"), (second.pk, "published")]


def test_a_stop_is_told(ask: Ask, change: Change) -> None:
    page = factories.published()
    since = here(ask)
    change([page], stopped_at=factories.NOW, stop_reason="She is safe.")
    assert told(ask("changes/", since=since)) == [(page.pk, "changed")]


def test_the_change_of_a_draft_is_not_told(ask: Ask) -> None:
    page = factories.published()
    since = here(ask)
    page.title = "Another headline"
    page.save_revision()
    factories.draft()
    assert told(ask("changes/", since=since)) == []


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_what_was_done_at_once_is_told_once_however_short_the_answers_are(ask: Ask, limit: int) -> None:
    pages = [factories.published(ua_number="44/26", ordinal=ordinal) for ordinal in range(1, 5)]
    since = here(ask)
    pages[-1].unpublish()
    found, last = all_told(ask, since, limit=limit)
    assert found == [*((page.pk, "changed") for page in pages[:3]), (pages[3].pk, "withdrawn")]
    assert told(ask("changes/", since=last)) == []


# What time does


def test_what_changed_by_itself_is_told(ask: Ask, time_machine: travel.TimeMachineFixture) -> None:
    page = factories.published(deadline=factories.NOW.date())
    since = here(ask)
    time_machine.move_to(datetime.fromisoformat(MIDNIGHT) - timedelta(microseconds=1), tick=False)
    assert told(ask("changes/", since=since)) == []
    time_machine.move_to(datetime.fromisoformat(MIDNIGHT), tick=False)
    answer = ask("changes/", since=since)
    assert answer["items"] == [{"id": page.pk, "kind": "changed", "locale": "en", "changed_at": MIDNIGHT}]
    assert told(ask("changes/", since=answer["next"])) == []


def test_what_is_gone_by_itself_is_withdrawn(ask: Ask, change: Change, time_machine: travel.TimeMachineFixture) -> None:
    page = factories.published()
    change([page], expire_at=datetime.fromisoformat(MIDNIGHT))
    since = here(ask)
    time_machine.move_to(datetime.fromisoformat(MIDNIGHT), tick=False)
    assert told(ask("changes/", since=since)) == [(page.pk, "withdrawn")]
    assert told(ask("changes/")) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_what_changed_at_the_same_moment_is_told_once_however_short_the_answers_are(
    ask: Ask, time_machine: travel.TimeMachineFixture, limit: int
) -> None:
    pages = [factories.published(deadline=factories.NOW.date()) for _ in range(3)]
    since = here(ask)
    new = factories.published()
    time_machine.move_to(datetime.fromisoformat(MIDNIGHT) + timedelta(hours=1), tick=False)
    found, last = all_told(ask, since, limit=limit)
    assert found == [(new.pk, "published"), *((page.pk, "changed") for page in pages)]
    assert told(ask("changes/", since=last)) == []


def test_a_clock_that_is_behind_takes_nothing_back(ask: Ask, time_machine: travel.TimeMachineFixture) -> None:
    factories.published(deadline=factories.NOW.date())
    time_machine.move_to(datetime.fromisoformat(MIDNIGHT) + timedelta(hours=1), tick=False)
    since = here(ask)
    time_machine.move_to(factories.NOW, tick=False)
    new = factories.published()
    answer = ask("changes/", since=since)
    assert told(answer) == [(new.pk, "published")]
    assert answer["next"].partition(".")[2] == since.partition(".")[2]


# Cursors


def test_where_nothing_happened_the_next_question_is_the_same(
    ask: Ask, time_machine: travel.TimeMachineFixture
) -> None:
    factories.published()
    since = here(ask)
    time_machine.move_to(factories.NOW + timedelta(hours=1), tick=False)
    advance()
    assert ask("changes/", since=since) == {"items": [], "next": since, "more": False}


def test_a_cursor_of_a_state_that_is_no_more_is_gone(ask: Ask) -> None:
    factories.published()
    generation, _, moment = here(ask).partition(".")
    answer = ask("changes/", expect=410, since=f"{int(generation) + 1}.{moment}")
    assert (answer["detail"], answer["parameter"]) == ("This cursor is of a state that is no more.", "since")


@pytest.mark.parametrize("since", ["", "yesterday", "1", "1.2.3.4", "-1.0", "0.253402214400000001"])
def test_what_is_no_cursor_is_refused(ask: Ask, since: str) -> None:
    assert ask("changes/", expect=400, since=since)["parameter"] == "since"


def test_a_section_is_told_of_its_own(ask: Ask, settings: Any) -> None:
    page = factories.published()
    factories.section(hostname="section.example.org")
    assert told(ask("changes/", site="section.example.org")) == []
    assert told(ask("changes/", site="localhost")) == [(page.pk, "published")]


def test_what_moves_to_another_section_is_withdrawn_from_this_one(ask: Ask, committed: Committed) -> None:
    page = factories.published()
    since = here(ask)
    index = factories.UrgentActionIndexPage(title="Urgent actions", slug="urgent-actions")
    factories.section(hostname="section.example.org").root_page.add_child(instance=index)
    with committed():
        factories.fresh(page).move(index, pos="last-child")
    assert told(ask("changes/", since=since)) == [(page.pk, "withdrawn")]
    assert ask(f"{page.pk}/", expect=410)["status"] == 410


def test_what_becomes_another_sections_where_it_is_is_told_to_both(ask: Ask, committed: Committed) -> None:
    page = factories.published()
    since = here(ask)
    with committed():
        Site.objects.create(hostname="section.example.org", root_page=factories.fresh(page).get_parent())
    assert told(ask("changes/", since=since, site="localhost")) == [(page.pk, "withdrawn")]
    assert told(ask("changes/", since=since, site="section.example.org")) == [(page.pk, "published")]


def test_a_copy_that_follows_the_changes_is_what_is_public(
    ask: Ask, change: Change, time_machine: travel.TimeMachineFixture
) -> None:
    copy: dict[int, str] = {}
    since: str | None = None
    pages: list[UrgentActionPage] = []

    def deeds() -> list[Any]:
        return [
            lambda: pages.append(factories.published(ua_number="44/26", deadline=factories.NOW.date())),
            lambda: pages.append(factories.published(ua_number="44/26", ordinal=2)),
            lambda: time_machine.move_to(factories.NOW + timedelta(days=2), tick=False),
            lambda: change([factories.fresh(pages[1])], stopped_at=factories.NOW, stop_reason="She is safe."),
            lambda: factories.fresh(pages[1]).unpublish(),
            lambda: change([factories.fresh(pages[0])], expire_at=factories.NOW + timedelta(days=3)),
            lambda: time_machine.move_to(factories.NOW + timedelta(days=4), tick=False),
        ]

    for deed in deeds():
        deed()
        found, since = all_told(ask, since, limit=1)
        for id, kind in found:
            if kind == "withdrawn":
                copy.pop(id, None)
            else:
                copy[id] = ask(f"{id}/")["status"]
        assert copy == {item["id"]: item["status"] for item in ask()["items"]}
