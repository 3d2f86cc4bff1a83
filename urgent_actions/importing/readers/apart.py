"""Files that make programs work are read in a process of their own, which may take so much time and memory only.

A PDF, a Word file or an e-mail from a stranger can make any library that reads it run without end, take all memory, or
fail in a way that nobody has thought of. Here that ends a process that had nothing else to do, and knows no secret.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict

from ..document import Line, Unreadable
from .docx import read_docx
from .limits import DAMAGED, TOO_HARD
from .mail import read_mail
from .pdf import read_pdf

READERS: dict[str, Callable[[bytes], list[Line]]] = {".docx": read_docx, ".eml": read_mail, ".pdf": read_pdf}
# Less than web servers grant an answer.
SECONDS = 25
_MEMORY = 1024**3
_OUT_OF_MEMORY = 3
# Of the environment only what Python itself needs.
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "PYTHONHOME", "SYSTEMROOT")
_START = f"import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {__name__} import serve; serve(sys.argv[2])"


def read_apart(kind: str, content: bytes, *, seconds: float = SECONDS) -> list[Line]:
    """Return the lines of a file that ends in ``kind``.

    Raise Unreadable where its reader does, fails, or takes more than ``seconds`` or a gigabyte.
    """
    command = [sys.executable, "-c", _START, json.dumps(sys.path), kind]
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter with our own words; the file comes by another way
            command, input=content, capture_output=True, check=False, timeout=seconds, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(TOO_HARD) from error
    if done.returncode:
        # Below zero: a signal ended it, as the limits send one.
        is_ended = done.returncode < 0 or done.returncode == _OUT_OF_MEMORY
        raise Unreadable(TOO_HARD if is_ended else DAMAGED)
    answer = json.loads(done.stdout)
    if "template" in answer:
        raise Unreadable(answer["template"], **answer["params"])
    return [Line(**line) for line in answer["lines"]]


def serve(kind: str) -> None:
    """Read the file on the standard input, and write its lines, or why there are none, as JSON."""
    _limit()
    try:
        answer: dict[str, object] = {"lines": [asdict(line) for line in READERS[kind](sys.stdin.buffer.read())]}
    except Unreadable as unreadable:
        answer = {"template": unreadable.template, "params": unreadable.params}
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)
    json.dump(answer, sys.stdout)


def _limit() -> None:
    # Windows has no such limits; there the clock alone ends it.
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
