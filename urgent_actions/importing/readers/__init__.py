"""A file, or a text that was pasted, as lines: one reader for each kind, chosen by what the file is.

Nothing is fetched, whatever a document refers to. What is read is bounded, see ``limits``.
"""

from ..document import Line, SourceDocument, Unreadable
from .apart import read_apart
from .encoding import decode
from .html import add_html
from .kind import Kind, kind_of, kind_of_text
from .limits import EMPTY, MOST_BYTES, NO_TEXT, TOO_BIG
from .lines import Lines
from .text import add_text

__all__ = ["MOST_BYTES", "read", "read_text"]


def read(content: bytes, *, name: str = "") -> SourceDocument:
    """Return the lines of a file: text, Markdown, HTML, DOCX, PDF or e-mail.

    Raise Unreadable for a file of which nothing can be read, and for one whose ``name`` says that it is another kind.
    """
    _check_size(len(content))
    kind = kind_of(content, name=name)
    if kind in {Kind.TEXT, Kind.HTML}:
        return SourceDocument(name=name, lines=_written(content if kind is Kind.HTML else decode(content), kind))
    return SourceDocument(name=name, lines=tuple(read_apart(kind.value, content)))


def read_text(text: str, *, name: str = "") -> SourceDocument:
    """Return the lines of a text that was pasted: plain, Markdown, or the source of an HTML page.

    Raise Unreadable where there is nothing in it, or more than anybody reads.
    """
    _check_size(len(text))
    return SourceDocument(name=name, lines=_written(text, kind_of_text(text)))


def _check_size(size: int) -> None:
    if not size:
        raise Unreadable(EMPTY)
    if size > MOST_BYTES:
        raise Unreadable(TOO_BIG, most=MOST_BYTES // (1024 * 1024))


def _written(content: bytes | str, kind: Kind) -> tuple[Line, ...]:
    lines = Lines()
    if kind is Kind.HTML:
        add_html(lines, content)
    else:
        add_text(lines, content if isinstance(content, str) else decode(content))
    if not lines.read:
        raise Unreadable(NO_TEXT)
    return tuple(lines.read)
