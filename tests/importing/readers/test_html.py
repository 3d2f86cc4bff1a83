"""HTML pages: what a browser would show of them, and nothing from elsewhere."""

import sys

import pytest

from tests.importing.readers.samples import blocks, texts
from urgent_actions.importing.document import Line, Unreadable
from urgent_actions.importing.readers import read, read_text


def lines(body: str) -> list[Line]:
    return list(read_text(f"<html><body>{body}</body></html>").lines)


def test_blocks_make_paragraphs_and_breaks_make_lines() -> None:
    page = (
        "<h1>In danger</h1><p>Ada Example<br>Director,\n   Office</p><div>Street 1</div><div>City</div><p>Dear Ada,</p>"
    )
    assert blocks(lines(page)) == [
        ["In danger"],
        ["Ada Example", "Director, Office"],
        ["Street 1", "City"],
        ["Dear Ada,"],
    ]


def test_two_breaks_are_an_empty_line() -> None:
    assert blocks(lines("one<br><br>two<div><br></div><div>three</div>")) == [["one"], ["two"], ["three"]]


def test_headings_and_bold_lines_are_told() -> None:
    page = "before<h2>A <i>title</i></h2><p><b>TAKE</b> <strong>ACTION</strong></p><p><b>Name:</b> Ada</p>"
    assert lines(page + '<p><span style="font-weight: 700">OUTCOME</span></p>') == [
        Line(number=1, text="before"),
        Line(number=2, text="A title", after_gap=True, heading=True),
        Line(number=3, text="TAKE ACTION", after_gap=True, bold=True),
        Line(number=4, text="Name: Ada", after_gap=True),
        Line(number=5, text="OUTCOME", after_gap=True, bold=True),
    ]


def test_items_have_the_sign_that_a_browser_gives_them() -> None:
    page = "Please:<ul><li>free her<ul><li>now</li></ul></li><li><p>pay</p></li></ul><ol><li>One</li><li>Two</li></ol>"
    assert [(line.bullet, line.text, line.after_gap) for line in lines(page)] == [
        ("", "Please:", False),
        ("•", "free her", True),
        ("•", "now", False),
        ("•", "pay", False),
        ("1.", "One", True),
        ("2.", "Two", False),
    ]


def test_a_typed_sign_is_read_as_one() -> None:
    assert lines("<p>• Free her</p>") == [Line(number=1, text="Free her", bullet="•")]


def test_lines_of_preformatted_text_stay_lines() -> None:
    assert blocks(lines("<pre>Ada Example\nDirector\n\nStreet 1</pre>")) == [["Ada Example", "Director"], ["Street 1"]]


def test_cells_are_lines_of_their_own() -> None:
    assert texts(lines("<table><tr><td>Ada</td><td>Bob</td></tr><tr><td>A1</td><td>B1</td></tr></table>")) == [
        "Ada",
        "Bob",
        "A1",
        "B1",
    ]


@pytest.mark.parametrize(
    "noise",
    [
        "<script>document.write('x')</script>",
        "<style>p { color: red }</style>",
        "<nav><a href='/'>Home</a></nav>",
        "<div role='navigation'>Home</div>",
        "<svg><title>Share</title></svg>",
        "<noscript>Switch it on</noscript>",
        "<button>Share</button>",
        "<select><option>Country</option></select>",
        "<p hidden>Old text</p>",
        "<p style='display:none'>Old <b>text</b></p>",
        "<span aria-hidden='true'>#</span>",
        "<!-- a comment -->",
        "<template><p>Item</p></template>",
        "<iframe src='https://example.org'>Frame</iframe>",
    ],
)
def test_what_nobody_reads_is_dropped(noise: str) -> None:
    assert texts(lines(f"<p>Before</p>{noise}<p>after</p>")) == ["Before", "after"]


def test_a_link_is_its_text() -> None:
    assert texts(lines("<p><a href='https://example.org/1'>The letter</a> &amp; more&nbsp;&ndash; &copy;</p>")) == [
        "The letter & more\u00a0– ©"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<html><meta charset='iso-8859-1'><p>Señor".encode("latin-1"),
        "<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>Señor".encode("cp1252"),
        "<html><p>Señor".encode(),
        "<html><p>Señor".encode("utf-16"),
        "<html><meta charset='punycode'><p>Señor".encode(),
        "<html><meta charset='utf-16'><p>Señor".encode(),
        "<!DOCTYPE html><!-- old --><p>Señor".encode(),
    ],
)
def test_the_encoding_is_the_declared_one_unless_that_is_wrong(content: bytes) -> None:
    assert texts(read(content).lines) == ["Señor"]


def test_html_under_the_name_of_a_text_is_read_as_html() -> None:
    assert texts(read(b"<html><p>Dear Minister,", name="appeal.txt").lines) == ["Dear Minister,"]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^There is no text in it\.$"):
        lines("<img src='https://example.org/scan.png' alt=''>")


def test_entities_of_its_own_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    assert "haha" not in " ".join(texts(read_text(f"{bomb}<html><body>x &b; &c;").lines))


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(Unreadable, match=r"^Its parts lie one inside another"):
        lines("<div>" * 100_000)


def test_without_lxml_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(Unreadable, match=r"cannot read HTML files: install wagtail-urgent-actions\[import\]"):
        lines("<p>x")
