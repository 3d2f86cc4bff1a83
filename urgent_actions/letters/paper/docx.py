"""Paper to be edited: a Word document, written by python-docx, in which text of any script runs as it should."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ...codes import is_right_to_left
from ..letter import Paper
from .prose import Run
from .unavailable import PaperUnavailable

try:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt
except ImportError as error:
    raise PaperUnavailable("DOCX needs python-docx: install wagtail-urgent-actions[docx].") from error

_SIZES = {Paper.A4: (Mm(210), Mm(297)), Paper.LETTER: (Mm(215.9), Mm(279.4))}
# Always the same, so that the same letter gives the same bytes, and tells nobody when it was taken.
_MADE = datetime(2000, 1, 1)
_FONTS = {"ascii": "Noto Serif", "hAnsi": "Noto Serif", "cs": "Noto Naskh Arabic", "eastAsia": "Noto Serif CJK SC"}


class Sheets:
    """A Word document in one language, written from top to bottom."""

    def __init__(self, *, title: str, language: str, paper: Paper) -> None:
        self._document: Any = Document()
        self._language, self._is_rtl = language, is_right_to_left(language)
        self._prepare(title, paper)

    def paragraph(
        self, *runs: Run | str, style: str = "Normal", end: bool = False, keep: bool = False, after: float | None = None
    ) -> None:
        """Add a paragraph: ``end`` sets it to the side where lines end, ``keep`` holds it with the next one."""
        made = self._document.add_paragraph(style=style)
        for run in runs:
            self._run(made, Run(run) if isinstance(run, str) else run)
        if self._is_rtl:
            made._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if end:
            # In a paragraph from right to left Word takes left for the beginning.
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        made.paragraph_format.keep_with_next = keep
        if after is not None:
            made.paragraph_format.space_after = Pt(after)

    def lines(self, each: Iterable[str], **how: Any) -> None:
        """Add a paragraph with a line for each text."""
        runs = [run for line in each for run in ("\n", line)][1:]
        if runs:
            self.paragraph(*runs, **how)

    def heading(self, text: str, *, level: int) -> None:
        """Add a heading."""
        self.paragraph(text, style="Title" if level == 0 else f"Heading {level}", keep=True)

    def items(self, texts: Sequence[str]) -> None:
        """Add a list of points."""
        for text in texts:
            self.paragraph(text, style="List Bullet")

    def page_break(self) -> None:
        """Go on on the next sheet."""
        self._document.add_page_break()

    def save(self) -> bytes:
        """Return the file."""
        made, file = BytesIO(), BytesIO()
        self._document.save(made)
        # The parts of the file would bear the hour.
        with ZipFile(made) as parts, ZipFile(file, "w", ZIP_DEFLATED) as undated:
            for part in parts.infolist():
                undated.writestr(ZipInfo(part.filename, _MADE.timetuple()[:6]), parts.read(part), ZIP_DEFLATED)
        return file.getvalue()

    def _run(self, paragraph: Any, run: Run) -> None:
        made = paragraph.add_run()
        for number, line in enumerate(run.text.split("\n")):
            if number:
                made.add_break()
            made.add_text(line)
        made.bold, made.italic = run.bold or None, run.italic or None
        properties = made._r.get_or_add_rPr()
        if self._is_rtl:
            properties.append(OxmlElement("w:rtl"))
        language = OxmlElement("w:lang")
        for kind in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{kind}"), self._language)
        properties.append(language)
        if run.href and run.href not in run.text:
            paragraph.add_run(f" ({run.href})")

    def _prepare(self, title: str, paper: Paper) -> None:
        about = self._document.core_properties
        about.title, about.language, about.author = title, self._language, ""
        about.created = about.modified = _MADE
        about.last_modified_by, about.revision, about.comments = "", 1, ""
        section = self._document.sections[0]
        section.page_width, section.page_height = _SIZES[paper]
        section.left_margin, section.right_margin = Mm(25), Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        for name in ("Normal", "Title", "Heading 1", "Heading 2"):
            fonts = self._document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[theme]
            for kind, font in _FONTS.items():
                fonts.set(qn(f"w:{kind}"), font)
        self._document.styles["Normal"].font.size = Pt(11)
