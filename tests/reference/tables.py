"""What the pages of docs/reference are made of."""

from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATED = (
    "<!-- Written by tests/test_docs.py from the code. Do not edit: change the code, then `make golden` "
    "and look at the difference. -->\n"
)


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(_cell(each) for each in line) + " |\n" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")
