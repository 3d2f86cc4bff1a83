"""Whether two names, offices or addresses are the same, or one in another spelling. Plain Python."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from ..words.folding import fold

_HONORIFICS = frozenset(
    [
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "hon", "honourable", "honorable"),
        *("excellency", "majesty", "highness", "his", "her", "your", "the"),
        *("sr", "sra", "srta", "don", "dona", "excmo", "excma", "excelentisimo", "excelentisima", "lic", "ing"),
        *("m", "mme", "mlle", "monsieur", "madame", "son", "sa", "excellence"),
        *("herr", "frau", "exzellenz", "seine", "ihre"),
    ]
)
"""Words before a name that are no part of it, folded; languages as the documents have them."""
_EXCELLENCY = re.compile(r"\bh\.? ?e\.? ")
_APART = re.compile(r"[\W_]+")
_NEAR = 0.8
"""How much of two words is the same if one is a spelling of the other: Zhang and Zang, not Zhang and Wang."""


class Likeness(StrEnum):
    """How alike two names are."""

    SAME = "same"
    SPELLING = "spelling"
    LONGER = "longer"
    """One has words that the other leaves out."""


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without honorifics and punctuation; hyphens part words."""
    folded = _EXCELLENCY.sub("", fold(name)).replace("'", "")
    words = [word for word in _APART.split(folded) if word]
    return tuple([word for word in words if word not in _HONORIFICS] or words)


def name_keys(name: str) -> frozenset[str]:
    """Return keys of which two names share at least one if they are alike: for an index of many names."""
    words = name_words(name)
    if not words:
        return frozenset()
    initials = "".join(sorted(word[0] for word in words))
    return frozenset([*words, f"={''.join(words)}", f"#{initials}"])


def likeness(one: str, other: str) -> Likeness | None:
    """Return how alike two names are; None if they are different, or one is empty. The order of words is free."""
    first, second = sorted((name_words(one), name_words(other)), key=len)
    if not first:
        return None
    if sorted(first) == sorted(second):
        return Likeness.SAME
    if "".join(first) == "".join(second) or _nearly(first, second):
        return Likeness.SPELLING
    if len(first) > 1 and set(first) < set(second):
        return Likeness.LONGER
    return None


def _nearly(first: Iterable[str], second: Iterable[str]) -> bool:
    """Say whether each word of one is a word of the other, or nearly one that begins with the same letter."""
    left = list(second)
    for word in first:
        found = max(left, key=lambda each: _ratio(word, each), default="")
        if not found or (found != word and (found[0] != word[0] or _ratio(word, found) < _NEAR)):
            return False
        left.remove(found)
    return not left


def _ratio(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def plainly(*texts: str) -> str:
    """Return what is said, for comparison: folded, on one line, without punctuation."""
    return " ".join(" ".join(_APART.split(fold(text).replace("'", ""))).strip() for text in texts).strip()


def says_no_more(said: str, known: str) -> bool:
    """Say whether ``said`` is empty or stands in ``known``, word by word."""
    return f" {plainly(said)} " in f" {plainly(known)} " if plainly(said) else True
