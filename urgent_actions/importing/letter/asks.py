"""What a letter asks for, where it is no list: the model letters of today ask in a paragraph. Plain Python."""

import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources

from ...urgent_action import SampleLetter
from ..resemblance import plainly


def with_asks(letter: SampleLetter, *, language: str) -> SampleLetter:
    """Return the letter with the last paragraphs that ask for something as its asks: the same words in the same order.

    A letter that has a list of asks stays as it is, and so does one in which nothing is known to ask.
    """
    if letter.asks or letter.asks_introduction:
        return letter
    asking = [_asks(paragraph, language) for paragraph in letter.paragraphs]
    if True not in asking:
        return letter
    last = len(asking) - asking[::-1].index(True)
    first = last - [*asking[:last][::-1], False].index(False)
    return replace(
        letter,
        paragraphs=letter.paragraphs[:first],
        asks=letter.paragraphs[first:last],
        closing=(*letter.paragraphs[last:], *letter.closing),
    )


def _asks(paragraph: str, language: str) -> bool:
    said = f" {plainly(paragraph)} "
    return any(f" {words} " in said for words in _words().get(language.partition("-")[0], ()))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    file = resources.files(__package__).joinpath("asks.toml")
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return {language: tuple(map(plainly, words)) for language, words in read.items()}
