"""Writes what is published as files, and keeps them true."""

import signal
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...publishing.tree.documents import NotTold
from ...publishing.tree.following import follow as stay
from ...publishing.tree.following import lead
from ...publishing.tree.steps import Standing
from ...publishing.tree.storage import ALIAS, UnfitStorage, tree_storage


class Command(BaseCommand):
    help = "Write what is published as files for a web server. Goes on where it was stopped, and writes what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add what is written, and for how long."""
        parser.add_argument("--full", action="store_true", help="write everything again, as after a new version")
        parser.add_argument("--without-pages", action="store_true", help="write the API's documents alone")
        parser.add_argument("--follow", action="store_true", help="stay, and keep the files true until stopped")

    def handle(self, *args: Any, full: bool, without_pages: bool, follow: bool, **options: Any) -> None:
        """Write until all is written, or with ``--follow`` until a signal comes; raise CommandError if it cannot."""
        storage = tree_storage()
        if storage is None:
            raise CommandError(f"There is no tree: STORAGES has no “{ALIAS}”.")
        deed = stay if follow else lead
        try:
            with _stopped_by_signal() as stop:
                deed(storage, pages=not without_pages, told=self._tell, stop=stop, anew=full)
        except (NotTold, UnfitStorage) as error:
            raise CommandError(str(error)) from error

    def _tell(self, standing: Standing) -> None:
        left = f"{standing.left} left" if standing.left else "complete"
        self.stdout.write(f"{standing.part} of state {standing.mark[0]}: {left}")


@contextmanager
def _stopped_by_signal() -> Iterator[Event]:
    """Yield an event that is set when the process is asked to end: it ends after the step that it is in."""
    stop = Event()
    before = {each: signal.signal(each, lambda *_: stop.set()) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
