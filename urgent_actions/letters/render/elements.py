"""HTML as a tree: what is put into it is text and never markup, whoever wrote it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from ...codes import is_right_to_left
from ..direction import direction

Child = Element | str | None


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Return an element; None among the children stands for nothing, ``class_`` for the attribute ``class``."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value})
    for child in children:
        _add(made, child)
    return made


def in_language(language: str) -> dict[str, str]:
    """Return the attributes of an element whose text is in ``language``."""
    return {"lang": language, "dir": "rtl" if is_right_to_left(language) else "ltr"}


def lines(tag: str, each: Iterable[str], **attributes: str) -> Element | None:
    """Return an element with a line for each text, each in its own direction; None where there is no line."""
    found = [element("span", line, dir=direction(line), class_="line") for line in each]
    return element(tag, *found, **attributes) if found else None


def paragraphs(texts: Iterable[str], **attributes: str) -> list[Element]:
    """Return a paragraph for each text, in its own direction; a line break in it stays one."""
    return [element("p", *_broken(text), dir=direction(text), **attributes) for text in texts if text.strip()]


def written(tree: Element) -> str:
    """Return the markup of ``tree`` in HTML, in UTF-8's signs and not in escapes."""
    return tostring(tree, encoding="unicode", method="html")


def _broken(text: str) -> list[Child]:
    first, *rest = text.split("\n")
    return [first, *(child for line in rest for child in (Element("br"), line))]


def _add(parent: Element, child: Child) -> None:
    if isinstance(child, Element):
        parent.append(child)
    elif child and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + child
    elif child:
        parent.text = (parent.text or "") + child
