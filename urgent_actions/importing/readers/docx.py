"""A Word file, read by mammoth, with what stands above and below its pages, where number and date often are."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from ..document import Line, Unreadable
from .html import add_html
from .layout import is_page_number
from .limits import NO_TEXT, NOT_INSTALLED
from .lines import Lines
from .package import packed, text_parts

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Text boxes are written twice, for new programs and for old ones.
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def read_docx(content: bytes) -> list[Line]:
    """Return the lines of a DOCX: headers, document, footers; headings and lists as Word knows them.

    Raise Unreadable for what is none, is locked or holds no text, and where mammoth is not installed.
    """
    try:
        import mammoth
    except ImportError as error:
        raise Unreadable(NOT_INSTALLED, kind="DOCX") from error
    parts = text_parts(content)
    lines = Lines()
    _add_edge(lines, parts, "word/header")
    body = mammoth.convert_to_html(packed(parts), convert_image=_no_picture)
    add_html(lines, body.value)
    lines.gap()
    _add_edge(lines, parts, "word/footer")
    if not lines.read:
        raise Unreadable(NO_TEXT)
    return lines.read


def _no_picture(_: object) -> list[object]:
    return []


def _add_edge(lines: Lines, parts: dict[str, bytes], name: str) -> None:
    """Add each line that stands at an edge of pages, once, whatever number of kinds of pages there is."""
    # They define no entities: `text_parts` has looked.
    edges = [fromstring(parts[part]) for part in sorted(parts) if part.startswith(name)]  # noqa: S314  # as said above
    paragraphs = (paragraph for edge in edges for paragraph in edge.iter(f"{_WORD}p"))
    told = dict.fromkeys(line.strip() for each in paragraphs for line in "".join(_texts(each)).split("\n"))
    for line in told:
        if line and not is_page_number(line):
            lines.add(line)
    lines.gap()


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in {_CHOICE, f"{_WORD}p"}:
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        yield _SIGNS.get(child.tag, "")
        yield from _texts(child)
