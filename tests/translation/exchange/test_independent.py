"""What we write, as readers see it that are not ours: lxml, the standard library's XML, polib and Babel."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import polib
import pytest
from babel.messages.pofile import read_po
from lxml import etree

from tests.translation.exchange.samples import EACH, LETTER, SUMMARY, TITLE, XLIFF, part, translated
from urgent_actions.translation.exchange.document import State
from urgent_actions.translation.exchange.formats import PO, XLIFF_1_2, XLIFF_2, Format

# The order in which the schema of each version wants the children, and the attributes without which it wants nothing.
ORDER_2 = {
    "xliff": ["file"],
    "file": ["profiles", "notes", "unit"],
    "unit": ["notes", "originalData", "segment"],
    "segment": ["source", "target"],
}
ORDER_1_2 = {
    "xliff": ["file"],
    "file": ["header", "body"],
    "body": ["trans-unit"],
    "trans-unit": ["source", "target", "note"],
}
REQUIRED_2 = {
    "xliff": {"version", "srcLang", "trgLang"},
    "file": {"id"},
    "unit": {"id"},
    "data": {"id"},
    "pc": {"id"},
    "ph": {"id"},
}
REQUIRED_1_2 = {
    "xliff": {"version"},
    "file": {"original", "source-language", "datatype"},
    "trans-unit": {"id"},
    "g": {"id"},
    "x": {"id"},
}


def tree(format_: Format) -> etree._Element:
    return etree.fromstring(format_.write(translated()))


def name(element: etree._Element) -> str:
    return etree.QName(element).localname


def named(root: etree._Element, local: str) -> list[etree._Element]:
    return root.xpath(f"//*[local-name()='{local}']")


@pytest.mark.parametrize(("format_", "order"), [(XLIFF_2, ORDER_2), (XLIFF_1_2, ORDER_1_2)], ids=["2.1", "1.2"])
def test_elements_stand_in_the_order_of_the_schema(format_: Format, order: dict[str, list[str]]) -> None:
    for element in tree(format_).iter():
        if name(element) in order:
            places = [order[name(element)].index(name(child)) for child in element]
            assert places == sorted(places)


@pytest.mark.parametrize(
    ("format_", "required"), [(XLIFF_2, REQUIRED_2), (XLIFF_1_2, REQUIRED_1_2)], ids=["2.1", "1.2"]
)
def test_no_element_lacks_what_the_schema_requires(format_: Format, required: dict[str, set[str]]) -> None:
    for element in tree(format_).iter():
        assert required.get(name(element), set()) <= set(element.attrib)


@XLIFF
def test_the_source_is_the_text_without_its_markup(format_: Format) -> None:
    assert ["".join(source.itertext()) for source in named(tree(format_), "source")] == [
        TITLE.source,
        "The teacher is heldand ill.OneTwo",
        LETTER.source,
    ]


@XLIFF
def test_two_parsers_agree_on_the_file(format_: Format) -> None:
    file = format_.write(translated())

    theirs = ElementTree.fromstring(file)  # noqa: S314  # we wrote it

    assert [each.text for each in theirs.iter()] == [each.text for each in etree.fromstring(file).iter()]


@XLIFF
def test_each_code_of_a_target_has_the_number_that_it_has_in_the_source(format_: Format) -> None:
    [source] = [each for each in named(tree(format_), "source") if len(each)]
    [target] = [each for each in named(tree(format_), "target") if len(each)]

    def described(element: etree._Element) -> set[tuple[str, ...]]:
        return {(name(each), *each.attrib.values()) for each in element.iterdescendants()}

    assert described(source) == described(target)
    assert len(described(source)) == len(list(source.iterdescendants())) == 8


def test_every_reference_of_version_2_leads_to_original_data() -> None:
    for unit in named(tree(XLIFF_2), "unit"):
        data = {each.get("id"): each.text for each in named(unit, "data") if each in list(unit.iterdescendants())}
        for code in unit.xpath(".//*[@dataRefStart]"):
            start, end = data[code.get("dataRefStart")], data[code.get("dataRefEnd")]
            assert end == f"</{start.strip('<>').split()[0]}>"
        assert all(data[code.get("dataRef")] == "<br/>" for code in unit.xpath(".//*[@dataRef]"))


def test_ids_of_version_2_are_unique_in_their_file() -> None:
    sent = [*translated(), replace(translated()[0], key="13")]
    root = etree.fromstring(XLIFF_2.write(sent))

    assert [(each.get("id"), each.get("original")) for each in named(root, "file")] == [("f1", "12"), ("f2", "13")]
    assert [each.get("id") for each in named(root, "unit")] == ["u1", "u2", "u3"] * 2


@XLIFF
def test_spaces_are_kept(format_: Format) -> None:
    units = named(tree(format_), "unit") or named(tree(format_), "trans-unit")

    assert {each.get("{http://www.w3.org/XML/1998/namespace}space") for each in units} == {"preserve"}


@XLIFF
def test_a_state_beyond_the_first_is_only_told_of_a_target(format_: Format) -> None:
    sent = part(replace(TITLE, state=State.REVIEWED), replace(LETTER, state=State.TRANSLATED))

    for element in etree.fromstring(format_.write([sent])).iter():
        assert element.get("state", "initial") == "initial"
        assert element.get("approved") is None


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("es", "ltr"), ("zh-hant", "ltr")])
def test_version_2_tells_in_which_direction_a_language_runs(language: str, direction: str) -> None:
    [file] = named(etree.fromstring(XLIFF_2.write([part(TITLE, target_language=language)])), "file")

    assert (file.get("srcDir"), file.get("trgDir")) == ("ltr", direction)


@XLIFF
def test_the_limit_of_a_field_is_told_to_the_tool(format_: Format) -> None:
    restriction = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"
    units = named(tree(format_), "unit") or named(tree(format_), "trans-unit")

    assert [each.get(restriction) or each.get("maxwidth") for each in units] == ["60", None, None]


@EACH
def test_the_translator_is_told_title_deadline_and_field(format_: Format) -> None:
    text = format_.write(translated()).decode()

    assert [
        note for note in ("Teacher arrested", "2026-06-01", "Paragraph; part of the letter") if note not in text
    ] == []


def test_languages_are_written_as_their_tags_are() -> None:
    root = etree.fromstring(XLIFF_2.write([part(TITLE, target_language="zh-hant")]))

    assert (root.get("srcLang"), root.get("trgLang")) == ("en", "zh-Hant")


def test_polib_reads_what_we_write() -> None:
    file = polib.pofile(PO.write(translated()).decode())

    assert file.metadata["Language"] == "es"
    assert {each.msgctxt: (each.msgid, each.msgstr) for each in file} == {
        f"12/{text.path}": (text.source, text.target) for text in translated()[0].texts
    }


def test_what_polib_writes_is_read() -> None:
    file = polib.pofile(PO.write(translated()).decode(), wrapwidth=30)

    assert PO.read(str(file).encode(), translated()).texts == {
        ("12", text.path): text.target for text in translated()[0].texts
    }


def test_babel_reads_what_we_write() -> None:
    catalogue = read_po(BytesIO(PO.write(translated())))

    assert str(catalogue.locale) == "es"
    assert catalogue.get(SUMMARY.source, "12/summary.s1").string == translated()[0].texts[1].target
    assert catalogue.get(LETTER.source, "12/sample_letter.l1").auto_comments == [
        "Teacher arrested (2026-06-01)",
        "Paragraph; part of the letter",
    ]


def test_a_note_cannot_become_an_entry() -> None:
    sent = part(replace(TITLE, note='Headline\u2028msgid "x"\x85\nmsgstr "y"'))
    file = polib.pofile(PO.write([sent]).decode())

    assert [(each.msgid, each.comment) for each in file] == [
        (TITLE.source, 'Teacher arrested\nHeadline\nmsgid "x"\nmsgstr "y"')
    ]
