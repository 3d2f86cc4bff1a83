"""Facts of the document: numbers, days, languages, the previous urgent action."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from ...letters.phrases import languages as letters_languages
from ...letters.phrases import phrases
from ...messages import gettext_noop
from ...rules.index_number import find_index_numbers
from ...rules.reference import Found, UAReference
from ...urgent_action import IndexNumber, UANumber
from ..lines.contact_lines import URL
from ..lines.dates import dates_in, is_date
from ..lines.pieces import Piece
from ..lines.references import LONGEST_HEADER, is_header, of_this_one, printed_indexes, references_in
from ..reading import Reading
from ..sections.parts import Part
from ..words import any_of, listed
from ..words.folding import fold
from .name_lines import begins_names

UNREAD_DATE = gettext_noop(
    "“%(text)s” can be two days, since it does not say whether day or month comes first: enter it by hand."
)
NO_YEAR = gettext_noop("“%(text)s” has no year: look whether %(read)s is meant.")
YEAR_UNKNOWN = gettext_noop(
    "The deadline “%(text)s” has no year, and the document does not say when it was issued: enter it by hand."
)
SEVERAL_NUMBERS = gettext_noop("There are numbers of several urgent actions, %(numbers)s: %(chosen)s was taken.")
UNKNOWN_INDEX = gettext_noop("“%(text)s” is no index number that we know, perhaps a misprint: enter it by hand.")

HEAD = frozenset(["head", "word_mark", "number", "index", "issued", "country", "headline"])
LABELLED, NEAR, BESIDE = 40, 20, 60
_MIDDLE_COUNT = re.compile(r"\d-\d{1,2}\s?[/.]")


_Ranked = tuple[int, Piece, Found[UAReference]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """UA number, ordinal, and which update it is where updates are counted; ``header`` are the lines of the numbers."""

    number: UANumber | None = None
    ordinal: int | None = None
    update: int | None = None
    index: IndexNumber | None = None
    header: tuple[Piece, ...] = ()


def numbers_of(parts: Sequence[Part], pieces: Sequence[Piece], reading: Reading) -> Numbers:
    """Return the numbers of the urgent action, those of its head before any other that the document mentions."""
    found: list[_Ranked] = []
    for piece in pieces:
        for reference in references_in(piece.text):
            found.append((_rank(piece, reference.start, parts), piece, reference))
    header = tuple(piece for piece in dict.fromkeys(piece for rank, piece, _ in found if rank == 0) if is_header(piece))
    if not found:
        header = _head_of_names(parts)
        index = _index(parts, header, reading)
        return Numbers(index=index, header=header)
    rank, piece, chosen = min(found, key=lambda each: (each[0], each[1].line, each[2].start))
    if _is_one_of_many(rank, piece, found):
        return Numbers(index=_index(parts, header, reading), header=header)
    number = chosen.reference.number
    same = [each for each in found if each[2].reference.number == number]
    ordinal, update = _ordinal(same)
    ordinal = ordinal or _numbered(header)
    reading.found("ua_number", [each[1] for each in same if each[0] == rank][:1])
    if ordinal:
        reading.found("ordinal", [each[1] for each in same if each[2].reference.ordinal == ordinal][:1])
    others = dict.fromkeys(
        str(each[2].reference.number) for each in found if each[0] <= rank and each[2].reference.number != number
    )
    if others:
        numbers = ", ".join([str(number), *others])
        reading.doubt("several_numbers", SEVERAL_NUMBERS, line=piece.line, numbers=numbers, chosen=str(number))
    return Numbers(number, ordinal, update, _index(parts, header, reading), header)


def _is_one_of_many(rank: int, piece: Piece, found: Sequence[_Ranked]) -> bool:
    """Say whether the number is one of several that running text mentions alike, so that none is the document's own."""
    alike = {each[2].reference.number for each in found if each[0] == rank or rank >= _MENTIONED}
    return len(alike) > 1 and (rank >= _MENTIONED or (rank > 0 and piece.prose))


def _head_of_names(parts: Sequence[Part]) -> tuple[Piece, ...]:
    """Return the lines of a head that lost its number: the concern, and “CHILE  A B (m)” below it."""
    for part in parts:
        for above, piece in pairwise(part.pieces if part.kind in HEAD else ()):
            if begins_names(piece) and not above.prose and not is_date(above.text):
                return (above, piece)
    return ()


_MENTIONED = 4


def _rank(piece: Piece, start: int, parts: Sequence[Part]) -> int:
    """Return how sure it is that a number is the document's own: 0 in its head, 4 in running text."""
    if is_header(piece) or any(
        part.kind == "number" and part.title is not None and piece.line == part.title.line for part in parts
    ):
        return 0
    before = fold(piece.text[:start])
    if piece.text[start - 1 : start] == "(" or ":" in piece.text[max(0, start - 3) : start]:
        return 1 if len(piece.text) < 220 else 3
    if any_of("headings.report").search(before) or any_of("headings.check").search(piece.folded):
        return 2
    if any_of("headings.previous").search(piece.folded):
        return 5
    return 3 if len(before) < LABELLED and not piece.prose else _MENTIONED


def _ordinal(same: Sequence[_Ranked]) -> tuple[int | None, int | None]:
    """Return the ordinal, and the count of the update where the document counts those."""
    for _, piece, found in same:
        ordinal = found.reference.ordinal
        if ordinal is None:
            continue
        said = piece.folded[found.start : found.end]
        counted = any_of("headline.update", whole=False).search(said) or "-" in said[-4:] or _middle_count(said)
        return ordinal, ordinal - 1 if counted else None
    return None, None


def _numbered(header: Sequence[Piece]) -> int | None:
    """Return the ordinal of “UA 44/22, no. 2”, as our own papers print it."""
    for piece in header:
        match = _counted().search(piece.folded)
        if match:
            return int(match[1])
    return None


@cache
def _counted() -> re.Pattern[str]:
    known = (phrases(language) for language in letters_languages())
    signs = (each.say("document.numbered").partition("{number}")[2].partition("{ordinal}")[0] for each in known if each)
    words = "|".join(re.escape(fold(sign).strip()) for sign in signs)
    return re.compile(rf"\d\s?(?:{words})\s?(\d{{1,2}})\s*$")


def _middle_count(said: str) -> bool:
    """Say whether the count of the update stands inside the number: “UA-257-1/2014”."""
    return bool(_MIDDLE_COUNT.search(said))


def _index(parts: Sequence[Part], header: Sequence[Piece], reading: Reading) -> IndexNumber | None:
    """Return the index number that stands under its label or in the head, never one in an address."""
    lines = {line for piece in header for line in piece.lines}
    labelled = [piece for part in parts if part.kind == "index" for piece in [part.title, *part.pieces[:1]] if piece]
    head = [piece for part in parts if part.kind in HEAD for piece in [part.title, *part.pieces] if piece]
    for piece in [*header, *labelled, *head]:
        for found in printed_indexes(of_this_one(piece.text)):
            if piece not in header and piece not in labelled and found.start > BESIDE:
                # What the story refers to.
                continue
            if piece.prose and not lines & set(piece.lines) and piece not in labelled:
                continue
            reading.found("index_number", [piece])
            return found.reference
    for piece in [*header, *labelled]:
        _, label, said = piece.text.partition("ndex:") if "ndex:" in piece.text else piece.text.partition("ndice:")
        said = said.split("|")[0].strip()[:LABELLED]
        if label and any(char.isdigit() for char in said):
            reading.doubt("unknown_index", UNKNOWN_INDEX, line=piece.line, text=" ".join(said.split()[:2]))
    return None


def issued_on(parts: Sequence[Part], header: Sequence[Piece], reading: Reading) -> date | None:
    """Return the day of issue: under its label, on the line of the numbers, or on a line of its own in the head."""
    labelled = [piece for part in parts if part.kind == "issued" for piece in part.pieces[:1]]
    head = [piece for part in parts if part.kind in HEAD for piece in part.pieces]
    alone = [piece for piece in head if is_date(piece.text) or _is_labelled_day(piece)]
    if header:
        # The page around the document has a day of its own: the nearest is that of the document.
        alone.sort(key=lambda piece: abs(piece.line - header[0].line))
    for piece in [*labelled, *header, *alone]:
        for found in dates_in(of_this_one(piece.text), language=reading.language):
            if piece in header and piece.prose and found.start > last_of_numbers(piece) + BESIDE:
                # The story has run into the line of the numbers.
                break
            if found.ambiguous:
                reading.doubt("ambiguous_date", UNREAD_DATE, line=piece.line, text=piece.text[found.start : found.end])
            elif found.known and not _of_first_issue(piece, found.start):
                reading.found("issued_on", [piece])
                return found.known
    return None


def _is_labelled_day(piece: Piece) -> bool:
    """Say whether a line of the head ends with a day behind its label: “Chile Date: 3 May 2014”."""
    labels = any_of("headings.issued", whole=False)
    days = dates_in(piece.text)
    before = piece.folded[: days[0].start].rstrip() if days else ""
    found = [match.end() for match in labels.finditer(before)]
    return bool(found) and len(before) - found[-1] < 2 and len(before) < LABELLED and not piece.prose


def last_of_numbers(piece: Piece) -> int:
    """Return where the last number ends that the line of the numbers has at its beginning."""
    ends = [0, *(found.end for found in references_in(piece.text))]
    ends += [found.end for found in find_index_numbers(piece.text)]
    return max(end for end in ends if end < LONGEST_HEADER)


def _of_first_issue(piece: Piece, start: int) -> bool:
    """“Further information on UA 1/99 (issued 3 May 1999)” dates the urgent action before."""
    return piece.folded[max(0, start - NEAR) : start].rstrip(" :(").endswith(listed("status.dated"))


def deadline_of(parts: Sequence[Part], issued: date | None, reading: Reading) -> date | None:
    """Return the last day to write, off its label or the heading of the targets; never one of the story."""
    for piece in _deadlines(parts):
        for found in dates_in(piece.text, language=reading.language)[:1]:
            said = piece.text[found.start : found.end]
            day = found.known
            if found.ambiguous:
                reading.doubt("ambiguous_date", UNREAD_DATE, line=piece.line, text=said)
            elif day is None and found.year is None and issued and (day := found.after(issued)):
                reading.doubt("no_year", NO_YEAR, line=piece.line, text=said, read=day.isoformat())
            elif day is None and found.year is None:
                reading.doubt("year_unknown", YEAR_UNKNOWN, line=piece.line, text=said)
            if day:
                reading.found("deadline", [piece])
                return day
    return None


def _deadlines(parts: Sequence[Part]) -> Iterable[Piece]:
    for part in parts:
        if part.kind == "deadline":
            yield from part.pieces[:1]
    for part in parts:
        if part.kind == "targets" and part.title:
            yield part.title
            yield from [piece for piece in part.pieces[:1] if len(piece.text) < LABELLED and dates_in(piece.text)]
    for part in parts:
        if part.kind in ("take_action", "asks", "report", "note", "loose", "languages"):
            for piece in [part.title, *part.pieces]:
                place = any_of("headings.deadline").search(piece.folded) if piece else None
                if piece and place:
                    yield replace(piece, text=piece.text[place.start() :], folded=piece.folded[place.start() :])
    for part in parts:
        if part.kind == "check":
            # “Check with your section if sending appeals after 3 May”: the last day on which nobody has to ask. What
            # follows that sentence on the same line may be the story.
            yield from [_sentence(piece) for piece in [part.title, *part.pieces[:1]]] if part.title else []


def _sentence(piece: Piece) -> Piece:
    said = piece.text.partition(". ")[0]
    return replace(piece, text=said, folded=fold(said))


def previous_of(parts: Sequence[Part], reading: Reading) -> tuple[str, UANumber | None]:
    """Return address and number of the urgent action before this one, as far as the document says them."""
    for part in parts:
        if part.kind == "previous":
            for piece in part.pieces[:2]:
                url = URL.search(piece.text)
                number = next((found.reference.number for found in references_in(piece.text)), None)
                if url:
                    reading.found("previous_url", [piece])
                if url or number:
                    return (url[0].rstrip(".,;)>") if url else ""), number
    return _further_information(parts, reading), None


def _further_information(parts: Sequence[Part], reading: Reading) -> str:
    """Return the address after “This is the third update of UA 1/17. Further information:”."""
    pieces = [piece for part in parts for piece in [part.title, *part.pieces] if piece]
    for at, piece in enumerate(pieces):
        if not (references := references_in(piece.text)):
            continue
        said, url = [piece], URL.search(piece.text, references[0].end)
        if url is None and piece.text.endswith(":"):
            # The address stands on the next line.
            said += [each for each in pieces[at + 1 : at + 3] if each.line > piece.line][:1]
            url = URL.match(said[-1].text)
        if url and find_index_numbers(url[0]) and any_of("headline.update", whole=False).search(piece.folded):
            reading.found("previous_url", said)
            return url[0].rstrip(".,;)>")
    return ""
