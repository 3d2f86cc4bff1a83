"""What the person at the terminal reads while it runs, and why it stopped."""

import sys


class NotThereYet(Exception):  # noqa: N818  # no error: it names what is still to be built
    """What has to be measured does not exist in this tree; ``str()`` says what is missing."""


class Failed(Exception):  # noqa: N818  # as above: a sentence for the terminal
    """The run cannot go on; ``str()`` says why."""


def say(line: str) -> None:
    """Print a line of progress, out of the way of the table."""
    print(line, file=sys.stderr, flush=True)
