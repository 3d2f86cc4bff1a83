"""Which format a file is in, by what it says."""

import pytest

from tests.translation.exchange.samples import EACH, XLIFF, teacher, translated
from urgent_actions.translation.exchange.document import Refused
from urgent_actions.translation.exchange.formats import FORMATS, PO, Format, format_of, read


@EACH
def test_what_we_write_is_known_again(format_: Format) -> None:
    assert format_of(format_.write(translated())) is format_


@EACH
def test_a_byte_order_mark_hides_no_format(format_: Format) -> None:
    assert format_of(b"\xef\xbb\xbf" + format_.write(translated())) is format_


@XLIFF
def test_xliff_is_known_in_utf_16(format_: Format) -> None:
    text = format_.write(translated()).decode().replace("UTF-8", "utf-16")

    assert format_of(text.encode("utf-16")) is format_


def test_po_is_known_behind_a_comment() -> None:
    assert format_of(b"# Sample Translator\n" + PO.write(translated())) is PO


@EACH
def test_a_file_is_read_in_its_own_format(format_: Format) -> None:
    assert len(read(format_.write(translated()), teacher()).texts) == 3


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is none of those that are read: XLIFF 2.1, XLIFF 1.2, PO."),
        (b"PK\x03\x04", "The file is none of those that are read: XLIFF 2.1, XLIFF 1.2, PO."),
        (b"<html/>", "The file is none of those that are read: XLIFF 2.1, XLIFF 1.2, PO."),
        (b'<xliff version="1.1"/>', "The file is no XLIFF 2.1, 1.2: it is xliff 1.1."),
        (b"<!DOCTYPE x><x/>", "Line 1: the file has a document type declaration, and none is allowed."),
    ],
)
def test_what_is_in_no_format_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        format_of(data)

    assert str(refused.value) == sentence


def test_the_name_of_a_format_is_that_by_which_it_is_found() -> None:
    assert {name: (each.label, each.extension) for name, each in FORMATS.items()} == {
        "xliff-2.1": ("XLIFF 2.1", "xlf"),
        "xliff-1.2": ("XLIFF 1.2", "xlf"),
        "po": ("PO", "po"),
    }
