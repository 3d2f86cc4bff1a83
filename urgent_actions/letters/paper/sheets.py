"""Letters on sheets of paper, as one HTML document that is ready for the printer."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from xml.etree.ElementTree import Element

from ..letter import Letter, Paper
from ..render.elements import element, in_language, written
from ..render.html import article

_SHEETS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


def sheets(letters: Sequence[Letter], *, paper: Paper) -> str:
    """Return the letters, each on a sheet of its own, in the order given."""
    first = letters[0]
    return sheet_document(
        map(article, letters), title=first.subject, language=first.language, paper=paper, styles=("letter",)
    )


def sheet_document(
    content: Iterable[Element], *, title: str, language: str, paper: Paper, styles: Iterable[str]
) -> str:
    """Return the whole document with its styles in it: nothing is loaded from anywhere."""
    css = "\n".join(_style(name) for name in ("sheet", *styles, _SHEETS[paper]))
    head = element("head", element("meta", charset="utf-8"), element("title", title), element("style", css))
    document = element("html", head, element("body", *content), **in_language(language))
    return f"<!doctype html>{written(document)}"


def as_draft(document: str) -> str:
    """Return a document of sheets with a mark on each page that nobody takes it for a letter to be sent."""
    mark = '@page { @top-center { content: "DRAFT"; color: #b00; font: bold 20pt sans-serif; letter-spacing: 0.3em; } }'
    return document.replace("</style>", f"{mark}</style>", 1)


@cache
def _style(name: str) -> str:
    return (resources.files(__package__) / "styles" / f"{name}.css").read_text(encoding="utf-8")
