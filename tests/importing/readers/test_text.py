"""Plain text and Markdown: what a reader sees of them, line by line."""

import codecs

import pytest

from tests.importing.readers.samples import blocks, texts
from urgent_actions.importing.document import Line, Unreadable
from urgent_actions.importing.readers import read, read_text

SPANISH = "Señor Ministro: «Actúen» – ya…"


def lines(text: str) -> list[Line]:
    return list(read_text(text).lines)


def test_lines_are_numbered_over_the_whole_document_and_empty_ones_are_gaps() -> None:
    assert lines("\n\nURGENT ACTION\n\n\n  Ada Example \r\nDirector\r\n") == [
        Line(number=1, text="URGENT ACTION"),
        Line(number=2, text="Ada Example", after_gap=True),
        Line(number=3, text="Director"),
    ]


def test_the_name_of_the_file_is_kept() -> None:
    assert read(b"Appeal", name="appeal.txt").name == "appeal.txt"


@pytest.mark.parametrize(
    "content",
    [
        SPANISH.encode(),
        codecs.BOM_UTF8 + SPANISH.encode(),
        SPANISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + SPANISH.encode("utf-16-be"),
        SPANISH.encode("utf-32"),
        SPANISH.encode("cp1252"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16, big end first", "UTF-32", "Windows"],
)
def test_the_encoding_is_found_out(content: bytes) -> None:
    assert texts(read(content).lines) == [SPANISH]


def test_latin_1_is_read_where_windows_has_no_letter() -> None:
    assert texts(read("Señor \x81 Ministro".encode("latin-1")).lines) == ["Señor  Ministro"]


def test_one_broken_byte_does_not_garble_the_names_in_the_rest() -> None:
    assert texts(read("José Núñez\n".encode() + b"\xff" + "Martínez".encode()).lines) == ["José Núñez", "�Martínez"]


def test_a_text_cut_off_within_a_letter_is_read_up_to_there() -> None:
    assert texts(read("José Núñez, Peñ".encode()[:-1]).lines) == ["José Núñez, Pe�"]


def test_what_nobody_sees_is_dropped_and_what_joins_letters_stays() -> None:
    assert texts(lines("Ada\u200b Exam\u00adple\x00\ufeff می\u200cخواهم")) == ["Ada Example می\u200cخواهم"]


def test_a_no_break_space_stays_within_a_line_and_goes_at_its_ends() -> None:
    assert texts(lines("\u00a0Appels\u00a0: Paris\u00a0")) == ["Appels\u00a0: Paris"]


@pytest.mark.parametrize(
    ("written", "bullet", "text"),
    [
        ("• Urging them to free her", "•", "Urging them to free her"),
        ("◼Ensure that", "◼", "Ensure that"),
        ("\uf0b7 Symbol font", "\uf0b7", "Symbol font"),
        ("  * Indented", "*", "Indented"),
        ("- Dash", "-", "Dash"),
        ("– En dash", "–", "En dash"),
        ("1) Please write", "1)", "Please write"),
        ("(2) Then", "(2)", "Then"),
        ("1. Write", "1.", "Write"),
        ("27. Januar 2015", "", "27. Januar 2015"),
        ("1. Januar 2015", "", "1. Januar 2015"),
        ("12. Straße 5", "", "12. Straße 5"),
        ("-OR-", "", "-OR-"),
        ("+1 202 555 0100", "", "+1 202 555 0100"),
        ("#MeToo activist", "", "#MeToo activist"),
    ],
)
def test_the_sign_of_an_item_is_told_from_its_text(written: str, bullet: str, text: str) -> None:
    assert lines(written) == [Line(number=1, text=text, bullet=bullet)]


def test_numbers_with_a_full_stop_are_signs_as_long_as_they_follow_each_other() -> None:
    assert [line.bullet for line in lines("1. One\nand more\n2. Two\n4. Vier\n3. Three")] == ["1.", "", "2.", "", "3."]


def test_a_sign_alone_belongs_to_the_line_that_follows() -> None:
    assert lines("•\nFree her") == [Line(number=1, text="Free her", bullet="•")]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("**Huang Beispiel (黄)**, and __her__ *sister*", "Huang Beispiel (黄), and her sister"),
        ("***Note: to both of them.**", "Note: to both of them."),
        ("**Open without end", "Open without end"),
        ("[Click here](#) to tell us", "Click here to tell us"),
        ("[](https://example.org/a_b_c)", "https://example.org/a_b_c"),
        ("Previous: <https://example.org/en/1/>", "Previous: https://example.org/en/1/"),
        ("<minister_of_justice@example.org>", "minister_of_justice@example.org"),
        ("E-mail: **office@example.org**", "E-mail: office@example.org"),
        ("[[email protected]](/cdn-cgi/l/email-protection#a1)", "[email protected]"),
        ("![Portrait](portrait.jpg)", None),
        ("[a](https://example.org/x_(y)) b", "a b"),
        ("@_office_ and www.example.org/_a_/", "@_office_ and www.example.org/_a_/"),
        (r"\*not bold\* 1\. \[x\](y)", "*not bold* 1. [x](y)"),
        (r"Street 1\\", "Street 1\\"),
        ("Street 1\\", "Street 1"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("> > Quoted text", "Quoted text"),
        ("a > b", "a > b"),
        ("    indented by four", "indented by four"),
    ],
)
def test_marks_are_dropped_and_what_they_mark_is_kept(written: str, text: str | None) -> None:
    assert texts(lines(f"{written}\nend"))[:-1] == ([text] if text is not None else [])


@pytest.mark.parametrize("written", ["a***@example.org", "***@example.org", "j**.d**@example.org", "555-****"])
def test_a_masked_contact_keeps_its_mask(written: str) -> None:
    assert texts(lines(written)) == [written]


def test_a_backslash_keeps_a_sign_from_opening_an_item() -> None:
    assert lines(r"\- 5 degrees") == [Line(number=1, text="- 5 degrees")]


def test_headings_and_bold_lines_are_told() -> None:
    assert lines("## What you can do ##\n**TAKE ACTION**\n**Bold** and not") == [
        Line(number=1, text="What you can do", heading=True),
        Line(number=2, text="TAKE ACTION", bold=True),
        Line(number=3, text="Bold and not"),
    ]


@pytest.mark.parametrize("rule", ["---", "* * *", "=====", "________", "```", "\f"])
def test_a_rule_is_a_gap(rule: str) -> None:
    assert blocks(lines(f"above\n{rule}\nbelow")) == [["above"], ["below"]]


def test_lines_end_where_markdown_in_html_says_so() -> None:
    assert texts(lines("Ada Example<br>Director<br />Street 1")) == ["Ada Example", "Director", "Street 1"]


@pytest.mark.parametrize("text", [" \n\t\n", "---\n", "\u200b"])
def test_a_text_without_letters_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"^There is no text in it\.$"):
        read_text(text)


def test_nothing_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^There is nothing in it\.$"):
        read(b"", name="empty.pdf")
