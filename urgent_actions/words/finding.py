"""The words of a document, and the words of a query that looks for it."""

from .folding import fold, legible
from .numbers import find_numbers, find_separate_numbers
from .splitting import document_tokens, query_tokens

# PostgreSQL refuses words beyond 2 kB. No one looks for more than the beginning of such a word.
LONGEST_TOKEN = 64


def words(*texts: str) -> tuple[str, ...]:
    """Return the different words of ``texts`` in the order in which they first occur, the numbers of a text first."""
    found: dict[str, None] = {}
    for text in map(legible, texts):
        numbers, folded = find_numbers(text), fold(text)
        found |= dict.fromkeys(token for number in numbers for token in number.tokens)
        found |= dict.fromkeys(token[:LONGEST_TOKEN] for token in document_tokens(folded))
        # A word that hangs on a number by an apostrophe is cut off there in a query alone.
        asked = query_words(text) if numbers else (token[:LONGEST_TOKEN] for token in query_tokens(folded))
        found |= dict.fromkeys(asked)
    return tuple(found)


def query_words(text: str) -> tuple[str, ...]:
    """Return the different words of a query in order. Each must begin a word of the document; () asks for nothing.

    A UA number or an index number is one word, wherever in the query it stands. Nothing is cut off: how much may be
    asked the caller decides.
    """
    asked, place = [], 0
    plain = legible(text)
    for number in find_separate_numbers(plain):
        asked += [*query_tokens(fold(plain[place : number.start])), number.tokens[0]]
        place = number.end
    asked += query_tokens(fold(plain[place:]))
    return tuple(dict.fromkeys(token[:LONGEST_TOKEN] for token in asked))
