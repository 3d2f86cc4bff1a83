"""Safe HTML as plain text."""

from html.parser import HTMLParser

# These may stand in the middle of a word; every other tag ends one.
_INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    ]
)


def plain_text(html: str) -> str:
    """Return the text of safe HTML on one line, with a blank where a block ends. Addresses of links are no text."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.pieces).split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_word(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_word(tag)

    def _end_word(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" ")
