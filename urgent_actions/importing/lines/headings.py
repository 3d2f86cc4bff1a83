"""Headings and labels: what begins a part of a document, wherever on a line it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..words import any_of, headings
from ..words.folding import fold
from .openings import opening_end

# So short a heading may as well begin a sentence: it has to stand alone, in capitals, or before a colon.
SHORT = 2
LONGEST_LINE = 200
NEAR = 40
ANYWHERE = frozenset(
    [
        *("word_mark", "take_action", "asks", "targets", "copies", "missions", "letter", "additional", "languages"),
        *("deadline", "persons", "previous", "check", "report", "number", "headline", "summary", "issued", "index"),
    ]
)
_AFTER = re.compile(r"[\s:.!,;–—-]*")
_WORD = re.compile(r"[^\W_][\w'./-]*")
_MARK_OF_NUMBER = re.compile(r"[\s:]*(?:no\.?\s*)?\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a ``kind`` at ``text[start:end]``; ``end`` is where its value begins."""

    kind: str
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    pattern: re.Pattern[str]
    colon: bool
    words: int
    length: int


def heading_at(text: str, folded: str, start: int = 0) -> Heading | None:
    """Return the longest heading that ``text`` has at ``start``, or None; ``folded`` is the folded text."""
    first = _WORD.match(folded, start)
    if first is None:
        return None
    for phrase in _by_first_word().get(first[0].rstrip(".'-/"), ()):
        match = phrase.pattern.match(folded, start)
        if match and _stands(text, folded, match, phrase):
            after = _AFTER.match(text, match.end())
            return Heading(phrase.kind, start, after.end() if after else match.end(), phrase.words)
    return None


def headings_within(text: str, folded: str) -> Iterator[Heading]:
    """Yield the headings that stand in the middle of ``text``: in capitals, or long ones at the start of a sentence."""
    first = heading_at(text, folded)
    at = max(1, first.end if first else 0)
    for place in _PLACES.finditer(text, 1):
        if place.start() < at or (
            place.start() > at and _IN_CAPITALS.search(text[max(0, place.start() - NEAR) : place.start()])
        ):
            continue
        found = heading_at(text, folded, place.start())
        if found is None or found.kind not in ANYWHERE:
            continue
        said = text[place.start() : found.end].strip(" :.!,;–—-")
        capitals = said.isupper() and (found.words > 1 or len(said) > 7)
        dated = text[found.end : found.end + 1].isdigit()
        sentence = place.start() < 2 or text[place.start() - 2] in '.!?:”"»)…]'
        # “The Urgent Action 44.22” in capitals is a number, and no heading.
        number = found.kind == "word_mark" and (_MARK_OF_NUMBER.match(text, found.end) or not capitals)
        if not number and (
            capitals or (sentence and (found.words > SHORT or dated or text[found.end - 2 : found.end] == ": "))
        ):
            yield found
            at = found.end


def _stands(text: str, folded: str, match: re.Match[str], phrase: _Phrase) -> bool:
    rest = folded[match.end() : match.end() + LONGEST_LINE].lstrip()
    if phrase.colon:
        said = rest.lstrip(": ")
        # “Letter: Free the students” is a title.
        return rest.startswith(":") and (phrase.kind != "letter" or not said or bool(opening_end(said)))
    if match.end() < len(folded) and folded[match.end()].isalnum():
        # The word mark may be glued to the headline: “Urgent ActionDEFENDERS …”.
        glued = text[match.end() :].split(" ", 1)[0]
        small = text[match.end() - 1].islower() and glued[0].isupper()
        # “URGENT ACTIONS” is the title of a list.
        capitals = len(glued) > SHORT and f"{text[match.start() : match.end()]}{glued}".isupper()
        return phrase.kind == "word_mark" and (small or capitals)
    if phrase.kind == "asks" and ":" not in rest:
        return not rest and text[match.start() : match.end()].isupper()
    if phrase.kind == "word_mark":
        return not _MARK_OF_NUMBER.match(folded, match.end()) and not any_of("noise.marks_of_senders").match(rest)
    if phrase.words > SHORT or not rest or rest[0] == ":" or rest[0].isdigit():
        return True
    if folded.endswith(":") and len(folded) < LONGEST_LINE and phrase.kind in ("asks", "targets", "copies"):
        return True
    if phrase.kind == "letter" and opening_end(rest):
        return True
    said = text[match.start() : match.end()]
    return said.isupper() or (rest[0] in ".!" and len(rest) < 2)


_PLACES = re.compile(r"(?<=[.!?:”\"»)…\]] )[^\W\d_]\w*|(?<![\w'’])[A-ZÀ-Þ][A-ZÀ-Þ'’]{2,}(?!\w)")
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2,}[,]?\s$")


@cache
def _by_first_word() -> dict[str, tuple[_Phrase, ...]]:
    found: dict[str, list[_Phrase]] = {}
    for kind, phrases in headings().items():
        for phrase in phrases:
            folded = fold(phrase)
            colon = folded.rstrip().endswith(":")
            plain = folded.rstrip(" :")
            pattern = re.compile(
                r".{0,40}?".join(re.escape(part.strip(" ")) for part in plain.split("…")).replace(r"\ ", r",?\s+")
            )
            first = _WORD.search(plain)
            if first is None:
                continue
            found.setdefault(first[0].rstrip(".'-/"), []).append(
                _Phrase(kind, pattern, colon, len(plain.split()), len(plain))
            )
    return {word: tuple(sorted(phrases, key=lambda each: -each.length)) for word, phrases in found.items()}
