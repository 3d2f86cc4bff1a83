"""Files of which nothing is read, and texts that do not go out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.exchange.samples import EACH, LETTER, TITLE, XLIFF, part, teacher, translated
from urgent_actions.translation.exchange import elements, limits, receiving
from urgent_actions.translation.exchange.document import Package, Refused, Text
from urgent_actions.translation.exchange.formats import PO, XLIFF_1_2, XLIFF_2, Format

ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
"""


def refusal(format_: Format, file: bytes, expected: Package | None = None) -> str:
    with pytest.raises(Refused) as refused:
        format_.read(file, expected or teacher())
    return str(refused.value)


def changed(format_: Format, old: str, new: str) -> bytes:
    file = format_.write(translated())
    assert old.encode() in file
    return file.replace(old.encode(), new.encode())


@XLIFF
def test_a_document_type_is_refused_before_it_is_read(format_: Format) -> None:
    file = ENTITIES + format_.write(translated()).split(b"\n", 1)[1].replace(b"Detenido", b"&b;&c;")

    assert refusal(format_, file) == "Line 2: the file has a document type declaration, and none is allowed."


@XLIFF
def test_an_entity_that_nobody_declared_is_no_xml(format_: Format) -> None:
    assert "not well-formed XML (undefined entity)" in refusal(format_, changed(format_, "Detenido", "&aacute;"))


@XLIFF
@pytest.mark.parametrize("file", [b"", b"<xliff", b"msgid", b"<xliff>\x00</xliff>"])
def test_what_is_no_xml_is_refused(format_: Format, file: bytes) -> None:
    assert refusal(format_, file).startswith("Line 1: the file is not well-formed XML")


@XLIFF
def test_a_control_character_by_number_is_no_xml(format_: Format) -> None:
    assert "reference to invalid character number" in refusal(format_, changed(format_, "Detenido", "&#8;"))


@XLIFF
@pytest.mark.parametrize("name", ["x-none", "shift_jis"])
def test_an_encoding_that_the_parser_does_not_know_is_refused(format_: Format, name: str) -> None:
    assert refusal(format_, changed(format_, "UTF-8", name)) == (
        "The file is in an encoding that is not read. Save it as UTF-8."
    )


def test_po_in_another_encoding_is_refused() -> None:
    file = PO.write(translated()).decode().encode("utf-16")

    assert refusal(PO, file) == "The file is in an encoding that is not read. Save it as UTF-8."


@EACH
def test_a_file_beyond_the_limit_is_refused(format_: Format) -> None:
    assert refusal(format_, b" " * (limits.MOST_BYTES + 1)) == "The file has more than 5 MB, and no more are read."


@XLIFF
def test_elements_that_lie_too_deep_are_refused(format_: Format) -> None:
    file = changed(format_, "Detenido", "<g>" * 70 + "</g>" * 70)

    assert refusal(format_, file).endswith("elements lie one inside another deeper than 64 times.")


@XLIFF
def test_too_many_elements_are_refused(format_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST_ELEMENTS", 5)

    assert refusal(format_, format_.write(translated())).endswith(
        "the file has more than 5 elements, and no more are read."
    )


@EACH
def test_too_many_texts_are_refused(format_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_SEGMENTS", 2)

    assert refusal(format_, format_.write(translated())).endswith(
        "the file has more than 2 texts, and no more are read."
    )


@pytest.mark.parametrize(
    ("format_", "old", "new", "sentence"),
    [
        (XLIFF_2, 'version="2.1"', 'version="2.2"', "The file is no XLIFF 2.1: it is xliff 2.2."),
        (XLIFF_2, "document:2.0", "document:2.2", "The file is no XLIFF 2.1: it is xliff 2.1."),
        (XLIFF_1_2, 'version="1.2"', 'version="1.1"', "The file is no XLIFF 1.2: it is xliff 1.1."),
        (XLIFF_1_2, 'version="1.2"', "", "The file is no XLIFF 1.2: it is xliff."),
        (XLIFF_1_2, "xliff", "tmx", "The file is no XLIFF 1.2: it is tmx 1.2."),
    ],
)
def test_another_format_or_version_is_refused(format_: Format, old: str, new: str, sentence: str) -> None:
    assert refusal(format_, changed(format_, old, new)) == sentence


@pytest.mark.parametrize(
    ("format_", "line", "old", "new"),
    [
        (XLIFF_2, 2, 'trgLang="es"', 'trgLang="fr"'),
        (XLIFF_1_2, 3, 'target-language="es"', 'target-language="fr"'),
        (PO, 1, "Language: es", "Language: fr"),
    ],
)
def test_another_target_language_is_refused(format_: Format, line: int, old: str, new: str) -> None:
    assert refusal(format_, changed(format_, old, new)) == (
        f"Line {line}: the file is translated into fr, and es is expected."
    )


@pytest.mark.parametrize(
    ("format_", "old", "new"),
    [
        (XLIFF_2, 'trgLang="es"', ""),
        (XLIFF_1_2, 'target-language="es"', ""),
        (PO, "Language: es", "Language: "),
    ],
)
def test_a_file_that_does_not_say_its_language_is_refused(format_: Format, old: str, new: str) -> None:
    assert refusal(format_, changed(format_, old, new)) == (
        "The file does not say which language it is translated into; es is expected."
    )


@EACH
def test_another_source_language_is_refused(format_: Format) -> None:
    expected = [part(TITLE, LETTER, source_language="fr")]

    assert refusal(format_, format_.write(translated()), expected).endswith(
        "the file is translated from en, and fr is expected."
    )


@pytest.mark.parametrize(
    ("line", "old", "new", "found"),
    [
        (12, "#, fuzzy\n", "fuzzy\n", "fuzzy"),
        (15, "Detenido", 'Det"enido', 'msgstr "Det"enido el maestro"'[7:]),
        (15, "Detenido", r"\d", r"\d"),
        (15, 'maestro"', "maestro", '"Detenido el maestro'),
        (16, 'maestro"\n', 'maestro"\nmsgstr "x"\n', "msgstr"),
        (1, 'msgid ""\nmsgstr', 'msgctxt "x"\nmsgid ""\nmsgstr', "x"),
    ],
)
def test_what_is_no_po_is_refused_with_its_line(line: int, old: str, new: str, found: str) -> None:
    file = PO.write(translated()).replace(old.encode(), new.encode(), 1)

    assert refusal(PO, file) == f"Line {line}: this is not what a PO file may say there: {found}"


def test_a_name_of_a_file_is_no_file() -> None:
    assert refusal(PO, b"/etc/hostname") == "Line 1: this is not what a PO file may say there: /etc/hostname"


@EACH
@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=60) | st.text("<>x/ml\"'& \n#:msgidctr\\", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(format_: Format, data: bytes) -> None:
    with pytest.raises(Refused):
        format_.read(data, teacher())


@EACH
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_file_that_was_damaged_is_read_or_refused(format_: Format, data: st.DataObject) -> None:
    file = format_.write(translated())
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, min(len(file), start + 30)))
    expected = {text.path for text in translated()[0].texts}
    try:
        reading = format_.read(file[:start] + data.draw(st.binary(max_size=5)) + file[end:], teacher())
    except Refused:
        return
    assert {path for _key, path in reading.texts} <= expected


@EACH
@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ([], "There is no text to translate."),
        ([Text(path="title", source=" ")], "There is no text to translate."),
        (
            [Text(path="title", source="a\x1fb")],
            "“12/title” has a character that no file can hold: U+001F. Remove it first.",
        ),
        (
            [Text(path="title", source="a", target="\ufffe")],
            "“12/title” has a character that no file can hold: U+FFFE. Remove it first.",
        ),
        (
            [Text(path="title", source="a", note="\ud800")],
            "“12/title” has a character that no file can hold: U+D800. Remove it first.",
        ),
        (
            [Text(path="summary.1", source="<p><u>a</u></p>", rich=True)],
            "“12/summary.1” has markup that is not exchanged: <u> is no markup of this text; "
            "a plain < is written &lt;.",
        ),
        (
            [Text(path="summary.1", source='<p class="x">a</p>', rich=True)],
            '“12/summary.1” has markup that is not exchanged: <p class="x"> is no markup of this text; '
            "a plain < is written &lt;.",
        ),
    ],
)
def test_what_no_format_can_carry_does_not_go_out(format_: Format, texts: list[Text], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        format_.write([part(*texts)])

    assert str(refused.value) == sentence


@EACH
def test_a_package_in_two_languages_does_not_go_out(format_: Format) -> None:
    with pytest.raises(Refused, match="One file holds one pair of languages, and these are several: en → es, en → fr"):
        format_.write([part(TITLE), part(TITLE, key="13", target_language="fr")])
