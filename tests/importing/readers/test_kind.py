"""What a file is, whatever its name says."""

import pytest

from tests.importing.readers.samples import docx, mail, pdf, texts
from urgent_actions.importing.document import Unreadable
from urgent_actions.importing.readers import MOST_BYTES, read, read_text

PDF = pdf("<p>Text")
DOCX = docx(lambda document: document.add_paragraph("Text"))
MAIL = mail("Text").as_bytes()
HTML = b"<!doctype html><p>Text"


@pytest.mark.parametrize("name", ["", "appeal", "appeal.odd"])
@pytest.mark.parametrize("content", [PDF, DOCX, MAIL, HTML, b"Text"], ids=["pdf", "docx", "eml", "html", "txt"])
def test_the_kind_is_told_by_the_content(content: bytes, name: str) -> None:
    assert texts(read(content, name=name).lines) == ["Text"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (PDF, "appeal.docx", "By its name it is a .docx file, but it is a .pdf file: ask whoever sent it what it is."),
        (DOCX, "appeal.PDF", "By its name it is a .pdf file, but it is a .docx file: ask whoever sent it what it is."),
        (HTML, "appeal.pdf", "By its name it is a .pdf file, but it is a .html file: ask whoever sent it what it is."),
        (PDF, "appeal.txt", "By its name it is a .txt file, but it is a .pdf file: ask whoever sent it what it is."),
    ],
)
def test_a_name_that_lies_is_told(content: bytes, name: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(content, name=name)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "It is a file of an old Office program, or one locked"),
        (b"{\\rtf1 Text}", "It is a file in Rich Text Format: "),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "It is a picture, and no text: "),
        (b"\xff\xd8\xff\xe0" + bytes(100), "It is a picture, and no text: "),
        (b"\x1f\x8b" + bytes(100), "It is no document that can be read: "),
        (bytes(range(256)) * 10, "It is no document that can be read: "),
    ],
)
@pytest.mark.parametrize("name", ["", "appeal.docx", "appeal.pdf"])
def test_what_cannot_be_read_is_named(content: bytes, sentence: str, name: str) -> None:
    with pytest.raises(Unreadable, match=f"^{sentence}"):
        read(content, name=name)


def test_a_file_that_is_too_big_is_refused_before_anybody_looks_at_it() -> None:
    with pytest.raises(Unreadable, match=r"^It has more than 20 MB, and no more are read\.$"):
        read(bytes(50 * 1024 * 1024), name="appeal.pdf")
    with pytest.raises(Unreadable, match=r"^It has more than 20 MB, and no more are read\.$"):
        read_text("x" * (MOST_BYTES + 1))


def test_more_lines_than_a_document_has_are_refused() -> None:
    assert len(read_text("line\n" * 20_000).lines) == 20_000
    for text in ("line\n" * 20_001, "\n" * 200_000 + "line"):
        with pytest.raises(Unreadable, match="no more than 20000 lines are read"):
            read_text(text)


def test_more_letters_than_a_document_has_are_refused() -> None:
    for text in ("letters " * 300_000, f"<html>{'letters ' * 300_000}"):
        with pytest.raises(Unreadable, match="no more than 2000000 characters are read"):
            read_text(text)


def test_more_elements_than_a_page_has_are_refused() -> None:
    with pytest.raises(Unreadable, match=r"^It takes more time or memory"):
        read_text("<html>" + "<br>" * 400_000)
