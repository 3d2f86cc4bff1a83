"""Lines are collected here, whichever reader finds them: cleaned, numbered, and no more than anybody needs."""

import re

from ..document import Line, Unreadable
from .bullets import Bullets
from .limits import MOST_CHARACTERS, MOST_LINES, TOO_LONG, TOO_MANY_LINES

# What nobody sees, and what nothing can store. The signs that join or part the letters of a script stay.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


class Lines:
    """The lines of a document, in the order in which they are added."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self.bullets = Bullets()
        self._characters = 0
        self._is_after_gap = False
        self._waiting = ""
        self._empty = 0

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        bold: bool = False,
        heading: bool = False,
        bullet: str | None = None,
    ) -> None:
        """Add a line; an empty one is a gap. ``bullet`` None means that the text may begin with the sign of an item.

        Raise Unreadable where it is one too many.
        """
        text = _UNSEEN.sub("", text).strip().replace("\t", "  ")
        if bullet is None:
            bullet, text = self.bullets.split(text)
        if not text:
            # A sign alone belongs to the line that follows.
            self._waiting = bullet or self._waiting
            if not bullet:
                self.gap()
                self._empty += 1
            return
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise Unreadable(TOO_LONG, most=MOST_CHARACTERS)
        if len(self._lines) == MOST_LINES:
            raise Unreadable(TOO_MANY_LINES, most=MOST_LINES)
        number, bullet = len(self._lines) + 1, bullet or self._waiting
        self._lines.append(
            Line(
                number=number,
                text=text,
                after_gap=self._is_after_gap,
                empty_before=self._empty if self._is_after_gap else 0,
                page=page,
                bold=bold,
                heading=heading,
                bullet=bullet,
            )
        )
        self._is_after_gap, self._waiting, self._empty = False, "", 0

    def gap(self) -> None:
        """Say that there is an empty line here, or the end of a paragraph or of a page."""
        self._is_after_gap = bool(self._lines)

    @property
    def read(self) -> list[Line]:
        """What has been added."""
        return self._lines
