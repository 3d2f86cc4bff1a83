"""The headline: under its label, after the word mark or the numbers, behind a prefix, or on the line of the numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...rules.index_number import find_index_numbers
from ..lines.contact_lines import is_contact, is_sender
from ..lines.countries import countries_in, country_of
from ..lines.dates import dates_in, is_date
from ..lines.pieces import Piece
from ..lines.references import SENTENCE_END, SUFFIX, is_header, is_told, of_this_one, references_in
from ..sections.parts import Part
from ..words import any_of, listed
from ..words.folding import fold

LONGEST = 200
MOST_BELOW, TOGETHER, SENDER = 5, 12, 4
_SIGNS = " .,;:|–—-/()"
_BLANKS = re.compile(r"\s{3,}")
CONTENT = frozenset(["asks", "targets", "letter", "additional"])
"""Below these a word mark is furniture of the page, or the beginning of another one."""
_MAIL_SUBJECT = re.compile(r"(?:subject|re|betreff|objet|asunto)\s*:")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, the pieces it stands in, and the country that stands before or behind it, as (code, printed)."""

    text: str
    pieces: tuple[Piece, ...]
    country: tuple[str, str] = ("", "")


def headline_of(parts: Sequence[Part], header: Sequence[Piece], *, letter_only: bool) -> Headline | None:
    """Return the headline, or None. ``header`` are the pieces in which the numbers of this urgent action stand."""
    for part in parts:
        if part.kind == "headline" and part.pieces:
            return cleaned(part.pieces[0].text, tuple(part.pieces[:1]))
    if letter_only:
        return None
    first = header[0].line if header else 0
    content = next((at for at, part in enumerate(parts) if part.kind in CONTENT and part.title), len(parts))
    marked = [part for part in parts[:content] if part.kind == "word_mark" and part.title]
    below = [part for part in marked if part.title and part.title.line >= first]
    return (
        _after_mark(below)
        or _on_header(header)
        or _after_mark(marked)
        or _prefixed(parts)
        or _after_header(parts, header)
        or _before_header(parts, header)
        or _first(parts, header)
    )


def cleaned(text: str, pieces: tuple[Piece, ...]) -> Headline | None:
    """Return a headline without “Urgent Action:”, the country before it, and country and number behind it."""
    text, country = _without_suffix(text.strip())
    text = _without_prefix(text)
    text, before = _without_country(text)
    text = _without_verb(text)
    text = text.strip(" –—-:|")
    return Headline(text, pieces, before if before[0] else country) if text else None


def _without_verb(text: str) -> str:
    """Return “Write A B, lawyer” as one section has it without the verb."""
    verb, _, rest = text.partition(" ")
    return rest if fold(verb) in listed("headline.verbs") and rest[:1].isupper() else text


def _headlike(piece: Piece) -> bool:
    text = piece.text
    return (
        3 < len(text) <= LONGEST
        and not piece.prose
        and not is_date(text)
        and not is_contact(text)
        and not is_header(piece)
        and not find_index_numbers(text)
        and not country_of(text)
        and not text.endswith(",")
        and not piece.folded.startswith("http")
        and not _MAIL_SUBJECT.match(piece.folded)
        and not _is_dated(text)
        and any(len(word) > 2 and word.isalpha() for word in re.split(r"[\s\W]+", text))
    )


def _after_mark(parts: Sequence[Part]) -> Headline | None:
    for part in parts:
        if part.kind != "word_mark" or not part.pieces:
            continue
        first = part.pieces[0]
        if is_sender(first.folded) and len(first.text.split()) <= SENDER:
            continue
        if (
            part.value
            and part.title
            and not part.title.text[part.title.text.find(first.text) - 2 :].startswith((": ", "! ", "– ", "- "))
            and first.prose
        ):
            continue
        if not _headlike(first) or (part.value and " " not in first.text):
            continue
        lines = [first]
        for following in part.pieces[1:3]:
            if following.gap or not (first.text.isupper() and following.text.isupper()) or not _headlike(following):
                break
            lines.append(following)
        return cleaned(" ".join(line.text for line in lines), tuple(lines))
    return None


def _on_header(header: Sequence[Piece]) -> Headline | None:
    """Return what is left of the line of the numbers: “UA 15/08 Fear of torture, 18 January 2008”."""
    if header and not any(references_in(piece.text) for piece in header):
        return cleaned(header[0].text, (header[0],)) if _headlike(header[0]) else None
    rests = ((piece, rest) for piece in _uppermost(header) for rest in _rests(piece))
    return next((found for piece, rest in rests if (found := _concern(rest, piece))), None)


def _rests(piece: Piece) -> Iterator[str]:
    """Yield what stands between and behind numbers, days and labels on the line of the numbers."""
    references = references_in(piece.text)
    if not references:
        return
    start = references[0].end
    text = of_this_one(piece.text)
    taken = [(day.start, day.end) for day in dates_in(text)]
    taken += [(index.start, index.end) for index in find_index_numbers(text)]
    taken += [(reference.start, reference.end) for reference in references]
    taken += [found.span() for pattern in (_labels(), _BLANKS) for found in pattern.finditer(fold(text))]
    for first, last in [*sorted(taken), (len(text), len(text))]:
        if first > start:
            yield text[start:first].strip(_SIGNS)
        start = max(start, last)


def _concern(rest: str, piece: Piece) -> Headline | None:
    if earlier := _earlier().match(fold(rest)):
        rest = rest[earlier.end() :].strip(_SIGNS)
    rest = _above_names(rest)
    if len(rest) > LONGEST or SENTENCE_END.search(rest):
        return None
    if titled := _titled(rest, piece):
        return titled
    country = countries_in(rest)
    head, dash, tail = rest.rpartition(" - ")
    if dash and country_of(tail):
        return Headline(head.strip(" .,–-"), (piece,), (country_of(tail), tail.strip(" .")))
    if len(rest) > 8 and not country_of(rest) and len(rest.split()) > 1 and not _is_dated(rest):
        return Headline(rest, (piece,), country[0] if country and rest.startswith(country[0][1]) else ("", ""))
    return None


def _above_names(rest: str) -> str:
    """Return a concern without the line of names that ran into it: “Fear of torture CHILE A B (m)”."""
    for found in re.finditer(r"(?<=\s)[A-ZÀ-Þ]{4,}(?=[\sA-ZÀ-Þ])", rest):
        if country_of(found[0]) and not rest[: found.start()].isupper():
            return rest[: found.start()].strip(_SIGNS)
    return rest


def _titled(rest: str, piece: Piece) -> Headline | None:
    """Return the concern of “Chile: fear of torture: A B, C D”, as titles of web pages have it."""
    head, colon, concern = rest.partition(": ")
    named = countries_in(head)
    others = set(re.split(r"[^\w'’]+", head)) - {word for _, printed in named for word in printed.split()}
    if not colon or not named or others - {""}:
        return None
    before, names, _ = concern.rpartition(": ")
    return Headline(before if names else concern, (piece,), named[0])


def _uppermost(header: Sequence[Piece]) -> list[Piece]:
    """Return the lines of the numbers that stand together; below the document links may repeat them."""
    found = list(header[:1])
    for piece in header[1:]:
        if piece.line > found[-1].lines[-1] + TOGETHER:
            break
        found.append(piece)
    return found


def _is_dated(text: str) -> bool:
    return bool(any_of("status.dated").match(fold(text)))


@cache
def _labels() -> re.Pattern[str]:
    words = (*listed("headings.index"), *listed("headings.issued"), *listed("status.dated"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word.strip(' :')) for word in words)})\s*:|\|")


@cache
def _earlier() -> re.Pattern[str]:
    """“and follow-ups”: what is left of the list of the documents before this one."""
    words = "|".join(re.escape(word) for word in listed("headline.follow_ups"))
    joins = "|".join(re.escape(word) for word in listed("text.and"))
    return re.compile(rf"(?:(?:{joins}|,)\s*)*(?:{words})(?!\w)[\s,;]*(?:(?:{joins}|,)\s*)*(?!\w)")


def _prefixed(parts: Sequence[Part]) -> Headline | None:
    for piece in _head_pieces(parts):
        plain, _ = _without_suffix(piece.text)
        of_country = (_headlike(piece) or is_told(plain)) and _without_country(plain)[1][0]
        if len(plain) <= LONGEST and (_without_prefix(plain) != plain or plain != piece.text or of_country):
            return cleaned(piece.text, (piece,))
    return None


def _after_header(parts: Sequence[Part], header: Sequence[Piece]) -> Headline | None:
    if not header:
        return None
    last = _uppermost(header)[-1].lines[-1]
    below = [part for part in parts if part.kind in ("head", "word_mark", "loose", "index", "issued", "country")]
    pieces = [piece for part in below for piece in part.pieces if piece.line > last]
    found = [piece for piece in pieces[:MOST_BELOW] if _headlike(piece) and not is_sender(piece.folded)]
    return cleaned(found[0].text, tuple(found[:1])) if found else None


def _before_header(parts: Sequence[Part], header: Sequence[Piece]) -> Headline | None:
    """Return the line above the numbers, as some pages have it below the country."""
    if not header:
        return None
    above = [piece for part in parts for piece in part.pieces if piece.line < header[0].line]
    last = above[-1] if above else None
    if last is None or not _headlike(last) or is_sender(last.folded) or len(last.text.split()) < SENDER:
        return None
    return cleaned(last.text, (last,)) if last.line >= header[0].line - 2 else None


def _first(parts: Sequence[Part], header: Sequence[Piece]) -> Headline | None:
    """Return the first line, where it looks like a headline and the document has any sign of an urgent action."""
    signs = bool(header) or any(part.kind in ("take_action", "asks", "targets") for part in parts)
    first = next(iter(_head_pieces(parts)), None)
    if not signs or first is None or not _headlike(first) or first.text.endswith(".") or is_sender(first.folded):
        return None
    return cleaned(first.text, (first,)) if len(first.text.split()) > 2 else None


def _head_pieces(parts: Sequence[Part]) -> list[Piece]:
    found = []
    for part in parts:
        if part.kind in ("head", "word_mark"):
            dated = bool(part.value and is_date(part.value.text))
            whole = [] if dated else [part.title] if part.kind == "word_mark" and part.title and part.value else []
            found += [] if dated else whole or part.pieces
        elif part.kind not in ("index", "issued", "country", "number"):
            break
    return found


def _without_suffix(text: str) -> tuple[str, tuple[str, str]]:
    match = SUFFIX.search(text)
    if not match:
        return text, ("", "")
    printed = match["country"] or ""
    return text[: match.start()].strip(), (country_of(printed), printed) if country_of(printed) else ("", "")


def _without_prefix(text: str) -> str:
    while match := _prefix().match(fold(text)):
        if not text[match.end() :].strip():
            break
        text = text[match.end() :].strip()
    return text


@cache
def _prefix() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in listed("headline.prefixes"))
    return re.compile(rf"(?:{words})(?:\s*!)?\s*[:!–-]\s*[–-]?\s*")


def _without_country(text: str) -> tuple[str, tuple[str, str]]:
    """Return “Chile: A headline” without the country, and the country."""
    for sign in (":", ". ", " – ", " - "):
        head, found, tail = text.partition(sign)
        if not found or not tail.strip():
            continue
        verb, _, printed = head.partition(" ")
        if sign == ". " and fold(verb) in listed("headline.prefixes"):
            head = printed
        if code := country_of(head):
            return tail.strip(), (code, head.strip())
        if " " in sign[:1] and (code := country_of(tail)):
            return head.strip(), (code, tail.strip())
    return text, ("", "")
