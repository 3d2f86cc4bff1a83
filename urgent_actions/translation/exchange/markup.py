"""Rich text as a tree: the few tags that are exchanged, well nested, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape

from ...messages import gettext_noop

BLOCKS = frozenset({"p", "ul", "ol", "li"})
LISTS = frozenset({"ul", "ol"})
INLINE = frozenset({"b", "strong", "i", "em", "a", "br"})
_MOST_NESTED = 32

_TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-z]+)(?:\s+id="(?P<link>[^"<>&]*)")?\s*(?P<alone>/?)>')

UNKNOWN_TAG = gettext_noop("%(found)s is no markup of this text; a plain < is written &lt;")
NOT_CLOSED = gettext_noop("%(found)s is not closed where it should be")
NOT_OPEN = gettext_noop("%(found)s closes what is not open")
MISPLACED = gettext_noop("%(found)s must not stand inside %(outer)s")
OUTSIDE_LIST = gettext_noop("%(found)s must stand in a list")
TOO_DEEP = gettext_noop("%(found)s lies inside others deeper than %(most)d times")


class BadMarkup(Exception):  # noqa: N818  # a state of a text
    """Markup that cannot be read or does not fit: ``template % params`` is half a sentence that says how."""

    def __init__(self, template: str, **params: object) -> None:
        super().__init__(template % params)
        self.template, self.params = template, params


@dataclass(slots=True)
class Code:
    """One piece of markup. ``link`` is the id of a link, and empty in all others."""

    tag: str
    link: str = ""
    children: list["Code | str"] = field(default_factory=list)

    @property
    def opening(self) -> str:
        """The tag as it is written before what it holds; a line break holds nothing."""
        if self.tag == "br":
            return "<br/>"
        return f'<{self.tag} id="{self.link}">' if self.link else f"<{self.tag}>"

    @property
    def closing(self) -> str:
        """The tag as it is written behind it."""
        return "" if self.tag == "br" else f"</{self.tag}>"


Nodes = Sequence[Code | str]


def parse(html: str) -> Nodes:
    """Return the tree of a rich text. Raise BadMarkup, which names the first piece that is wrong."""
    root = Code("")
    path = [root]
    position = 0
    while position < len(html):
        if html[position] != "<":
            end = html.find("<", position)
            end = len(html) if end < 0 else end
            _add_text(path[-1], unescape(html[position:end]))
            position = end
            continue
        found = _TAG.match(html, position)
        if not found or found["name"] not in BLOCKS | INLINE or (found["link"] is not None and found["name"] != "a"):
            raise BadMarkup(UNKNOWN_TAG, found=_shortened("".join(html[position:].partition(">")[:2])))
        _follow(path, found)
        position = found.end()
    if len(path) > 1:
        raise BadMarkup(NOT_CLOSED, found=path[-1].opening)
    return root.children


def as_html(nodes: Nodes) -> str:
    """Return the tree as HTML, each of its characters and tags written in one way only."""
    return "".join(
        escape(each, quote=False) if isinstance(each, str) else each.opening + as_html(each.children) + each.closing
        for each in nodes
    )


def codes(nodes: Nodes) -> Iterator[Code]:
    """Yield all markup of a tree in the order in which it begins."""
    for each in nodes:
        if isinstance(each, Code):
            yield each
            yield from codes(each.children)


def _follow(path: list[Code], found: re.Match[str]) -> None:
    name = found["name"]
    if found["close"]:
        if name != "br" and path[-1].tag == name:
            path.pop()
            return
        open_tags = {each.tag for each in path}
        raise (
            BadMarkup(NOT_CLOSED, found=path[-1].opening)
            if name in open_tags
            else BadMarkup(NOT_OPEN, found=f"</{name}>")
        )
    code = Code(name, found["link"] or "")
    if found["alone"] and name != "br":
        raise BadMarkup(NOT_CLOSED, found=code.opening)
    _check_place(code, path)
    path[-1].children.append(code)
    if name != "br":
        path.append(code)


def _check_place(code: Code, path: list[Code]) -> None:
    outer = path[-1]
    in_prose = outer.tag in INLINE or outer.tag == "p"
    if (code.tag in BLOCKS and in_prose) or (outer.tag in LISTS and code.tag != "li"):
        raise BadMarkup(MISPLACED, found=code.opening, outer=outer.opening)
    if code.tag == "li" and outer.tag not in LISTS:
        raise BadMarkup(OUTSIDE_LIST, found=code.opening)
    if code.tag == "a" and any(each.tag == "a" for each in path):
        raise BadMarkup(MISPLACED, found=code.opening, outer="<a>")
    if len(path) > _MOST_NESTED:
        raise BadMarkup(TOO_DEEP, found=code.opening, most=_MOST_NESTED)


def _add_text(outer: Code, text: str) -> None:
    if outer.tag in LISTS and text.strip():
        raise BadMarkup(MISPLACED, found=_shortened(text.strip()), outer=outer.opening)
    outer.children.append(text)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
