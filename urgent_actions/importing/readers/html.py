"""HTML, read from its first tag to its last without building a tree: what a browser would show, and no more."""

import re

from ..document import Unreadable
from .encoding import decode
from .limits import NOT_INSTALLED
from .lines import Lines
from .page import Page

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def add_html(lines: Lines, content: bytes | str, *, declared: str = "") -> None:
    """Add the lines of a page, in the encoding that was ``declared`` for it, or that it names itself.

    Nothing is fetched, and no entity of its own making is expanded. Raise Unreadable where lxml is not installed.
    """
    try:
        from lxml.etree import HTMLParser
    except ImportError as error:
        raise Unreadable(NOT_INSTALLED, kind="HTML") from error
    if isinstance(content, bytes):
        found = _DECLARED.search(content[:2048])
        content = decode(content, declared=declared or (found[1].decode("latin-1") if found else ""))
    # `huge_tree`: at its own limits the parser would cut a page off without a word. Page and Lines have others.
    parser = HTMLParser(target=Page(lines), encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(content.encode(errors="replace"))
    parser.close()
