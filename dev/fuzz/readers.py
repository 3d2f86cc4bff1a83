"""Looks for bytes that the readers answer with anything but lines or a sentence.

    python -m dev.fuzz.readers FOLDER -max_total_time=600

FOLDER holds documents to begin with, and takes up those that lead to new code. Needs atheris, which is in no lock file:
install it in an environment of its own. What runs in a process of its own (`readers.apart`) is not run here, but what
is done in this process before and after it is.
"""

import sys

import atheris

with atheris.instrument_imports(include=["urgent_actions.importing"]):
    from urgent_actions.importing.document import Unreadable
    from urgent_actions.importing.readers import read, read_text
    from urgent_actions.importing.readers.kind import Kind, kind_of
    from urgent_actions.importing.readers.layout import in_columns, without_repetitions
    from urgent_actions.importing.readers.package import text_parts


def read_anything(content: bytes) -> None:
    """Let each reader have ``content``."""
    text = content.decode(errors="surrogateescape")
    in_columns([row for page in without_repetitions([page.split("\n") for page in text.split("\f")]) for row in page])
    for reader in (_read, text_parts, lambda _: read_text(text), lambda _: read_text(f"<html>{text}")):
        try:
            reader(content)
        except Unreadable as unreadable:
            # The sentence can be made, in whatever language.
            str(unreadable)


def _read(content: bytes) -> None:
    if kind_of(content) in {Kind.TEXT, Kind.HTML}:
        read(content)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_anything)
    atheris.Fuzz()
