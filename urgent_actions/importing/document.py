"""A document as it was read: its lines, with what their look says about them. No reader interprets more than that."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text. ``number`` counts from 1 over the whole document, empty lines are none, and leave ``after_gap``.

    The text is free of markup, of spaces at both ends, and of the sign of a list item.
    """

    number: int
    text: str
    after_gap: bool = False
    """There is an empty line, or the end of a paragraph or of a page, before it."""
    empty_before: int = field(default=0, compare=False)
    """How many empty lines there are before it, where a reader can tell: two are what a lost heading leaves."""
    page: int | None = None
    bold: bool = False
    """All of it is."""
    heading: bool = False
    bullet: str = ""
    """The sign of a list item: •, *, -, 1) and the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """What was read of one file or pasted text."""

    name: str
    lines: Sequence[Line]


class Unreadable(Exception):  # noqa: N818  # a state, named for what it is
    """Nothing can be read of a file: ``template % params`` is the sentence for whoever gave it to us."""

    def __init__(self, template: str, **params: object) -> None:
        super().__init__(template % params)
        self.template, self.params = template, params
