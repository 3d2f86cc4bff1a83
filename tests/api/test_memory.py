"""The memory of one process: what it keeps, what it drops, and how much it holds."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel

from tests import factories
from urgent_actions.api import memory as module
from urgent_actions.api.answers import Answer, answer
from urgent_actions.api.memory import Memory
from urgent_actions.publishing.generation import advance, present

pytestmark = pytest.mark.django_db


@pytest.fixture
def memory() -> Memory:
    return Memory()


def made(text: str = "x", **more: Any) -> Answer:
    return answer(text, **{"mark": present(), **more})


def weight(key: str, kept: Answer) -> int:
    return len(key) + len(kept.body.plain) + len(kept.body.gzip) + len(kept.body.brotli)


def test_what_is_kept_is_recalled(memory: Memory) -> None:
    kept = made()
    memory.keep("a", kept)
    assert (memory.recall("a"), memory.recall("b")) == (kept, None)


def test_what_was_made_in_another_state_is_forgotten(memory: Memory, django_assert_num_queries: Any) -> None:
    memory.keep("a", made())
    advance()
    assert memory.recall("a") is None
    with django_assert_num_queries(0):
        assert memory.recall("a") is None


def test_what_is_over_is_forgotten(memory: Memory, time_machine: travel.TimeMachineFixture) -> None:
    memory.keep("a", made(until=factories.NOW + timedelta(seconds=1)))
    assert memory.recall("a") is not None
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert memory.recall("a") is None


def test_what_has_no_mark_is_not_kept(memory: Memory) -> None:
    memory.keep("a", made(mark=None))
    assert memory.recall("a") is None


def test_what_is_too_large_is_not_kept(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 3)
    memory.keep("a", made("1234"))
    memory.keep("b", made("123"))
    assert (memory.recall("a") is None, memory.recall("b") is None) == (True, False)


def test_what_was_used_least_is_dropped_when_there_are_too_many(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ENTRIES", 2)
    for key in ("a", "b"):
        memory.keep(key, made(key))
    memory.recall("a")
    memory.keep("c", made("c"))
    assert [key for key in ("a", "b", "c") if memory.recall(key)] == ["a", "c"]


def test_what_was_used_least_is_dropped_when_they_are_too_heavy(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight("a", made("a")))
    for key in ("a", "b", "c"):
        memory.keep(key, made(key))
    assert [key for key in ("a", "b", "c") if memory.recall(key)] == ["b", "c"]


def test_what_is_kept_anew_weighs_once(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight("a", made("a")))
    for key in ("a", "b", "b", "b"):
        memory.keep(key, made(key))
    assert [key for key in ("a", "b") if memory.recall(key)] == ["a", "b"]


def test_what_was_forgotten_makes_room(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2 * weight("a", made("a")))
    for key in ("a", "b"):
        memory.keep(key, made(key))
    advance()
    for key in ("a", "b"):
        memory.recall(key)
    for key in ("c", "d"):
        memory.keep(key, made(key))
    assert [key for key in ("c", "d") if memory.recall(key)] == ["c", "d"]


def test_the_mark_in_an_answer_is_the_one_that_the_memory_asks_for(client: Any) -> None:
    page = factories.published()
    root = "/api/urgent-actions/v1/"
    for path in ("", f"{page.pk}/", f"{page.pk}/chain/", "facets/", "changes/", "missions/?of=HN&in=US"):
        assert client.get(f"{root}{path}").answer.mark == present(), path
