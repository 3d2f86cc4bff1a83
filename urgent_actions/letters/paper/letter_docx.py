"""Letters as a Word document, for writers who change them."""

from collections.abc import Sequence

from ..letter import Letter, Paper
from ..phrases import spoken_phrases
from .docx import Sheets
from .prose import Run


def letter_docx(letters: Sequence[Letter], *, paper: Paper) -> bytes:
    """Return the letters, each on a sheet of its own, in the order given."""
    first = letters[0]
    sheets = Sheets(title=first.subject, language=first.language, paper=paper)
    for number, letter in enumerate(letters):
        if number:
            sheets.page_break()
        _write(sheets, letter)
    return sheets.save()


def _write(sheets: Sheets, letter: Letter) -> None:
    words = spoken_phrases(letter.language)
    sheets.lines(letter.sender, after=24)
    sheets.lines(letter.address, after=24)
    if letter.place_and_date:
        sheets.paragraph(letter.place_and_date, end=True, after=18)
    if letter.forward:
        sheets.paragraph(Run(letter.forward, bold=True))
    sheets.paragraph(Run(letter.subject, bold=True), after=12)
    for text in (letter.salutation, *letter.paragraphs, letter.asks_introduction):
        if text:
            sheets.paragraph(text)
    sheets.items(letter.asks)
    for text in letter.closing:
        sheets.paragraph(text)
    sheets.paragraph(letter.sign_off, keep=True, after=42)
    if letter.signature:
        sheets.paragraph(letter.signature)
    for copy in letter.copies:
        sheets.paragraph(words.label("letter.copies_to", copy.name))
    if letter.postscript:
        sheets.paragraph(words.label("letter.postscript", letter.postscript))
