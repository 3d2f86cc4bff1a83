"""Word files, made by python-docx as Word makes them, and those that mean harm."""

import sys
from typing import Any

import pytest

from tests.importing.readers.samples import MAIN, docx, repacked, texts
from urgent_actions.importing.document import Line, Unreadable
from urgent_actions.importing.readers import read
from urgent_actions.importing.readers.docx import read_docx


def appeal(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "First UA: 1/25\tIndex: ASA 17/0001/2025"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    document.add_heading("IN DANGER", 1)
    document.add_paragraph().add_run("TAKE ACTION").bold = True
    document.add_paragraph("Free her", style="List Bullet")
    document.add_paragraph("Pay her", style="List Bullet")
    document.add_paragraph("Ada Example\nDirector")
    document.add_paragraph("Dear ").add_run("Ada").bold = True


def plain(document: Any) -> None:
    document.add_paragraph("Dear Minister,")


def test_a_word_file_is_read_with_its_headings_lists_and_what_stands_above_its_pages() -> None:
    document = read(docx(appeal), name="appeal.docx")
    assert (document.name, list(document.lines)) == (
        "appeal.docx",
        [
            Line(number=1, text="First UA: 1/25  Index: ASA 17/0001/2025"),
            Line(number=2, text="IN DANGER", after_gap=True, heading=True),
            Line(number=3, text="TAKE ACTION", after_gap=True, bold=True),
            Line(number=4, text="Free her", after_gap=True, bullet="•"),
            Line(number=5, text="Pay her", bullet="•"),
            Line(number=6, text="Ada Example", after_gap=True),
            Line(number=7, text="Director"),
            Line(number=8, text="Dear Ada", after_gap=True),
        ],
    )


def test_the_cells_of_a_table_are_not_merged() -> None:
    def table(document: Any) -> None:
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "Ada Example\nDirector", "Bob Sample\nJudge"

    assert texts(read_docx(docx(table))) == ["Ada Example", "Director", "Bob Sample", "Judge"]


def test_what_stands_above_several_kinds_of_pages_is_read_once() -> None:
    def twice(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = section.first_page_header.paragraphs[0].text = "UA: 1/25"
        document.add_paragraph("Text")
        section.footer.paragraphs[0].text = "Issue Date: 1 May 2025"

    assert texts(read_docx(docx(twice))) == ["UA: 1/25", "Text", "Issue Date: 1 May 2025"]


def test_pictures_are_not_even_opened() -> None:
    content = repacked(docx(plain), lambda name, part: part, **{"word/media/image1.png": b"\0" * 60_000_000})
    assert texts(read_docx(content)) == ["Dear Minister,"]


def test_no_reference_leads_out_of_the_file() -> None:
    def linked(name: str, part: bytes) -> bytes:
        picture = (
            b'<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            b' r:link="rId99"/></w:drawing></w:r></w:p>'
        )
        target = b'<Relationship Id="rId99" TargetMode="External" Target="file:///etc/hostname" Type="x/image"/>'
        if name == MAIN:
            return part.replace(b"<w:body>", b"<w:body>" + picture)
        return part.replace(b"</Relationships>", target + b"</Relationships>")

    assert texts(read_docx(repacked(docx(plain), linked))) == ["Dear Minister,"]


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = repacked(docx(plain), lambda name, part: part + b" " * 100_000_000 if name == MAIN else part)
    assert len(bomb) < 1_000_000
    with pytest.raises(Unreadable, match=r"^It takes more time or memory"):
        read_docx(bomb)


def test_many_parts_are_refused() -> None:
    many = {f"word/part{number}.xml": b"<x/>" for number in range(2_001)}
    with pytest.raises(Unreadable, match=r"^It takes more time or memory"):
        read_docx(repacked(docx(plain), lambda name, part: part, **many))


def test_entities_are_refused_before_anything_expands_them() -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'

    def laughing(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:document", laughs + b"<w:document", 1) if name == MAIN else part

    with pytest.raises(Unreadable, match=r"^It defines entities of its own"):
        read_docx(repacked(docx(plain), laughing))


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        (b"<w:p>" * 1_000 + b"</w:p>" * 1_000, "^Its parts lie one inside another"),
        (b"<w:p/>" * 400_001, "^It takes more time or memory"),
        (b"<w:p>", "^It is damaged"),
    ],
    ids=["deep", "wide", "broken"],
)
def test_xml_that_makes_trees_grow_is_refused(inside: bytes, sentence: str) -> None:
    def grown(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:body>", b"<w:body>" + inside) if name == MAIN else part

    with pytest.raises(Unreadable, match=sentence):
        read_docx(repacked(docx(plain), grown))


def test_a_file_that_is_cut_off_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It is damaged, or cut off"):
        read(docx(appeal)[:-2_000], name="appeal.docx")


def test_an_archive_is_no_word_file() -> None:
    content = repacked(docx(plain), lambda name, part: part).replace(b"word/document.xml", b"word-document.xml")
    with pytest.raises(Unreadable, match=r"^It is an archive, or made by another program"):
        read(content)


def test_a_word_file_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^There is no text in it\.$"):
        read_docx(docx(lambda document: None))


def test_without_mammoth_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(Unreadable, match=r"cannot read DOCX files: install wagtail-urgent-actions\[import\]"):
        read_docx(docx(plain))
