"""A sheet is set once at a time, and kept in bounds."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from urgent_actions.letters.paper.unavailable import PaperBusy
from urgent_actions.writing import printed
from urgent_actions.writing.printed import Printer


class Press:
    """Counts what it prints; prints when it is let."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, html: str) -> bytes:
        self.made.append(html)
        return html.encode()


def test_the_same_sheet_is_set_once() -> None:
    press = Press()
    printer = Printer(press)
    assert [printer("one"), printer("one"), printer("two")] == [b"one", b"one", b"two"]
    assert press.made == ["one", "two"]


def test_who_asks_at_the_same_time_waits_for_the_one_who_was_first() -> None:
    press, started, go = Press(), Event(), Event()

    def slow(html: str) -> bytes:
        started.set()
        assert go.wait(10)
        return press(html)

    printer = Printer(slow)
    with ThreadPoolExecutor(3) as readers:
        found = [readers.submit(printer, "one") for _ in range(3)]
        assert started.wait(10)
        go.set()
        assert [each.result() for each in found] == [b"one"] * 3
    assert press.made == ["one"]


def test_who_asks_for_another_sheet_does_not_wait() -> None:
    together = Barrier(2, timeout=10)

    def meet(html: str) -> bytes:
        # Passes only if both are at work at once.
        together.wait()
        return html.encode()

    printer = Printer(meet, at_once=2)
    with ThreadPoolExecutor(2) as readers:
        assert sorted(readers.map(printer, ["one", "two"])) == [b"one", b"two"]


def test_only_so_many_are_set_at_once() -> None:
    started, go = Event(), Event()

    def slow(html: str) -> bytes:
        started.set()
        assert go.wait(10)
        return b"done"

    printer = Printer(slow, at_once=1, longest_wait=0.01)
    with ThreadPoolExecutor(1) as readers:
        first = readers.submit(printer, "one")
        assert started.wait(10)
        with pytest.raises(PaperBusy):
            printer("two")
        go.set()
        assert first.result() == b"done"
    assert printer("two") == b"done"


def test_a_personal_sheet_is_not_kept() -> None:
    press = Press()
    printer = Printer(press)
    assert [printer.once("one"), printer.once("one")] == [b"one", b"one"]
    assert press.made == ["one", "one"]


def test_a_sheet_is_kept_for_a_while() -> None:
    now = [0.0]
    press = Press()
    printer = Printer(press, lambda: now[0])
    printer("one")
    now[0] = printed.SECONDS - 1
    printer("one")
    now[0] = printed.SECONDS
    printer("one")
    assert press.made == ["one", "one"]


def test_in_another_state_of_what_is_public_every_sheet_is_forgotten() -> None:
    press = Press()
    printer = Printer(press)
    for mark in (1, 1, 2):
        printer.in_state(mark)("one")
    assert press.made == ["one", "one"]


def test_a_sheet_that_was_set_while_the_state_changed_is_not_kept() -> None:
    printer = Printer(lambda html: printer.in_state("next") and html.encode())
    printer.in_state("first")("one")
    assert not printer._kept


def test_the_least_used_sheet_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "MOST_BYTES", 8)
    press = Press()
    printer = Printer(press)
    for html in ("one", "two", "one", "six", "one", "two"):
        printer(html)
    assert press.made == ["one", "two", "six", "two"]


def test_a_sheet_larger_than_the_memory_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "MOST_BYTES", 2)
    press = Press()
    printer = Printer(press)
    assert [printer("one"), printer("one")] == [b"one", b"one"]
    assert press.made == ["one", "one"]


def test_a_sheet_that_failed_is_tried_again() -> None:
    tries: list[str] = []

    def fails_once(html: str) -> bytes:
        tries.append(html)
        if len(tries) == 1:
            raise ValueError("no paper")
        return b"done"

    printer = Printer(fails_once)
    with pytest.raises(ValueError, match="no paper"):
        printer("one")
    assert printer("one") == b"done"
