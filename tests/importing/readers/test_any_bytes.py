"""Whatever comes in, there comes out a document or one sentence: never another error."""

from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.readers.samples import docx, mail, pdf
from urgent_actions.importing.document import SourceDocument, Unreadable
from urgent_actions.importing.readers import read, read_text

TAGS = ["<p>", "<li>", "<ol>", "<br>", "</div>", "<pre>", "<script>", "<html>", "<!--", "<a href='", "&amp;", "&#0;"]
MARKS = ["**", "*", "_", "[", "](", ")", "<https://", ">", "\\", "# ", " #", "`", "a@example.org", "***@", "- ", "1. "]
SIGNS = ["\n", "\f", "\r", " ", "\u00a0", "\u200b", "\u2028", "\ud800", "\0", "•", "é", "أ"]
PIECES = st.sampled_from([*TAGS, *MARKS, *SIGNS])
WHOLE = st.sampled_from(
    [pdf("<p>Text"), docx(lambda document: document.add_paragraph("Text")), mail("Text").as_bytes()]
)


def is_sound(document: SourceDocument) -> bool:
    lines = document.lines
    return [line.number for line in lines] == list(range(1, len(lines) + 1)) and all(
        line.text and line.text == line.text.strip() and "\n" not in line.text for line in lines
    )


def outcome(content: bytes | str) -> bool:
    try:
        return is_sound(read(content) if isinstance(content, bytes) else read_text(content))
    except Unreadable as unreadable:
        words = {field for _, field, _, _ in Formatter().parse(unreadable.template) if field}
        return str(unreadable) == unreadable.template % unreadable.params and not words


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert outcome(content)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert outcome(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map(lambda pieces: "<html>" + "".join(pieces)))
def test_any_page_is_read_or_refused(text: str) -> None:
    assert outcome(text)


@settings(max_examples=12, deadline=None)
@given(WHOLE, st.data())
def test_files_that_are_cut_or_changed_are_read_or_refused(whole: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole)))
    content = whole[:start] + data.draw(st.binary(max_size=20)) + whole[start + data.draw(st.integers(0, 20)) :]
    assert outcome(content)


@pytest.mark.parametrize(
    "piece", [*TAGS, *MARKS, *SIGNS, "a", "a*", "*a", "_a", "[a", "[x]", "[](", "a.", "a@", "- -", "-."]
)
@pytest.mark.parametrize("before", ["", "# a", "[](", "<html>"])
def test_no_line_takes_longer_than_its_length_allows(before: str, piece: str) -> None:
    assert outcome(before + piece * 20_000 + "b")
