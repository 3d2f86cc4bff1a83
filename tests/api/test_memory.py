"""The memory of one process: what it keeps, what it drops, and how much it holds."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel

from tests import factories
from urgent_actions.api import memory as module
from urgent_actions.api.answers import Answer, answer
from urgent_actions.api.memory import Memory, Remembered
from urgent_actions.publishing.generation import advance
from urgent_actions.publishing.present import present

pytestmark = pytest.mark.django_db


@pytest.fixture
def memory() -> Memory:
    return Memory()


def made(text: str = "x", **more: Any) -> Answer:
    return answer(text, **{"mark": present(), **more})


def weight(kept: Answer) -> int:
    return 2048 + len(kept.body.plain) + len(kept.body.gzip) + len(kept.body.brotli)


def keep(memory: Memory, key: str, kept: Answer) -> None:
    memory.keep(key, Remembered(kept))


def recall(memory: Memory, key: str) -> Answer | None:
    found = memory.recall(key)
    return found and found.answer


def test_what_is_kept_is_recalled(memory: Memory) -> None:
    kept = made()
    keep(memory, "a", kept)
    assert (recall(memory, "a"), recall(memory, "b")) == (kept, None)


def test_what_was_made_in_another_state_is_forgotten(memory: Memory, django_assert_num_queries: Any) -> None:
    keep(memory, "a", made())
    advance()
    assert recall(memory, "a") is None
    with django_assert_num_queries(0):
        assert recall(memory, "a") is None


def test_what_is_over_is_forgotten(memory: Memory, time_machine: travel.TimeMachineFixture) -> None:
    keep(memory, "a", made(until=factories.NOW + timedelta(seconds=1)))
    assert recall(memory, "a") is not None
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert recall(memory, "a") is None


def test_what_is_over_while_the_database_is_waited_for_is_forgotten(
    memory: Memory, time_machine: travel.TimeMachineFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(memory, "a", made(until=factories.NOW + timedelta(seconds=1)))

    def slowly(database: Any = None) -> Any:
        time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
        return present(database)

    monkeypatch.setattr(module, "present", slowly)
    assert recall(memory, "a") is None


def test_what_has_no_mark_is_not_kept(memory: Memory) -> None:
    keep(memory, "a", made(mark=None))
    assert recall(memory, "a") is None


def test_what_is_too_large_is_not_kept(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 3)
    keep(memory, "a", made("1234"))
    keep(memory, "b", made("123"))
    assert (recall(memory, "a") is None, recall(memory, "b") is None) == (True, False)


def test_what_was_used_least_is_dropped_when_there_are_too_many(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ENTRIES", 2)
    for key in ("a", "b"):
        keep(memory, key, made(key))
    recall(memory, "a")
    keep(memory, "c", made("c"))
    assert [key for key in ("a", "b", "c") if recall(memory, key)] == ["a", "c"]


def test_what_was_used_least_is_dropped_when_they_are_too_heavy(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight(made("a")))
    for key in ("a", "b", "c"):
        keep(memory, key, made(key))
    assert [key for key in ("a", "b", "c") if recall(memory, key)] == ["b", "c"]


def test_what_is_kept_anew_weighs_once(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight(made("a")))
    for key in ("a", "b", "b", "b"):
        keep(memory, key, made(key))
    assert [key for key in ("a", "b") if recall(memory, key)] == ["a", "b"]


def test_what_was_forgotten_makes_room(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight(made("a")))
    for key in ("a", "b"):
        keep(memory, key, made(key))
    advance()
    for key in ("a", "b"):
        recall(memory, key)
    for key in ("c", "d"):
        keep(memory, key, made(key))
    assert [key for key in ("c", "d") if recall(memory, key)] == ["c", "d"]


def test_the_mark_in_an_answer_is_the_one_that_the_memory_asks_for(client: Any) -> None:
    page = factories.published()
    root = "/api/urgent-actions/v1/"
    for path in ("", f"{page.pk}/", f"{page.pk}/chain/", "facets/", "impact/", "changes/", "missions/?of=HN&in=US"):
        assert client.get(f"{root}{path}").answer.mark == present(), path
