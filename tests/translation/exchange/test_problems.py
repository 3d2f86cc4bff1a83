"""A segment that is not in order is named and not taken; the others are."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.translation.exchange.samples import (
    EACH,
    LETTER,
    SUMMARY,
    SUMMARY_IN_SPANISH,
    TITLE,
    XLIFF,
    part,
    returned,
    said,
    teacher,
    translated,
)
from urgent_actions.translation.exchange.document import ProblemKind, Reading
from urgent_actions.translation.exchange.formats import PO, XLIFF_1_2, XLIFF_2, Format

OTHERS = {("12", "title"): "Detenido el maestro", ("12", "sample_letter.l1"): "Le escribo\n\npor él."}


def changed(format_: Format, change: Callable[[bytes], bytes]) -> Reading:
    """Return what the translated file brings after somebody changed it."""
    file = format_.write(translated())
    other = change(file)
    assert other != file
    return format_.read(other, teacher())


def in_target(file: bytes, old: bytes, new: bytes, *, start: bytes = b"<target") -> bytes:
    """Change the first that stands in the summary's target."""
    position = file.index(start, file.index(b"summary.s1"))
    return file[:position] + file[position:].replace(old, new, 1)


def kinds(reading: Reading) -> list[tuple[ProblemKind, str, str]]:
    return [(each.kind, each.key, each.path) for each in reading.problems]


@EACH
def test_a_text_that_is_not_expected_is_foreign(format_: Format) -> None:
    reading = format_.read(format_.write(translated()), [part(TITLE, LETTER)])

    assert reading.texts == OTHERS
    assert kinds(reading) == [(ProblemKind.FOREIGN, "12", "summary.s1")]


@EACH
def test_the_texts_of_an_urgent_action_that_is_not_expected_are_foreign(format_: Format) -> None:
    reading = format_.read(format_.write(translated()), [part(TITLE, key="13")])

    assert reading.texts == {}
    assert [(kind, key) for kind, key, _path in kinds(reading)] == [(ProblemKind.FOREIGN, "12")] * 3


@EACH
def test_a_text_that_is_there_twice_is_not_taken_at_all(format_: Format) -> None:
    reading = changed(format_, lambda file: file.replace(b"sample_letter.l1", b"title"))

    assert reading.texts == {("12", "summary.s1"): SUMMARY_IN_SPANISH}
    assert kinds(reading) == [(ProblemKind.TWICE, "12", "title")]


@EACH
@pytest.mark.parametrize(
    "present",
    [
        replace(SUMMARY, source=SUMMARY.source.replace("ill", "well")),
        replace(SUMMARY, source=SUMMARY.source.replace("<b>teacher</b>", "teacher")),
        replace(SUMMARY, source=SUMMARY.source.replace("<li>One</li>", "")),
        replace(SUMMARY, source=SUMMARY.source.replace('<a id="a1">held</a>', "held")),
    ],
    ids=["word", "emphasis", "item", "link"],
)
def test_a_translation_of_another_wording_is_outdated(format_: Format, present: object) -> None:
    reading = format_.read(format_.write(translated()), [part(TITLE, present, LETTER)])

    assert reading.texts == OTHERS
    assert kinds(reading) == [(ProblemKind.OUTDATED, "12", "summary.s1")]


@EACH
def test_spaces_that_a_tool_changed_in_the_source_do_not_make_it_another_wording(format_: Format) -> None:
    sent = replace(LETTER, source="I am writing about him.", target="Le escribo por él.")

    assert returned(format_, sent, expected=[part(LETTER)]).texts == {("12", "sample_letter.l1"): "Le escribo por él."}


@EACH
def test_a_control_character_in_a_target_is_named(format_: Format) -> None:
    reading = returned(format_, replace(TITLE, target="Detenido\x85el maestro"))

    assert reading.texts == {}
    assert [said(each) for each in reading.problems] == [
        f"Line {reading.problems[0].line}: the translation of “12/title” has a control character: U+0085."
    ]


@EACH
@pytest.mark.parametrize(("length", "taken"), [(60, True), (61, False)])
def test_a_target_is_as_long_as_its_field_allows(format_: Format, length: int, taken: bool) -> None:
    reading = returned(format_, replace(TITLE, target="é" * length))

    assert bool(reading.texts) is taken
    assert [each.kind for each in reading.problems] == [] if taken else [ProblemKind.TOO_LONG]


# What somebody did to the Spanish summary in a tool that lets them.
PO_MARKUP = {
    "missing": ("<b>maestro</b>", "maestro", "<b> of the source is missing"),
    "twice": ("está", "<b>está</b>", "<b> is not in the source, or not as often"),
    "other": ("<b>maestro</b>", "<i>maestro</i>", "<b> of the source is missing"),
    "badly nested": ("<b>maestro</b>", "<b>maestro</p>", "<b> is not closed where it should be"),
    "not open": ("maestro</b>", "maestro</b></em>", "</em> closes what is not open"),
    "not closed": ("<li><i>Dos</i></li></ul>", "<li><i>Dos</i></li>", "<ul> is not closed where it should be"),
    "unknown link": (r"<a id=\"a1\">", r"<a id=\"a2\">", '<a id="a1"> of the source is missing'),
    "address": (
        r"<a id=\"a1\">",
        r"<a href=\"//evil.example\">",
        '<a href="//evil.example"> is no markup of this text',
    ),
    "script": ("maestro<", "<script>alert(1)</script><", "<script> is no markup of this text"),
    "comment": ("maestro<", "<!-- x --><", "<!-- x --> is no markup of this text"),
    "sign": ("está", "2 < 3", "< 3 enfermo.</p> is no markup of this text"),
    "outside": ("</p><ul>", "</p>Además<ul>", "“Además” stands outside the paragraphs and lists"),
    "between": ("</li><li>", "</li>y<li>", "y must not stand inside <ul>"),
    "moved": ("</p><ul><li>Uno</li>", "</p><ul>", "<li> of the source is missing"),
}


@pytest.mark.parametrize(("old", "new", "reason"), PO_MARKUP.values(), ids=PO_MARKUP)
def test_html_in_po_that_is_not_the_source_s_is_refused_with_its_segment(old: str, new: str, reason: str) -> None:
    reading = changed(PO, lambda file: in_target(file, old.encode(), new.encode(), start=b"msgstr"))
    [problem] = reading.problems

    assert reading.texts == OTHERS
    assert said(problem).startswith(f"Line {problem.line}: the markup of “12/summary.s1” is wrong: {reason}")


# The same in both versions of XLIFF, whose names for codes differ.
XLIFF_MARKUP = {
    "missing": (b'<PAIR id="3"', b'<PAIR id="2"', '<a id="a1"> of the source is missing'),
    "unknown": (b'<PAIR id="3"', b'<PAIR id="9"', "code 9 is not in the source"),
    "no number": (b'<PAIR id="3"', b"<PAIR", "code  is not in the source"),
    "foreign element": (b"Uno", b"<sub>Uno</sub>", "<sub> is no markup of this text"),
    "html": (b"Uno", b'<b xmlns="http://www.w3.org/1999/xhtml">Uno</b>', "<http://www.w3.org/1999/xhtml b> is no"),
    "break for pair": (b'<ALONE id="4"', b'<ALONE id="3"', "code 3 is not in the source"),
    "in another place": (b'<PAIR id="5"', b'<PAIR id="1"', "<li> must not stand inside <p>"),
}


@XLIFF
@pytest.mark.parametrize(("old", "new", "reason"), XLIFF_MARKUP.values(), ids=XLIFF_MARKUP)
def test_codes_that_are_not_the_source_s_are_refused_with_their_segment(
    format_: Format, old: bytes, new: bytes, reason: str
) -> None:
    names = {XLIFF_2: (b"pc", b"ph"), XLIFF_1_2: (b"g", b"x")}[format_]

    def named(text: bytes) -> bytes:
        return text.replace(b"PAIR", names[0]).replace(b"ALONE", names[1])

    reading = changed(format_, lambda file: in_target(file, named(old), named(new)))
    [problem] = reading.problems

    assert reading.texts == OTHERS
    assert said(problem).startswith(f"Line {problem.line}: the markup of “12/summary.s1” is wrong: {reason}")


@XLIFF
def test_a_code_in_plain_text_is_refused(format_: Format) -> None:
    name = "pc" if format_ is XLIFF_2 else "g"
    reading = changed(
        format_,
        lambda file: file.replace(b"Detenido el maestro", f'Detenido el <{name} id="1">maestro</{name}>'.encode()),
    )

    assert [said(each).split(": ")[-1] for each in reading.problems] == ["this text has no markup."]


@EACH
def test_the_line_of_a_problem_is_that_on_which_its_segment_is_named(format_: Format) -> None:
    file = format_.write(translated()).replace(b"Uno", b"<sub>Uno</sub>")
    [problem] = format_.read(file, teacher()).problems

    assert b"summary.s1" in file.split(b"\n")[problem.line - 1]


def test_a_segment_that_a_tool_split_is_not_taken() -> None:
    reading = changed(
        XLIFF_2,
        lambda file: file.replace(
            b"<source>Teacher Sample Person arrested</source>",
            b"<source>Teacher </source></segment><segment><source>Sample Person arrested</source>",
        ),
    )

    assert kinds(reading) == [(ProblemKind.SPLIT, "12", "title")]
