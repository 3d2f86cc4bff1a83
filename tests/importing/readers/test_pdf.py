"""PDFs, made by WeasyPrint from invented appeals: read in the order of the eye, page by page."""

import sys

import pytest

from tests.importing.readers.samples import blank_pages, blocks, locked, pdf, texts
from urgent_actions.importing.document import Line, Unreadable
from urgent_actions.importing.readers import read
from urgent_actions.importing.readers.layout import in_columns
from urgent_actions.importing.readers.pdf import read_pdf

EDGES = """@page { @top-left { content: "UA: 1/25 Index: ASA 17/0001/2025" }
                   @bottom-center { content: counter(page) " of " counter(pages) } }"""
BREAK = '<p style="break-before: page">'


def test_a_pdf_is_read_line_by_line() -> None:
    document = read(pdf("<h1>IN DANGER</h1><p>Ada Example<br>Director</p><ul><li>Free her</li></ul>"), name="a.pdf")
    assert list(document.lines) == [
        Line(number=1, text="IN DANGER", page=1),
        Line(number=2, text="Ada Example", page=1, after_gap=True),
        Line(number=3, text="Director", page=1),
        Line(number=4, text="Free her", page=1, after_gap=True, bullet="•"),
    ]


def test_page_numbers_go_and_what_stands_above_each_page_is_read_once() -> None:
    lines = read_pdf(pdf(f"<p>One{BREAK}Two{BREAK}Three", style=EDGES))
    assert [(line.page, line.text) for line in lines] == [
        (1, "UA: 1/25 Index: ASA 17/0001/2025"),
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
    ]


def test_a_page_ends_a_paragraph() -> None:
    assert blocks(read_pdf(pdf(f"<p>One{BREAK}Two"))) == [["One"], ["Two"]]


COLUMNS = """<div style="columns: 2">
<p style="margin: 0">Ada Example<br>Director of Prisons<br>1 Sample Street<br>Sampletown</p>
<p style="margin: 0; break-before: column">Bob Sample<br>Ambassador<br>2 Sample Street<br>Exampleville</p></div>"""


def test_two_columns_are_read_one_after_the_other() -> None:
    assert blocks(read_pdf(pdf(f"<p>Please write to:</p>{COLUMNS}<p>Dear Director, the letter begins here.</p>"))) == [
        ["Please write to:"],
        ["Ada Example", "Director of Prisons", "1 Sample Street", "Sampletown"],
        ["Bob Sample", "Ambassador", "2 Sample Street", "Exampleville"],
        ["Dear Director, the letter begins here."],
    ]


def test_three_columns_of_different_length_stay_apart() -> None:
    rows = [
        "Ada Example      Bob Sample       Copies to:",
        "Director         Judge            Cid Specimen",
        "1 Sample Street  2 Sample Street  Office",
        "Sampletown                        3 Sample Street",
        "Republic",
        "",
        "Dear Director, I write to you.",
    ]
    assert [row.strip() for row in in_columns(rows) if row.strip()] == [
        "Ada Example",
        "Director",
        "1 Sample Street",
        "Sampletown",
        "Republic",
        "Bob Sample",
        "Judge",
        "2 Sample Street",
        "Copies to:",
        "Cid Specimen",
        "Office",
        "3 Sample Street",
        "Dear Director, I write to you.",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["First UA: 1/25      Index: ASA 17/0001/2025", "URGENT ACTION"],
        ["Name:   Ada", "Role:   Director"],
        ["one   two", "a line that goes across the gap", "three   four", "five   six"],
    ],
    ids=["a header", "too few", "a line across"],
)
def test_a_wide_gap_alone_makes_no_columns(rows: list[str]) -> None:
    assert in_columns(rows) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Huang Beispiel (黄例) was arrested.",
        "أمل مثال",
        "Amal Example (أمل مثال) was arrested.",
        "Иван Примеров",
        "Núñez, Ștefan",
    ],
)
def test_names_in_their_own_script_are_read_as_they_are_written(text: str) -> None:
    assert texts(read_pdf(pdf(f"<p>{text}</p>"))) == [text]


def test_a_line_from_right_to_left_keeps_its_numbers_and_brackets() -> None:
    text = "اكتبوا في 12 آذار 2025 (هاتف: 01-234)"
    assert texts(read_pdf(pdf(f"<p dir=rtl>{text}</p>"))) == [text]


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It is locked with a password"):
        read(locked(pdf("<p>Secret"), user="secret"), name="locked.pdf")


def test_a_pdf_that_only_may_not_be_changed_is_read() -> None:
    assert texts(read_pdf(locked(pdf("<p>Public"), user=""))) == ["Public"]


def test_a_scan_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It holds pictures of pages and no text"):
        read(blank_pages(2))


def test_two_hundred_pages_are_read_and_one_more_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It holds pictures of pages and no text"):
        read_pdf(blank_pages(200))
    with pytest.raises(Unreadable, match=r"^It has 201 pages, and no more than 200 are read\.$"):
        read_pdf(blank_pages(201))


def test_a_pdf_that_is_cut_off_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It is damaged, or cut off"):
        read(pdf("<p>Text")[:200])


def test_without_pypdf_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unreadable, match=r"cannot read PDF files: install wagtail-urgent-actions\[import\]"):
        read_pdf(b"%PDF-1.7")
