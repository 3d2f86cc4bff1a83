"""The databases of a run, made by the site's own code: ``python -m dev.bench.content samples | clones 1000``."""

import io
import sys
import time

import django
from django.core.management import call_command, get_commands
from django.db import connection

from .terminal import say

SECONDS_OF_SILENCE = 20


def samples() -> None:
    """Migrate an empty database, and publish the samples in it."""
    from .sample import make_samples

    call_command("migrate", verbosity=0)
    make_samples()


def clones(documents: int) -> None:
    """Clone the samples in this database, and let the plugin make of them what it serves."""
    from .clone import clone_samples

    started = time.monotonic()
    clone_samples(documents)
    say(f"  {documents:,} urgent actions in {time.monotonic() - started:.0f} s")
    publications()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def publications() -> None:
    """Make all publications anew, if the plugin has them yet."""
    if "rebuild_publications" not in get_commands():
        say("  no publications: there is no command rebuild_publications yet")
        return
    started = time.monotonic()
    call_command("rebuild_publications", stdout=_Told())
    say(f"  publications in {time.monotonic() - started:.0f} s")


class _Told(io.StringIO):
    """Passes on a line of a command now and then, since it says one for each of some hundred batches."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0

    def write(self, text: str) -> int:
        """Say the first line, and one that comes long enough after the last that was said."""
        if text.strip() and time.monotonic() >= self._next:
            self._next = time.monotonic() + SECONDS_OF_SILENCE
            say(f"  {text.strip()}")
        return len(text)


if __name__ == "__main__":
    django.setup()
    match sys.argv[1:]:
        case ["samples"]:
            samples()
        case ["clones", number]:
            clones(int(number))
