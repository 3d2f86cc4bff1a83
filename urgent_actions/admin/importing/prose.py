"""Prose as it is corrected: a text with an empty line between paragraphs. What nobody touches keeps its marks."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from ...urgent_action import Passage
from ...words.html import plain_text

_EMPTY_LINE = re.compile(r"\n\s*\n")


def text_of(passages: Iterable[Passage]) -> str:
    """Return the passages as a text."""
    return "\n\n".join(map(_plain, passages))


def passages_of(text: str, *, before: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the text as passages: one of those ``before`` where it says the same, else a plain paragraph."""
    kept = {_plain(passage): passage for passage in reversed(before)}
    return tuple(
        kept.get(part) or Passage(kind="paragraph", text=f"<p>{escape(part, quote=False)}</p>")
        for part in paragraphs_of(text)
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on one line."""
    parts = (" ".join(part.split()) for part in _EMPTY_LINE.split(text.replace("\r\n", "\n")))
    return tuple(part for part in parts if part)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _plain(passage: Passage) -> str:
    text = plain_text(passage.text) if passage.kind == "paragraph" else " ".join(passage.text.split())
    return f"{text} — {passage.source}" if passage.source else text
