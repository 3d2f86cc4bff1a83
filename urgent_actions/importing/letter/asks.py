"""What a letter asks for, where it is no list: the model letters of today ask in a paragraph. Plain Python."""

from dataclasses import replace
from functools import cache

from ...messages import gettext_noop
from ...urgent_action import SampleLetter
from ..draft import Doubt, Draft
from ..resemblance import plainly
from ..words import languages, listed_in

ASKS_IN_PROSE = gettext_noop("The letter has no list of asks: the paragraph that asks was taken for it. Look at it.")


def asks_apart(draft: Draft) -> Draft:
    """Return the draft with the asks of its letter apart from the rest of it, and with a doubt where they were prose.

    A page needs them so; a document need not say them so.
    """
    said = draft.urgent_action
    letter = with_asks(said.letter, language=said.language)
    if letter == said.letter:
        return draft
    doubts = (*draft.doubts, Doubt(code="asks", template=ASKS_IN_PROSE))
    return replace(draft, urgent_action=replace(said, letter=letter), doubts=doubts)


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
    return any(f" {words} " in said for words in _words(language.partition("-")[0]))


@cache
def _words(language: str) -> tuple[str, ...]:
    return tuple(plainly(each) for each in listed_in(language, "letter.asking")) if language in languages() else ()
