"""What goes out, is translated and comes back is what was translated: in each format, for every script."""

from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.exchange.samples import EACH, LETTER, SUMMARY, TITLE, part, returned, translated
from urgent_actions.translation.exchange.document import Part, State, Text
from urgent_actions.translation.exchange.formats import PO, Format
from urgent_actions.translation.exchange.markup import Code, Nodes, as_html

# Every character but controls, which no text has, and the line break that becomes another one.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    [
        "\n",
        "\t",
        " ",
        "<",
        "&",
        '"',
        "'",
        "\\",
        "%",
        "]]>",
        "\u2028",
        "\u2029",
        "\u200f",
        "\u2067",
        "م",
        "中",
        "👩🏽‍🏫",
        "é",
    ]
)
PLAIN = st.lists(CHARACTERS, max_size=20).map("".join)
WORDS = PLAIN.filter(str.strip)


def code(tag: str, link: str = "") -> st.SearchStrategy[Code]:
    return st.lists(WORDS, max_size=2).map(lambda children: Code(tag, link, list(children)))


INLINE = st.one_of(
    WORDS,
    st.builds(Code, st.just("br")),
    code("a", "a1"),
    code("a"),
    *(
        st.builds(Code, st.just(tag), st.just(""), st.lists(WORDS | code("b") | code("i"), max_size=2))
        for tag in ("b", "i", "strong", "em")
    ),
)
LINES = st.lists(INLINE, max_size=4)
ITEMS = st.lists(st.builds(Code, st.just("li"), st.just(""), LINES), min_size=1, max_size=3)
BLOCKS = st.one_of(
    st.builds(Code, st.just("p"), st.just(""), LINES),
    st.builds(Code, st.sampled_from(["ul", "ol"]), st.just(""), ITEMS),
)
RICH = st.lists(BLOCKS, min_size=1, max_size=3).filter(lambda nodes: any(_words(nodes)))


def _words(nodes: Nodes) -> list[str]:
    return [word for each in nodes for word in ([each] if isinstance(each, str) else _words(each.children))]


def _in_other_words(nodes: Nodes, words: st.DrawFn) -> Nodes:
    return [
        words(WORDS) if isinstance(each, str) else Code(each.tag, each.link, [*_in_other_words(each.children, words)])
        for each in nodes
    ]


@st.composite
def texts(draw: st.DrawFn, path: str) -> Text:
    state = draw(st.sampled_from(State))
    note = draw(PLAIN)
    if draw(st.booleans()):
        source = draw(RICH)
        target = draw(st.booleans()) and as_html(_in_other_words(source, draw))
        return Text(path=path, source=as_html(source), target=target or "", note=note, state=state, rich=True)
    return Text(path=path, source=draw(WORDS), target=draw(WORDS | st.just("")), note=note, state=state)


@st.composite
def packages(draw: st.DrawFn) -> list[Part]:
    numbers = count()
    return [
        part(
            *(draw(texts(f"summary.{next(numbers)}")) for _each in range(draw(st.integers(1, 3)))),
            key=key,
            title=draw(PLAIN),
            target_language=language,
        )
        for language in [draw(st.sampled_from(["ar", "zh-hant", "fr", "pt-BR"]))]
        for key in draw(st.lists(st.sampled_from(["1", "20", "x&<y"]), min_size=1, max_size=2, unique=True))
    ]


def targets(package: list[Part]) -> dict[tuple[str, str], str]:
    return {(each.key, text.path): text.target for each in package for text in each.texts if text.target}


@EACH
@settings(max_examples=50, deadline=None)
@given(package=packages())
def test_what_is_translated_comes_back(format_: Format, package: list[Part]) -> None:
    reading = format_.read(format_.write(package), package)

    assert reading.problems == ()
    assert reading.texts == targets(package)


@EACH
@settings(max_examples=50, deadline=None)
@given(package=packages())
def test_a_file_written_again_is_the_same_file(format_: Format, package: list[Part]) -> None:
    file = format_.write(package)
    reading = format_.read(file, package)
    filled = [
        replace(
            each,
            texts=[
                replace(
                    text,
                    target=reading.texts.get((each.key, text.path), ""),
                    state=reading.states.get((each.key, text.path), State.INITIAL),
                )
                for text in each.texts
            ],
        )
        for each in package
    ]

    assert format_.write(filled) == file


@EACH
def test_a_whole_urgent_action_comes_back_as_it_was_translated(format_: Format) -> None:
    [sent] = translated()

    reading = format_.read(format_.write([sent]), [sent])

    assert reading.texts == {("12", text.path): text.target for text in sent.texts}


@EACH
def test_the_state_comes_back_as_far_as_the_format_knows_it(format_: Format) -> None:
    sent = [replace(TITLE, path=f"t.{state}", target="Título", state=state) for state in State]
    reviewed = State.TRANSLATED if format_ is PO else State.REVIEWED

    assert list(returned(format_, *sent).states.values()) == [State.INITIAL, State.TRANSLATED, reviewed]


@EACH
def test_a_text_without_a_target_is_neither_taken_nor_a_problem(format_: Format) -> None:
    reading = returned(format_, TITLE, replace(SUMMARY, target="<p> </p>"), replace(LETTER, target=" \n"))

    assert (reading.texts, reading.problems) == ({}, ())


@EACH
def test_a_text_without_words_does_not_go_out(format_: Format) -> None:
    assert b"empty" not in format_.write([part(TITLE, Text(path="empty", source=" \n"))])


@EACH
def test_line_breaks_of_every_kind_come_back_as_one(format_: Format) -> None:
    sent = replace(LETTER, source="One\r\ntwo\rthree", target="Uno\r\ndos\rtres")

    assert returned(format_, sent).texts == {("12", "sample_letter.l1"): "Uno\ndos\ntres"}


@EACH
def test_a_translation_may_order_emphasis_and_links_as_its_language_does(format_: Format) -> None:
    sent = replace(
        SUMMARY,
        source='<p><b>One</b> and <a id="a1">two</a>, <a id="a2">three</a></p>',
        target='<p><a id="a2">Tres</a> <a id="a1"><b>uno</b> y dos</a></p>',
    )

    assert returned(format_, sent).texts == {("12", "summary.s1"): sent.target}


@EACH
def test_a_target_with_other_markup_than_its_source_does_not_go_out(format_: Format) -> None:
    file = format_.write([part(replace(SUMMARY, target="<p>Antiguo</p>"))])

    assert b"Antiguo" not in file


@EACH
def test_html_that_is_written_in_another_way_is_the_same_text(format_: Format) -> None:
    sent = replace(SUMMARY, source="<p>Fish &#38; chips&nbsp;<br></p>", target="<p>Pescado &amp; patatas<br></p>")
    stored = replace(SUMMARY, source="<p>Fish &amp; chips\xa0<br/></p>")

    assert returned(format_, sent, expected=[part(stored)]).texts == {
        ("12", "summary.s1"): "<p>Pescado &amp; patatas<br/></p>"
    }
