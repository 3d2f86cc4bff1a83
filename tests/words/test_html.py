"""Safe HTML as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.words import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
        ("One<br/>two", "One two"),
        ("One<hr>two", "One two"),
        ("Teguci<b>gal</b>pa", "Tegucigalpa"),
        ("<p>the <a href='https://example.org/hidden'>link</a>s</p>", "the links"),
        ("Fish &amp; chips&nbsp;&#233;", "Fish & chips é"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("<!-- hidden -->shown", "shown"),
        ("AT&T", "AT&T"),
        ("ends in &am", "ends in &am"),
        ("1 < 2", "1 < 2"),
        (" <p>\n  much \t space </p>\n", "much space"),
    ],
)
def test_tags_go_and_blocks_end_words(html: str, text: str) -> None:
    assert plain_text(html) == text


@given(st.text("abc é\n", max_size=30))
def test_text_without_tags_remains(text: str) -> None:
    assert plain_text(f"<p>{text}</p>") == " ".join(text.split())
