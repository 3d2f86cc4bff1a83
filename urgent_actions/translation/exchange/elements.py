"""XML as a small tree whose elements know their line. Nothing of a file is fetched, included or expanded.

The parser is Python's own: it tells of a document type before it reads one, and has no tree of its own to outgrow.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from .document import Refused
from .limits import (
    DOCTYPE,
    ENCODING,
    MOST_BYTES,
    MOST_ELEMENTS,
    MOST_NESTED,
    NOT_XML,
    TOO_BIG,
    TOO_DEEP,
    TOO_MANY_ELEMENTS,
)

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)
# What they hold is text, also where it happens to be elements alone: no line is broken in them.
_PROSE = frozenset({"source", "target", "note", "data"})


@dataclass(slots=True)
class Element:
    """An element. Of one that was read, names without a namespace are those of the root's namespace."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    line: int = 0

    def find(self, name: str) -> "Element | None":
        """Return the first child of this name."""
        return next((each for each in self.elements() if each.name == name), None)

    def elements(self) -> Iterator["Element"]:
        """Yield the children that are elements."""
        return (each for each in self.children if isinstance(each, Element))

    def descendants(self, name: str) -> Iterator["Element"]:
        """Yield all elements of this name below this one, in the order of the file."""
        for each in self.elements():
            if each.name == name:
                yield each
            yield from each.descendants(name)


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read."""

    namespace: str
    root: Element


def parse(data: bytes) -> Document:
    """Return the tree of a file. Raise Refused where it is no XML, has a document type, or is beyond the limits."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_BIG, most=MOST_BYTES // 1024 // 1024)
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(NOT_XML, line=error.lineno, parser=expat.ErrorString(error.code)) from error
    except (LookupError, ValueError) as error:
        # Python has no decoder of that name, or none that works byte by byte.
        raise Refused(ENCODING) from error
    return Document(builder.namespace, builder.top.children[0])  # type: ignore[arg-type]  # well-formed XML has a root


def to_bytes(root: Element) -> bytes:
    """Return a file in UTF-8. The caller has seen to it that XML can carry each character."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_written(root, indent=0)) + "\n").encode()


class _Builder:
    def __init__(self) -> None:
        self.namespace = ""
        self.top = Element("")
        self._path = [self.top]
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _refuse_doctype(self, *_declared: object) -> None:
        raise Refused(DOCTYPE, line=self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Refused(TOO_MANY_ELEMENTS, line=line, most=MOST_ELEMENTS)
        if len(self._path) > MOST_NESTED:
            raise Refused(TOO_DEEP, line=line, most=MOST_NESTED)
        namespace, _, local = name.rpartition(" ")
        if self._count == 1:
            self.namespace = namespace
        element = Element(local if namespace == self.namespace else name, attributes, line=line)
        self._path[-1].children.append(element)
        self._path.append(element)

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _characters(self, text: str) -> None:
        self._path[-1].children.append(text)


def _written(element: Element, *, indent: int | None) -> Iterator[str]:
    attributes = "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in element.attributes.items())
    if not element.children:
        yield f"<{element.name}{attributes}/>"
        return
    inner = None if indent is None or element.name in _PROSE else indent + 1
    yield f"<{element.name}{attributes}>"
    for child in element.children:
        if inner is not None:
            yield "\n" + "  " * inner
        if isinstance(child, str):
            yield child.translate(_TEXT)
        else:
            yield from _written(child, indent=inner)
    if inner is not None:
        yield "\n" + "  " * (inner - 1)
    yield f"</{element.name}>"
