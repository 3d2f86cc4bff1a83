"""Markup inside a segment: rich text as numbered codes, and back.

Both versions of XLIFF hide what a code is from the translator and keep its number. The number is that of the code in
the source, counted from 1, so that a translation may change the order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from html import escape

from ...messages import gettext_noop
from .document import Text
from .elements import Element
from .markup import BadMarkup, Code, Nodes, codes, parse

UNKNOWN_CODE = gettext_noop("code %(found)s is not in the source")
UNKNOWN_ELEMENT = gettext_noop("<%(found)s> is no markup of this text")
PLAIN = gettext_noop("this text has no markup")


class Kind(Enum):
    """What an element of a format does."""

    PAIR = auto()
    ALONE = auto()
    START = auto()
    END = auto()
    THROUGH = auto()
    """It marks words for the tool; they are text all the same."""
    NOTHING = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One end of a code, as a file names it; of an element that is none of the format's, its name."""

    number: str
    kind: Kind


Tokens = Sequence[str | Mark]
Render = Callable[[Code, str], Element]
"""Makes the element of a format for a code and its number."""


def tokens(element: Element | None, kinds: Mapping[str, Kind]) -> Tokens:
    """Return the text and the marks in an element; nothing where there is none."""
    return [*_tokens(element, kinds)] if element else []


def text_of(found: Tokens, *, expected: Text) -> str:
    """Return what a segment says, its codes written as the source of the expected text has them.

    Raise BadMarkup where one is not of the source, or no code at all.
    """
    if not expected.rich:
        if not all(isinstance(each, str) for each in found):
            raise BadMarkup(PLAIN)
        return "".join(str(each) for each in found)
    numbered = {str(number): code for number, code in enumerate(codes(parse(expected.source)), start=1)}
    return "".join(escape(each, quote=False) if isinstance(each, str) else _tag(each, numbered) for each in found)


def content(nodes: Nodes, *, source: Nodes, render: Render) -> list[Element | str]:
    """Return the children of an element that holds ``nodes``, whose markup is that of ``source``."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(codes(source), start=1):
        numbers[code.opening].append(number)

    def walk(level: Nodes) -> Iterator[Element | str]:
        for each in level:
            if isinstance(each, str):
                yield each
                continue
            element = render(each, str(numbers[each.opening].pop(0)))
            element.children = list(walk(each.children))
            yield element

    return list(walk(nodes))


def _tokens(element: Element, kinds: Mapping[str, Kind]) -> Iterator[str | Mark]:
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        kind = kinds.get(child.name, Kind.UNKNOWN)
        number = child.attributes.get("id", "")
        match kind:
            case Kind.PAIR:
                yield Mark(number, Kind.START)
                yield from _tokens(child, kinds)
                yield Mark(number, Kind.END)
            case Kind.THROUGH:
                yield from _tokens(child, kinds)
            case Kind.END:
                yield Mark(child.attributes.get("startRef", number), Kind.END)
            case Kind.UNKNOWN:
                yield Mark(child.name, Kind.UNKNOWN)
            case Kind.ALONE | Kind.START:
                yield Mark(number, kind)


def _tag(mark: Mark, numbered: Mapping[str, Code]) -> str:
    if mark.kind is Kind.UNKNOWN:
        raise BadMarkup(UNKNOWN_ELEMENT, found=mark.number)
    code = numbered.get(mark.number)
    if code is None or (mark.kind is Kind.ALONE) != (code.tag == "br"):
        raise BadMarkup(UNKNOWN_CODE, found=mark.number)
    return code.closing if mark.kind is Kind.END else code.opening
