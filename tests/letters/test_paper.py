"""Sheets of paper: what stands on them and where, that screen readers can read them, that they load nothing."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from tests.golden import Golden
from tests.letters.samples import ARABIC, CHINESE, JUDGE, LATIN, SCRIPTS, SOMEBODY, letter
from urgent_actions.letters.letter import Channel, Paper
from urgent_actions.letters.paper.document import document
from urgent_actions.letters.paper.document_docx import document_docx
from urgent_actions.letters.paper.fax import fax
from urgent_actions.letters.paper.kit import Cover, kit
from urgent_actions.letters.paper.letter_docx import letter_docx
from urgent_actions.letters.paper.pdf import pdf
from urgent_actions.letters.paper.sheets import sheets
from urgent_actions.urgent_action import Address, SampleLetter

EACH = pytest.mark.parametrize("name", SCRIPTS)
MM = 72 / 25.4
COVER = Cover(
    headline="Teacher in danger",
    ua_number="44/22",
    ordinal=2,
    deadline=LATIN.deadline,
    url="https://example.org/en/teacher/",
    report_url="https://example.org/report/",
)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    return "\n\n".join(page.extract_text() for page in read(content).pages) + "\n"


@EACH
def test_a_letter_on_paper_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-letter-pdf.txt", words(pdf(sheets([letter(SCRIPTS[name], writer=SOMEBODY)], paper=Paper.A4))))


@EACH
def test_the_urgent_action_on_paper_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-document-pdf.txt", words(pdf(document(SCRIPTS[name], url=COVER.url, paper=Paper.A4))))


@EACH
def test_a_letter_in_word_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-letter-docx.txt", in_word(letter_docx([letter(SCRIPTS[name], writer=SOMEBODY)], paper=Paper.A4)))


@EACH
def test_the_urgent_action_in_word_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-document-docx.txt", in_word(document_docx(SCRIPTS[name], url=COVER.url, paper=Paper.A4)))


def in_word(content: bytes) -> str:
    paragraphs = Document(BytesIO(content)).paragraphs
    return "".join(f"[{each.style.name if each.style else ''}] {each.text}\n" for each in paragraphs)


def test_the_kit_is_the_one_that_was_looked_at(golden: Golden) -> None:
    letters = [letter(), letter(target=JUDGE)]
    golden("kit-pdf.txt", words(pdf(kit(letters, COVER, paper=Paper.A4))))


def test_a_fax_has_a_cover_sheet(golden: Golden) -> None:
    golden("fax-pdf.txt", words(pdf(fax([letter(channel=Channel.FAX, writer=SOMEBODY)], paper=Paper.A4))))


MAKERS: list[Callable[[], str]] = [
    lambda: sheets([letter(), letter(target=JUDGE)], paper=Paper.A4),
    lambda: kit([letter(ARABIC)], COVER, paper=Paper.LETTER),
    lambda: document(CHINESE, paper=Paper.A4),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_pdf_can_be_read_aloud(make: Callable[[], str]) -> None:
    root: Any = read(pdf(make())).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] in ("en", "ar", "zh-Hans")
    assert root["/StructTreeRoot"]["/K"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


@pytest.mark.parametrize("make", MAKERS)
def test_all_fonts_are_embedded(make: Callable[[], str]) -> None:
    fonts = [font for page in read(pdf(make())).pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index,union-attr]  # pypdf types every object alike
    assert fonts
    for font in fonts:
        (descendant,) = font.get_object()["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@EACH
def test_every_sign_has_a_shape(name: str) -> None:
    """A server without the fonts of a script would print boxes."""
    text = words(pdf(document(SCRIPTS[name], paper=Paper.A4)))
    assert "\x00" not in text
    assert "\ufffd" not in text


def test_the_same_letter_gives_the_same_bytes() -> None:
    made = [pdf(sheets([letter()], paper=Paper.A4)) for _ in range(2)]
    assert made[0] == made[1]
    files = [letter_docx([letter()], paper=Paper.A4) for _ in range(2)]
    assert files[0] == files[1]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_a_sheet_has_its_size(paper: Paper, size: tuple[int, int]) -> None:
    box = read(pdf(sheets([letter()], paper=paper))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


LONG = Address(
    lines=("Sample Palace, Wing B", "1 Example Street", "Example Quarter", "Example City", "Example"), country="HN"
)


@pytest.mark.parametrize("name", ["latin", "arabic"])
@pytest.mark.parametrize("address", [LATIN.targets[0].address, LONG])
@pytest.mark.parametrize(
    ("paper", "window"),
    [
        # In millimetres from the left and the top of the sheet.
        (Paper.A4, ((20, 105), (45, 90))),
        (Paper.LETTER, ((22, 136), (52, 80))),
    ],
)
def test_the_address_stands_in_the_window_of_the_envelope(
    paper: Paper, window: tuple[tuple[float, float], tuple[float, float]], address: Address, name: str
) -> None:

    target = replace(LATIN.targets[0], address=address)
    page = read(pdf(sheets([letter(SCRIPTS[name], target=target)], paper=paper))).pages[0]
    height = float(page.mediabox.height)
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        for line in ("Example Minister", "HONDURAS"):
            if line in text:
                found.setdefault(line, (x / MM, (height - y) / MM))

    page.extract_text(visitor_text=visit)
    assert set(found) == {"Example Minister", "HONDURAS"}
    (left, right), (top, bottom) = window
    for x, y in found.values():
        assert left <= x <= right
        assert top <= y <= bottom


def test_markup_on_paper_is_text() -> None:
    sample = SampleLetter(paragraphs=("<img src=https://example.org/x><script>",))
    assert "<img src=https://example.org/x><script>" in words(pdf(sheets([letter(letter=sample)], paper=Paper.A4)))


def test_paper_loads_nothing(caplog: pytest.LogCaptureFixture) -> None:
    sheet = '<html lang="en"><title>x</title><link rel="stylesheet" href="file:///etc/passwd"><p>Words</html>'
    assert words(pdf(sheet)).strip() == "Words"
    assert "URI not allowed" in caplog.text or "file:///etc/passwd" in caplog.text


def test_a_word_file_says_nothing_of_who_made_it() -> None:
    with ZipFile(BytesIO(letter_docx([letter()], paper=Paper.A4))) as parts:
        about = parts.read("docProps/core.xml").decode()
    assert "2000-01-01T00:00:00Z" in about
    assert "python-docx" not in about


def test_arabic_in_word_runs_from_right_to_left() -> None:
    with ZipFile(BytesIO(letter_docx([letter(ARABIC)], paper=Paper.A4))) as parts:
        written = parts.read("word/document.xml").decode()
    assert written.count("<w:bidi/>") > 5
    assert written.count("<w:rtl/>") > 5


@pytest.mark.parametrize("notice", [True, False])
def test_the_notice_for_writers_with_ties_is_on_the_cover(notice: bool) -> None:
    cover = words(pdf(kit([letter(writer_safety_notice=notice)], COVER, paper=Paper.A4))).split("\n\n")[0]
    assert ("You can sign with initials." in cover) is notice
