"""A PDF with a text layer, read by pypdf as it lies on paper.

It knows neither paragraphs nor headings: gaps are where one sees them, and no line is marked as bold.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from ...messages import gettext_noop
from ..document import Line, Unreadable
from .bidi import logical
from .layout import in_columns, without_repetitions
from .limits import DAMAGED, MOST_PAGES, NOT_INSTALLED, TOO_MANY_PAGES
from .lines import Lines

if TYPE_CHECKING:
    from pypdf import PageObject

LOCKED = gettext_noop("It is locked with a password: save it without, or paste its text.")
SCAN = gettext_noop(
    "It holds pictures of pages and no text, like a scan: ask for the document itself, or type its text."
)
GARBLED = gettext_noop("Its letters cannot be told from its fonts: ask for the document itself, or type its text.")

_SPACES = re.compile(r"\s{2,}")
# What stands for a letter of which the font does not say which one it is.
_NO_LETTER = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x00-\x08]")


def read_pdf(content: bytes) -> list[Line]:
    """Return the lines of a PDF, with their pages.

    Raise Unreadable for a locked one, one without text, one with too many pages, and where pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise Unreadable(NOT_INSTALLED, kind="PDF") from error
    try:
        reader = PdfReader(BytesIO(content))
        # Without a password one may read what may only not be changed.
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(LOCKED)
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(TOO_MANY_PAGES, pages=len(reader.pages), most=MOST_PAGES)
        pages = [_rows(page) for page in reader.pages]
    except PyPdfError as error:
        raise Unreadable(DAMAGED) from error
    return _lines(pages)


def _rows(page: "PageObject") -> list[str]:
    text = page.extract_text(extraction_mode="layout")
    # Text in forms has no place in the layout, but an order.
    return (text if text.strip() else page.extract_text()).split("\n")


def _lines(pages: list[list[str]]) -> list[Line]:
    lines = Lines()
    for number, rows in enumerate(without_repetitions(pages), start=1):
        for row in in_columns(rows):
            lines.add(normalize("NFC", logical(_SPACES.sub(" ", row))), page=number)
        lines.gap()
    written = "".join(line.text for line in lines.read)
    if not written:
        raise Unreadable(SCAN)
    if len(_NO_LETTER.findall(written)) > len(written) / 4:
        raise Unreadable(GARBLED)
    return lines.read
