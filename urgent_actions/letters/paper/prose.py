"""The safe HTML of a passage, read into blocks of runs, from which paper of any kind is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from ..render.elements import Child, element

_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div"}
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; ``href`` is where they lead. A line break is a run of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(slots=True)
class Block:
    """A paragraph, or an item of a list, which may be numbered."""

    kind: str
    runs: list[Run] = field(default_factory=list)
    number: int = 0


def blocks(source: str) -> Sequence[Block]:
    """Return the blocks of a passage; markup that we do not know falls away, and its words stay."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return [block for block in reader.blocks if any(run.text.strip() for run in block.runs)]


def as_elements(source: str) -> list[Element]:
    """Return the blocks as HTML, its lists as lists."""
    made: list[Element] = []
    for block in blocks(source):
        if block.kind != "li":
            made.append(element("p", *map(_element, block.runs)))
            continue
        tag = "ol" if block.number else "ul"
        if not made or made[-1].tag != tag or block.number == 1:
            made.append(element(tag))
        made[-1].append(element("li", *map(_element, block.runs)))
    return made


def _element(run: Run) -> Child:
    if run.text == "\n":
        return element("br")
    child: Child = run.text
    if run.italic:
        child = element("em", child)
    if run.bold:
        child = element("strong", child)
    return element("a", child, href=run.href) if run.href else child


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[str] = []
        self._hrefs: list[str] = []
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add(Run("\n"))
            return
        self._open.append(tag)
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.blocks.append(Block("li", number=self._next_number()))
        elif tag in _BLOCKS and "li" not in self._open:
            self.blocks.append(Block("p"))
        elif tag == "a":
            self._hrefs.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open and self._open.pop() != tag:
            pass
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "a" and self._hrefs:
            self._hrefs.pop()
        if tag in _BLOCKS and "li" not in self._open:
            self.blocks.append(Block("p"))

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            words = " " if data and self.blocks and self.blocks[-1].runs else ""
        else:
            words = f"{' ' if data[0].isspace() else ''}{words}{' ' if data[-1].isspace() else ''}"
        if words:
            is_open = set(self._open)
            href = self._hrefs[-1] if self._hrefs else ""
            self._add(Run(words, bold=bool(is_open & _BOLD), italic=bool(is_open & _ITALIC), href=href))

    def _add(self, run: Run) -> None:
        if not self.blocks:
            self.blocks.append(Block("p"))
        self.blocks[-1].runs.append(run)

    def _next_number(self) -> int:
        if not self._lists or self._lists[-1] is None:
            return 0
        self._lists[-1] += 1
        return self._lists[-1]
