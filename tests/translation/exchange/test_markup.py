"""Rich text as a tree, and which trees have the markup of one another."""

import pytest

from urgent_actions.translation.exchange.agreement import check_agreement
from urgent_actions.translation.exchange.markup import BadMarkup, as_html, parse


@pytest.mark.parametrize(
    ("html", "canonical"),
    [
        ("", ""),
        ("a > b", "a &gt; b"),
        ("<p>a<br>b<br />c</p>", "<p>a<br/>b<br/>c</p>"),
        ('<p><a  id="a1" >x</a></p>', '<p><a id="a1">x</a></p>'),
        ("<p>&quot;&eacute;&#x2019;&nbsp;&amp;lt;</p>", '<p>"é’\xa0&amp;lt;</p>'),
        ("<ol>\n<li>a<ul><li>b</li></ul></li></ol>", "<ol>\n<li>a<ul><li>b</li></ul></li></ol>"),
    ],
)
def test_a_text_is_written_in_one_way(html: str, canonical: str) -> None:
    assert as_html(parse(html)) == canonical


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<p>a", "<p> is not closed where it should be"),
        ("<p/>", "<p> is not closed where it should be"),
        ("a</br>", "</br> closes what is not open"),
        ("<b><p>a</p></b>", "<p> must not stand inside <b>"),
        ("<p><ul></ul></p>", "<ul> must not stand inside <p>"),
        ("<ul><b>a</b></ul>", "<b> must not stand inside <ul>"),
        ("<li>a</li>", "<li> must stand in a list"),
        ('<a id="1"><b><a id="2">x</a></b></a>', '<a id="2"> must not stand inside <a>'),
        ("<b>" * 40, "<b> lies inside others deeper than 32 times"),
        ('<b id="1">a</b>', '<b id="1"> is no markup of this text; a plain < is written &lt;'),
        ("<P>a</P>", "<P> is no markup of this text; a plain < is written &lt;"),
        ("<" + "x" * 50, "<" + "x" * 39 + "… is no markup of this text; a plain < is written &lt;"),
    ],
)
def test_what_is_wrong_with_a_text_is_named(html: str, sentence: str) -> None:
    with pytest.raises(BadMarkup) as bad:
        parse(html)

    assert str(bad.value) == sentence


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<p>a <b>b</b></p><p>c</p>", "<p>1</p><p>2 <b>3</b></p>"),
        ("<p><b>a</b><i>b</i></p>", "<p><b><i>1</i></b></p>"),
        ("a <b>b</b>", "<b>1</b> 2"),
        ("<p>a</p>", "\n<p></p> "),
    ],
)
def test_emphasis_may_change_places(source: str, target: str) -> None:
    check_agreement(parse(target), source=parse(source))


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        (
            "<p>a</p><ul><li>b</li></ul>",
            "<ul><li>b</li></ul><p>a</p>",
            "its paragraphs and lists are not those of the source",
        ),
        (
            "<ul><li>a</li><li>b</li></ul>",
            "<ul><li>a</li></ul><ul><li>b</li></ul>",
            "<ul> is not in the source, or not as often",
        ),
        ("<p>a <b>b</b></p>", "<p>1</p><b>2</b>", "“<b>” stands outside the paragraphs and lists"),
        ('<p><a id="a1">b</a></p>', "<p><a>b</a></p>", '<a id="a1"> of the source is missing'),
    ],
)
def test_the_first_difference_is_named(source: str, target: str, sentence: str) -> None:
    with pytest.raises(BadMarkup) as bad:
        check_agreement(parse(target), source=parse(source))

    assert str(bad.value) == sentence
