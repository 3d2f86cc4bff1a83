"""Sections of prose, in the form that headless clients of Wagtail know: a list of type, value, id."""

from collections.abc import Iterable
from typing import Any

from ..urgent_action import Passage, SampleLetter


def block(kind: str, value: Any, id: str | None = None) -> dict[str, Any]:
    """Return one block of a section."""
    return {"type": kind, "value": value, "id": id}


def prose_section(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Return passages as blocks. A ``paragraph`` is safe HTML, a ``heading`` plain text, a ``quote`` text and source."""
    return [
        block("quote", {"text": passage.text, "source": passage.source}, passage.id)
        if passage.kind == "quote"
        else block(passage.kind, passage.text, passage.id)
        for passage in passages
    ]


def letter_section(letter: SampleLetter) -> list[dict[str, Any]]:
    """Return the sample letter as blocks of plain text: paragraphs, asks, closing paragraphs."""
    asks = [block("asks", {"introduction": letter.asks_introduction, "asks": list(letter.asks)})] if letter.asks else []
    return [
        *(block("paragraph", text) for text in letter.paragraphs),
        *asks,
        *(block("paragraph", text) for text in letter.closing),
    ]
