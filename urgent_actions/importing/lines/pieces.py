"""Lines made into pieces: what the source wrapped is joined, what it ran together is cut apart, noise is set aside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise

from ...rules.index_number import find_index_numbers
from ...rules.reference import find_ua_references
from ..document import Line
from ..words import any_of, listed, word_set
from ..words.folding import fold
from .countries import country_of
from .dates import dates_in
from .headings import Heading, heading_at, headings_within
from .openings import opening_within
from .wrapping import joined

MOST_LINES, MOST_CHARACTERS, LONGEST_LINE = 2_000, 200_000, 10_000
"""An urgent action has not a tenth of that. Reading takes time that grows with both."""
NUMBERS, LEAD, APART, BOTH = 200, 120, 12, 2
"""Where a text begins with its numbers: within so many letters, after so many, so near to each other."""
NEAR = 45
LONG = 150
"""A line that is longer may hold several parts of the document."""

_BULLETS = "•◼●▪■◆▶–"
_RULE = re.compile(r"[\s\-_=*#~.xX•·—–]{3,}")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?|\d{1,2}[.)]")
_INLINE_BULLET = re.compile(r"\s*[•◼●▪■]\s*|(?<=:)\s?[-–] (?=[A-Z])")
_INLINE_NUMBER = re.compile(r"(?<=[.:!] )\d{1,2}[.)]\s+(?=[A-Z])")
_MAIL_DATE = re.compile(
    r"(?:date|sent|fecha|enviado(?: el)?|datum|gesendet|envoyé)\s*:.*\d\d?:\d\d.*"
    r"|(?:from|to|cc|de|para|von|an|à|reply-to|message-id|x-[\w-]+|mime-version|return-path)\s?:.*@.*",
    re.IGNORECASE,
)
# Atomic, since a word in capitals can be taken apart in as many ways as it has letters.
_CAPITALS = re.compile(r"(?>(?=[^\sa-zß-ÿ]*[A-ZÀ-Þ0-9])[^\sa-zß-ÿ]+\s+){2,40}(?=[A-ZÀ-Þ][\w’']*[a-zß-ÿ])")
# At least two letters behind the name: in “PERU” itself no name follows.
_GLUED = re.compile(r"([A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]{2,}){0,3})(?=[A-ZÀ-Þ][a-zß-ÿ])")
# Without this there is no index number: it saves looking for the others.
_INDEX = re.compile(r"[A-Z]{3}[ -]?\d\d/\d")
_DATED = re.compile(r"\d{1,2}\S{0,2} [A-ZÀ-Þ]{3,10} \d{4}\.?\s+(?=[A-ZÀ-Þ][\w’']*\s(?:[\w’'-]+\s){15})")
_DATED_TO = re.compile(r"[^:]{0,40}?\d{4}\s+(?:to|a|à|an)\s?:\s+(?=\w)", re.IGNORECASE)
_RULE_OF_X = re.compile(r"[xX]{10,}|[-_=*]{30,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a line that is none: its text on one line, and the numbers of the lines that it stands on."""

    text: str
    folded: str
    lines: tuple[int, ...]
    gap: bool = False
    wide: bool = False
    """There is more than one empty line before it."""
    bullet: bool = False
    heading: bool = False

    @property
    def line(self) -> int:
        return self.lines[0]

    @property
    def prose(self) -> bool:
        """It is a sentence or more, no line of an address."""
        words = self.text.count(" ") + 1
        ended = self.text.rstrip("”\"»)’'").endswith((".", "!", "?", "…"))
        return words > 22 or (ended and words > 8) or (len(self.text) > 110 and words > 14)


def piece(text: str, *lines: int, **looks: bool) -> Piece:
    """Return a piece of ``text`` with its blanks put in order."""
    plain = " ".join(text.split())
    return Piece(plain, fold(plain), lines, **looks)


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """Return the pieces of a document in order, without noise, rules, page numbers and mail headers.

    No more is read than ``MOST_LINES`` lines, ``MOST_CHARACTERS`` characters in all and ``LONGEST_LINE`` of one: see
    ``unread``.
    """
    return [each for each in _cut(joined(_plain(_bounded(lines)), is_noise)) if not is_noise(each)]


def unread(lines: Sequence[Line]) -> int | None:
    """Return the number of the first line that is not read, or not to its end, since there is too much; or None."""
    long = next((line.number for line in lines if len(line.text) > LONGEST_LINE), None)
    read = len(_bounded(lines))
    beyond = lines[read].number if read < len(lines) else None
    return min((number for number in (long, beyond) if number), default=None)


def _bounded(lines: Sequence[Line]) -> Sequence[Line]:
    sizes = accumulate(min(len(line.text), LONGEST_LINE) for line in lines[:MOST_LINES])
    return lines[: sum(size <= MOST_CHARACTERS for size in sizes)]


def is_rule(text: str) -> bool:
    """Say whether ``text`` is a line drawn across the page, as between two documents."""
    return bool(_RULE_OF_X.fullmatch(text.replace(" ", "")))


def is_noise(each: Piece) -> bool:
    """Say whether a piece is furniture of a page, a form left to fill in, or decoration."""
    bare = each.folded.strip(" :*•-.")
    return (
        not bare
        or bool(_MAIL_DATE.fullmatch(each.text))
        or bare in word_set("noise.lines")
        or bool(_PAGE_NUMBER.fullmatch(bare))
        or (bool(_RULE.fullmatch(each.text)) and not is_rule(each.text))
        or each.folded.startswith((*listed("noise.placeholders"), *listed("noise.starts")))
    )


def _plain(lines: Sequence[Line]) -> Iterator[Piece]:
    for line in lines:
        text = line.text[:LONGEST_LINE].replace("\u00ad", "").replace("\ufeff", "")
        text = _unglued(" ".join(_letter_spaced(text).split()))
        if text:
            bullet = bool(line.bullet) or text[0] in _BULLETS
            text = text.lstrip(_BULLETS).strip() or text
            wide = line.after_gap and line.empty_before > 1
            yield Piece(text, fold(text), (line.number,), line.after_gap, wide, bullet, line.heading)


def _letter_spaced(text: str) -> str:
    """Return “U R G E N T  A C T I O N” without the blanks; any other text as it is."""
    letters = text.split()
    if len(letters) < 8 or any(len(each) > 1 for each in letters):
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text.strip()))


def _unglued(text: str) -> str:
    """Return “CHILEA B” with a blank behind the name of the country; any other text as it is."""
    found = _GLUED.match(text)
    return f"{found[1]} {text[found.end() :]}" if found and country_of(found[1]) else text


def _cut(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Cut a piece before a heading, a bullet or the salutation of a letter that stands in the middle of it."""
    for each in pieces:
        if len(each.text) < 40:
            yield each
            continue
        within = list(headings_within(each.text, each.folded))
        cuts = {found.start: False for found in within}
        first = heading_at(each.text, each.folded)
        cuts |= {end: False for found in [*within, *([first] if first else [])] if (end := _head_end(found, each.text))}
        cuts |= {found.start(): True for found in _INLINE_BULLET.finditer(each.text) if found.start() > 0}
        if len(each.text) > LONG:
            cuts |= {found.start(): True for found in _INLINE_NUMBER.finditer(each.text)}
            cuts |= dict.fromkeys(_ends_of_reporting(each.folded), False)
            if (opening := opening_within(each.text, each.folded)) and opening > 0:
                cuts |= {opening: False}
            if numbers := _numbers_at(each.text):
                cuts |= dict.fromkeys((place for place in numbers if place), False)
        yield from _at(each, cuts)


def _at(each: Piece, cuts: dict[int, bool]) -> Iterator[Piece]:
    if not cuts:
        yield each
        return
    places = [(0, each.bullet), *sorted(cuts.items()), (len(each.text), False)]
    for number, ((start, bullet), (end, _)) in enumerate(pairwise(places)):
        text = each.text[start:end].strip(" •◼●▪■")
        if bullet and number:
            text = re.sub(r"^(?:\d{1,2}[.)]|[-–])\s+", "", text)
        if text:
            yield replace(
                each, text=text, folded=fold(text), bullet=bullet, gap=each.gap if not number else True, wide=False
            )


def _head_end(found: Heading, text: str) -> int:
    """Return where the headline in capitals, or the day, ends that follows the word mark and runs on; or 0.

    Behind “PLEASE SEND APPEALS BEFORE 3 MAY 2011 TO:” the targets may run on.
    """
    if found.kind == "targets" and (match := _DATED_TO.match(text, found.end) or _DATED.match(text, found.end)):
        return match.end()
    if found.kind != "word_mark":
        return 0
    if match := _CAPITALS.match(text, found.end):
        return match.end()
    # The day of issue stands there on the pages of some sections.
    day = next(iter(dates_in(text[found.end : found.end + 40])), None)
    return found.end + day.end if day and day.start == 0 and day.year else 0


def _numbers_at(text: str) -> tuple[int, ...]:
    """Return where the numbers with which a running text begins stand, a UA and an index number, and the day; or ()."""
    head = text[:NUMBERS]
    if not _INDEX.search(head):
        return ()
    found = [(each.start, each.end) for each in find_ua_references(head)]
    found = sorted([*found, *((each.start, each.end) for each in find_index_numbers(head))])
    if len(found) != BOTH or found[1][0] - found[0][1] > APART or found[0][0] > LEAD:
        return ()
    end = found[1][1]
    day = next(iter(dates_in(text[end : end + NUMBERS])), None)
    if day and day.year and "." not in text[end : end + day.start]:
        end += day.end
    start = found[0][0] if found[0][0] > NEAR else 0
    return (start, end) if text[end:].lstrip(" .,:–-")[:1].isupper() else ()


def _ends_of_reporting(folded: str) -> Iterator[int]:
    """Yield where the sentence ends that asks to report: in a text without line breaks, the targets follow."""
    for found in _reporting().finditer(folded):
        yield found.end()


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('noise.reporting_ends', whole=False).pattern})[.!]?\s*")
