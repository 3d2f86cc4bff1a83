"""What the parser tells of an HTML page, as it comes by, turned into lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..document import Unreadable
from .limits import MOST_ELEMENTS, TOO_DEEP, TOO_HARD
from .lines import Lines

# Nobody reads these, or they lead elsewhere.
_DROPPED = re.compile(
    "head|title|script|style|template|noscript|nav|svg|math|iframe|object|embed|audio|video|canvas|select|option"
    "|datalist|button|textarea"
)
_PARAGRAPH = re.compile(
    "p|h[1-6]|dl|table|blockquote|pre|hr|section|article|aside|main|header|footer|figure|address|form|fieldset"
)
_LINE = re.compile("div|ul|ol|menu|li|tr|td|th|dt|dd|caption|figcaption|legend|summary|details")
_LISTS = frozenset({"ul", "ol", "menu"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong", "th"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The small number of a footnote, and the arrow back from it.
_NOTE = re.compile(r"#(?:foot|end)note")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class _Element:
    is_dropped: bool = False
    is_bold: bool = False
    is_heading: bool = False
    is_preformatted: bool = False


class Page:
    """Takes the tags and the text of a page in their order, as lxml's parser wants it, and adds its ``lines``."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._elements = 0
        self._open = [_Element()]
        self._pieces: list[tuple[str, _Element]] = []
        # Of each open list: how many items it has had, or None where they have no numbers.
        self._lists: list[int | None] = []
        self._sign: str | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins. Raise Unreadable where there are too many, or too many open."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise Unreadable(TOO_HARD)
        if len(self._open) > _DEEPEST:
            raise Unreadable(TOO_DEEP)
        within = self._open[-1]
        style = attributes.get("style", "")
        element = _Element(
            is_dropped=within.is_dropped or bool(_DROPPED.fullmatch(tag)) or _is_hidden(attributes, style),
            is_bold=within.is_bold or tag in _BOLD or bool(_BOLD_STYLE.search(style)),
            is_heading=within.is_heading or tag in _HEADINGS,
            is_preformatted=within.is_preformatted or tag == "pre",
        )
        self._open.append(element)
        if element.is_dropped:
            return
        if tag == "br":
            self._new_line()
        else:
            self._break(tag)
        if tag in _LISTS:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._sign = self._next_sign()

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._open.pop().is_dropped:
            return
        if tag in _LISTS and self._lists:
            self._lists.pop()
        self._break(tag)
        if tag == "li":
            self._sign = None

    def data(self, text: str) -> None:
        """There is text."""
        within = self._open[-1]
        if within.is_dropped:
            return
        first, *others = text.split("\n") if within.is_preformatted else [text]
        self._pieces.append((first, within))
        for line in others:
            self._new_line()
            self._pieces.append((line, within))

    def comment(self, text: str) -> None:
        """Nobody sees it."""

    def close(self) -> None:
        """The page ends."""
        self._end_line()

    def _break(self, tag: str) -> None:
        """End the line, and leave a gap, where that is what the beginning and the end of ``tag`` do."""
        is_paragraph = bool(_PARAGRAPH.fullmatch(tag)) or (tag in _LISTS and not self._lists)
        if is_paragraph or _LINE.fullmatch(tag):
            self._end_line()
        if is_paragraph:
            self._gap()

    def _new_line(self) -> None:
        if not self._end_line():
            self._gap()

    def _end_line(self) -> bool:
        """Add what there is of a line; return whether there is any text in it."""
        text = _SPACES.sub(" ", "".join(piece for piece, _ in self._pieces)).strip()
        if text:
            within = [element for piece, element in self._pieces if piece.strip()]
            is_bold, is_heading = all(each.is_bold for each in within), all(each.is_heading for each in within)
            self._lines.add(text, bold=is_bold, heading=is_heading, bullet=self._sign)
            self._sign = None
        self._pieces.clear()
        return bool(text)

    def _gap(self) -> None:
        # Between the sign of an item and its text there is none, whatever stands there.
        if self._sign is None:
            self._lines.gap()

    def _next_sign(self) -> str:
        had = self._lists[-1] if self._lists else None
        if had is None:
            return "•"
        self._lists[-1] = had + 1
        return f"{had + 1}."


def _is_hidden(attributes: Mapping[str, str], style: str) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") == "navigation"
        or bool(_HIDDEN_STYLE.search(style))
        or bool(_NOTE.match(attributes.get("href", "")))
    )
