"""What tools do to files, and may do."""

import pytest

from tests.translation.exchange.samples import SUMMARY_IN_SPANISH, XLIFF, teacher, translated
from urgent_actions.translation.exchange.document import Reading, State
from urgent_actions.translation.exchange.formats import PO, XLIFF_1_2, XLIFF_2, Format

TITLE = ("12", "title")


def read(format_: Format, file: bytes) -> Reading:
    reading = format_.read(file, teacher())
    assert reading.problems == ()
    return reading


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
@XLIFF
def test_xml_may_be_in_another_encoding_that_it_names(format_: Format, encoding: str) -> None:
    text = format_.write(translated()).decode().replace("UTF-8", encoding.removesuffix("-sig"))

    assert read(format_, text.encode(encoding)).texts[TITLE] == "Detenido el maestro"


@XLIFF
def test_comments_and_instructions_are_no_text(format_: Format) -> None:
    file = format_.write(translated()).replace(b"Detenido el", b"Detenido <!-- which? --><?tool x?>el")

    assert read(format_, file).texts[TITLE] == "Detenido el maestro"


@XLIFF
def test_words_that_a_tool_marks_are_text(format_: Format) -> None:
    marked = b'<mrk id="m1" mid="m1" type="term" mtype="term">Detenido</mrk> el'
    file = format_.write(translated()).replace(b"Detenido el", marked)

    assert read(format_, file).texts[TITLE] == "Detenido el maestro"


@XLIFF
def test_a_namespace_may_have_a_prefix(format_: Format) -> None:
    text = format_.write(translated()).decode().replace("xmlns=", "xmlns:x=")
    for name in ("xliff", "file", "header", "body", "trans-unit", "unit", "notes", "note", "originalData", "data"):
        text = (
            text.replace(f"<{name} ", f"<x:{name} ")
            .replace(f"<{name}>", f"<x:{name}>")
            .replace(f"</{name}>", f"</x:{name}>")
        )
    for name in ("segment", "source", "target", "pc", "ph", "g", "x"):
        text = (
            text.replace(f"<{name} ", f"<x:{name} ")
            .replace(f"<{name}>", f"<x:{name}>")
            .replace(f"</{name}>", f"</x:{name}>")
        )

    assert len(read(format_, text.encode()).texts) == 3


@XLIFF
def test_units_may_be_put_into_groups(format_: Format) -> None:
    name = "unit" if format_ is XLIFF_2 else "trans-unit"
    text = format_.write(translated()).decode()
    start, end = text.index(f"<{name} "), text.rindex(f"</{name}>") + len(f"</{name}>")
    grouped = f'{text[:start]}<group id="g">{text[start:end]}</group>{text[end:]}'

    assert len(read(format_, grouped.encode()).texts) == 3


def test_a_pair_of_codes_may_be_written_as_its_two_ends() -> None:
    written = b'<pc id="3" canCopy="no" canDelete="no" type="link" dataRefStart="d5" dataRefEnd="d6">Detenido</pc>'
    file = XLIFF_2.write(translated())
    assert written in file

    other = file.replace(written, b'<sc id="3"/><sm id="m"/>Detenido<em startRef="m"/><ec startRef="3"/>')

    assert read(XLIFF_2, other).texts["12", "summary.s1"] == SUMMARY_IN_SPANISH


@pytest.mark.parametrize(
    ("attributes", "state"),
    [
        ('state="new"', State.INITIAL),
        ('state="needs-adaptation"', State.INITIAL),
        ('state="needs-review-translation"', State.TRANSLATED),
        ('state="x-from-agency"', State.TRANSLATED),
        ("", State.TRANSLATED),
        ('state="final"', State.REVIEWED),
    ],
)
def test_the_states_of_version_1_2_become_ours(attributes: str, state: State) -> None:
    file = XLIFF_1_2.write(translated()).replace(
        b'<target state="needs-translation">', f"<target {attributes}>".encode()
    )

    assert read(XLIFF_1_2, file).states[TITLE] == state


def test_a_file_may_say_that_it_is_xliff_2_0() -> None:
    file = XLIFF_2.write(translated()).replace(b'version="2.1"', b'version="2.0"')

    assert len(read(XLIFF_2, file).texts) == 3


def test_what_a_tool_calls_approved_is_not_reviewed_for_that() -> None:
    file = XLIFF_1_2.write(translated()).replace(b'resname="title"', b'resname="title" approved="yes"')

    assert read(XLIFF_1_2, file).states[TITLE] == State.INITIAL


@pytest.mark.parametrize("language", ["es", "ES"])
def test_the_case_of_a_language_does_not_matter(language: str) -> None:
    file = XLIFF_2.write(translated()).replace(b'trgLang="es"', f'trgLang="{language}"'.encode())

    assert len(read(XLIFF_2, file).texts) == 3


PO_WAYS = {
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "no empty lines": lambda text: text.replace("\n\n", "\n"),
    "no space behind a keyword": lambda text: text.replace("msgstr ", "msgstr"),
    "comments of tools": lambda text: text.replace("#. ", '#: file:1\n#| msgid "Old"\n# Somebody: done\n#. '),
    "old entries": lambda text: text + '\n#~ msgctxt "12/title"\n#~ msgid "Old"\n#~ msgstr "Viejo"\n',
    "nothing between entries": lambda text: "".join(
        line for line in text.splitlines(keepends=True) if line.strip() and not line.startswith("#")
    ),
    "broken in the middle": lambda text: text.replace("Detenido el", 'Detenido"\n" el'),
    "no end of the last line": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("way", PO_WAYS.values(), ids=PO_WAYS)
def test_po_may_be_written_in_other_ways(way: object) -> None:
    assert callable(way)
    text = PO.write(translated()).decode()
    assert way(text) != text

    assert len(read(PO, way(text).encode()).texts) == 3


def test_an_entry_that_is_fuzzy_is_a_proposal() -> None:
    file = PO.write(translated()).replace(b"#, fuzzy\n", b"#, no-wrap, fuzzy\n")

    assert read(PO, file).states[TITLE] == State.INITIAL


def test_an_entry_that_is_not_fuzzy_is_translated() -> None:
    file = PO.write(translated()).replace(b"#, fuzzy\n", b"")

    assert read(PO, file).states[TITLE] == State.TRANSLATED
