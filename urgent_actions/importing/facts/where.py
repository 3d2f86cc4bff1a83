"""The country of the urgent action: in its head, around the headline, or where its targets are."""

import re
from collections.abc import Sequence

from ...codes import country_name
from ...messages import gettext_noop
from ...urgent_action import IndexNumber, Target
from ..lines.countries import countries_in, country_of, country_of_index
from ..lines.pieces import Piece
from ..reading import Reading
from ..sections.parts import Part
from ..targets.addressees import is_embassy
from ..words import any_of
from .headline import Headline

FROM_PROSE = gettext_noop("The country %(country)s was read from running text: look whether it is the one meant.")
DISAGREES = gettext_noop("The index number %(index)s belongs to another country than %(country)s: look which is wrong.")

STORY = frozenset(["summary", "detail", "word_mark", "check"])


SHORT_FORM = 3
"""“USA” and “UK” are also how an adjective begins a sentence."""


def countries_of(
    parts: Sequence[Part],
    reading: Reading,
    *,
    header: Sequence[Piece],
    headline: Headline | None,
    targets: Sequence[Target],
    index: IndexNumber | None,
    story: bool,
) -> tuple[str, ...]:
    """Return the codes of the countries of the urgent action, as the document names them.

    ``story``: it tells one of its own, in which the country may be named.
    """
    found = _labelled(parts) or _on_header(header) or _of_headline(headline) or _in_head(parts) or _in_first_line(parts)
    if found:
        codes, printed, pieces = found
        reading.found("countries", pieces, printed=", ".join(printed))
    else:
        codes = _of_targets(targets, reading)
        codes = codes or (_told(parts, index, reading) if story else ())
    _check(codes, index, reading)
    return codes


def _told(parts: Sequence[Part], index: IndexNumber | None, reading: Reading) -> tuple[str, ...]:
    """Return the country that the story names: the one of the index number, or the only one in it."""
    story = [piece for part in parts if part.kind in STORY for piece in part.pieces if piece.prose]
    belongs = country_of_index(index) if index else ""
    named = {code for piece in story for code, _ in countries_in(piece.text)}
    code = belongs or (named.pop() if len(named) == 1 else "")
    for piece in story:
        # In the language of the document: “Mexico” is a town in French. “Chile’s law” may be named anywhere.
        printed = country_name(code, reading.language) if code else ""
        if printed and re.search(rf"(?<!\w){re.escape(printed)}(?![\w'’])", piece.text):
            reading.found("countries", [piece], printed=printed)
            reading.doubt("country_from_prose", FROM_PROSE, line=piece.line, country=printed)
            return (code,)
    return ()


Named = tuple[tuple[str, ...], tuple[str, ...], list[Piece]]


def _labelled(parts: Sequence[Part]) -> Named | None:
    for part in parts:
        if part.kind == "country" and part.pieces:
            said = [each.strip() for each in part.pieces[0].text.split(";")]
            whole = [(code, each) for each in said if (code := country_of(each))]
            named = whole if len(whole) == len(said) else countries_in(part.pieces[0].text)
            if named:
                return tuple(code for code, _ in named), tuple(printed for _, printed in named), part.pieces[:1]
    return None


def _on_header(header: Sequence[Piece]) -> Named | None:
    """Return the country between the numbers: “UA: 1/20 Index: … Chile Date: …”."""
    for piece in header:
        if len(piece.text) > 400:
            continue
        named = countries_in(piece.text)
        if len(named) == 1:
            return (named[0][0],), (named[0][1],), [piece]
    return None


def _of_headline(headline: Headline | None) -> Named | None:
    if headline and headline.country[0]:
        return (headline.country[0],), (headline.country[1],), list(headline.pieces)
    return None


def _in_head(parts: Sequence[Part]) -> Named | None:
    """Return the country that is a line of the head, or begins one in capitals: “CHILE  A B (m), aged 17”."""
    for part in parts:
        if part.kind not in ("head", "word_mark", "number", "index", "issued"):
            continue
        for piece in part.pieces:
            if code := country_of(piece.text):
                return (code,), (piece.text.strip(" .,:"),), [piece]
            label = any_of("headings.issued").search(piece.folded)
            if label and (code := country_of(piece.text[: label.start()])):
                return (code,), (piece.text[: label.start()].strip(" .,"),), [piece]
            first = piece.text.split(" ")
            for length in (3, 2, 1):
                said = " ".join(first[:length])
                if len(first) > length and said.isupper() and (code := country_of(said)) and not piece.text.isupper():
                    return (code,), (said,), [piece]
    return None


def _in_first_line(parts: Sequence[Part]) -> Named | None:
    """Return the country in capitals before the first sentence, where the line of names ran into it."""
    first = next((part.pieces[0] for part in parts if part.kind == "summary" and part.pieces), None)
    if first is None:
        return None
    words = first.text.split(" ", 3)
    for length in (3, 2, 1):
        said = " ".join(words[:length])
        state = len(words) > length and words[length].startswith("(")
        if said.isupper() and (len(said) > SHORT_FORM or state) and (code := country_of(said)):
            return (code,), (said,), [first]
    return None


def _of_targets(targets: Sequence[Target], reading: Reading) -> tuple[str, ...]:
    """Return the country of the first official, unless the letter reaches them by way of another one."""
    for number, target in enumerate(targets):
        through = any(line.lower().startswith("c/o") for line in target.address.lines)
        if target.address.country and not through and not is_embassy(target):
            path = f"targets[{number}].address.country"
            reading.provenance["countries"] = tuple(reading.provenance.get(path, ()))
            return (target.address.country,)
    return ()


def _check(codes: tuple[str, ...], index: IndexNumber | None, reading: Reading) -> None:
    belongs = country_of_index(index) if index else ""
    if belongs and codes and belongs not in codes:
        line = next(iter(reading.provenance.get("index_number", ())), None)
        reading.doubt(
            "index_country", DISAGREES, line=line, index=str(index), country=reading.printed.get("countries", codes[0])
        )
