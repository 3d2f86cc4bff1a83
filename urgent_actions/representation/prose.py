"""Sections of prose, in the form that headless clients of Wagtail know: a list of type, value, id."""

from collections.abc import Iterable
from typing import Any

from ..letters.phrases import sign_off
from ..urgent_action import Passage, SampleLetter


def block(kind: str, value: Any, id: str | None = None) -> dict[str, Any]:
    """Return one block of a section."""
    return {"type": kind, "value": value, "id": id}


def prose_section(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Return passages as blocks. A ``paragraph`` is safe HTML; ``heading`` plain text; ``quote`` text and source."""
    return [
        block("quote", {"text": passage.text, "source": passage.source}, passage.id)
        if passage.kind == "quote"
        else block(passage.kind, passage.text, passage.id)
        for passage in passages
    ]


def letter_section(letter: SampleLetter, *, language: str) -> list[dict[str, Any]]:
    """Return the sample letter as blocks of plain text: paragraphs, asks, closing paragraphs, sign-off, postscript."""
    asks = [block("asks", {"introduction": letter.asks_introduction, "asks": list(letter.asks)})] if letter.asks else []
    return [
        *(block("paragraph", text) for text in letter.paragraphs),
        *asks,
        *(block("paragraph", text) for text in letter.closing),
        *([block("sign_off", sign_off(language))] if letter.paragraphs and sign_off(language) else []),
        *([block("postscript", letter.postscript)] if letter.postscript else []),
    ]
