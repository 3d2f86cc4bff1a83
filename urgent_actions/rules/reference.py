"""UA numbers as documents write them, read into the one form that we print.

The forms are those met in real documents of 1991-2025 in English, Spanish, French and German, and in web addresses.
Index numbers, the other reference of the field, are read in ``index_number``.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..messages import gettext_noop
from ..urgent_action import UANumber

T = TypeVar("T")


NOT_A_UA_NUMBER = gettext_noop("“%(text)s” is no UA number: write serial and two-digit year, like 44/22.")
IMPOSSIBLE_SERIAL = gettext_noop("“%(text)s” has the serial %(serial)s: the serial of a UA number is 1 to 999.")
IMPLAUSIBLE_YEAR = gettext_noop(
    "“%(text)s” has the year %(year)s: a year is written with two digits, or is one from %(first)s to %(last)s."
)

FIRST_YEAR, LAST_YEAR = 1961, 2099
PLAUSIBLE_YEAR = "196[1-9]|19[7-9][0-9]|20[0-9]{2}|[0-9]{2}"
ANY_YEAR = "[0-9]{4}|[0-9]{2}"
HYPHEN = r"[-\u2010\u2011]"
LONGEST_QUOTE = 80


class UnreadableReference(ValueError):  # noqa: N818  # a refusal, named for what it says of the text
    """A text is no reference of the kind asked for.

    ``str()`` is a sentence for an editor. A face that speaks other languages translates ``template`` and fills in
    ``params`` itself.
    """

    def __init__(self, template: str, params: Mapping[str, str]) -> None:
        # Both go into ``args``, so that the error survives pickling on its way out of a worker.
        super().__init__(template, params)
        self.template = template
        self.params = params

    def __str__(self) -> str:
        return self.template % self.params


@dataclass(frozen=True, slots=True)
class UAReference:
    """What a text says of one urgent action: the UA number and, where the text tells it, the ordinal."""

    number: UANumber
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A reference in running text, which stands at ``text[start:end]``."""

    reference: T
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    """The words of one language around a UA number, written with all their accents.

    ``abbreviations`` and ``names`` mark a number. ``ordinals`` stand in order, a slash between synonyms; ``tens``
    before an ordinal make it one that we have no word for. ``updates`` turn an ordinal into a count of updates.
    ``further_information`` names an update without counting it.
    """

    abbreviations: tuple[str, ...]
    names: tuple[str, ...]
    ordinals: str
    tens: tuple[str, ...]
    introduction: str
    updates: tuple[str, ...]
    further_information: tuple[str, ...]


_ENGLISH = _Language(
    abbreviations=("UA", "FI", "EXTRA", "EX"),
    names=("Urgent Action",),
    ordinals="first second third fourth fifth sixth seventh eighth ninth tenth",
    tens=("twenty", "thirty", "forty"),
    introduction="This is the",
    updates=("update of", "update on", "update to", "follow-up to", "follow-up on", "follow up to", "follow up on"),
    further_information=("Further information on",),
)
_SPANISH = _Language(
    abbreviations=("AU",),
    names=("Acción Urgente",),
    ordinals="primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    tens=("décimo", "décima", "vigésimo", "vigésima", "trigésimo", "trigésima"),
    introduction="Esta es la",
    updates=("actualización de la", "actualización de"),
    further_information=("Más información sobre la", "Más información sobre"),
)
_FRENCH = _Language(
    abbreviations=("AU",),
    names=("Action urgente",),
    ordinals="première deuxième/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième",
    tens=("vingt", "trente", "quarante"),
    introduction="Ceci est la",
    updates=("mise à jour de l'",),
    further_information=("Action complémentaire sur l'", "Informations complémentaires sur l'"),
)
_GERMAN = _Language(
    abbreviations=("UA",),
    names=("Urgent Action", "Eilaktion"),
    ordinals="erste zweite dritte vierte fünfte sechste siebte/siebente achte neunte zehnte",
    tens=(),
    introduction="Dies ist die",
    updates=("Aktualisierung der", "Aktualisierung zu"),
    further_information=("Weitere Informationen zur", "Weitere Informationen zu"),
)
_LANGUAGES = (_ENGLISH, _SPANISH, _FRENCH, _GERMAN)


def _folded(word: str) -> str:
    # Regular expressions take the Turkish dotless i for an i, case folding does not.
    letters = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(char for char in letters if not unicodedata.combining(char))


_ORDINALS = {
    _folded(word): ordinal
    for language in _LANGUAGES
    for ordinal, words in enumerate(language.ordinals.split(), start=1)
    for word in words.split("/")
}


def _letter(char: str) -> str:
    if char == " ":
        return r"\s{1,3}"
    if char == "'":
        return "['’]"
    if char == "-":
        return HYPHEN
    decomposed = unicodedata.normalize("NFD", char)
    return f"(?:{char}|{decomposed}?)" if len(decomposed) == 2 else re.escape(char)


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, also where accents are missing or a line breaks in the middle."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join("".join(map(_letter, phrase)) for phrase in longest_first) + ")"


_NAMES = _any(name for language in _LANGUAGES for name in language.names)
_ABBREVIATIONS = _any(short for language in _LANGUAGES for short in language.abbreviations)
_INTRODUCTION = _any(language.introduction for language in _LANGUAGES)
_TENS = _any(word for language in _LANGUAGES for word in language.tens)
_ORDINAL = _any(word for language in _LANGUAGES for word in re.split("[ /]", language.ordinals))
_UPDATES = _any(phrase for language in _LANGUAGES for phrase in language.updates)
_FURTHER = _any(phrase for language in _LANGUAGES for phrase in language.further_information)

# Gaps are bounded everywhere: two open-ended ones side by side would make a page of blanks take minutes.
_LABEL = rf"""
    (?: (?:{_INTRODUCTION}\s{{1,3}})?
        (?<![\w-]) (?P<tens>{_TENS}[\s-]{{1,3}})? (?P<ordinal>{_ORDINAL})\s{{1,3}} (?P<update>{_UPDATES}\s{{0,3}})?
      | {_FURTHER}\s{{0,3}} )?
    (?:MARK(?:\s|:|{HYPHEN}){{1,3}})? MARK
    (?:\s?{HYPHEN}?N(?:o|r|[°º])\.?)? \s{{0,3}}(?::|{HYPHEN})?\s{{0,3}}
"""
# A dot must be tight: "Urgent Action 44. 22 people" begins a new sentence.
_NUMBER = rf"""
    (?P<serial>SERIAL) (?:{HYPHEN}(?P<middle_count>[1-9][0-9]?))?
    (?:\s{{0,2}}/\s{{0,2}}|\.)
    (?P<year>YEAR) (?(middle_count)|(?:{HYPHEN}(?P<end_count>[1-9][0-9]?))?)
    (?:\s{{0,2}}:\s{{0,2}}(?P=serial)[/.](?P=year)(?!\w))?
"""
_SLUG = r"ua-(?P<serial>SERIAL)-(?P<year>YEAR)"
# Small letters only: "UA-01001 Kyiv" is a Ukrainian postal code.
_GLUED_SLUG = r"(?-i:ua-|uaa)(?P<serial>[0-9]{1,3})(?P<year>[0-9]{2})"


def _compiled(pattern: str, *, mark: str, serial: str, year: str) -> re.Pattern[str]:
    filled = pattern.replace("MARK", mark).replace("SERIAL", serial).replace("YEAR", year)
    return re.compile(filled, re.IGNORECASE | re.VERBOSE)


# Reading takes any digits, so that an editor is told what is wrong with them.
_WHOLE = tuple(
    _compiled(pattern, mark=rf"(?:{_NAMES}|{_ABBREVIATIONS})", serial="[0-9]{1,6}", year=ANY_YEAR)
    for pattern in (rf"(?:{_LABEL})? {_NUMBER} \.?", _SLUG, rf"{_GLUED_SLUG}(?:\.pdf)?")
)
# Finding takes abbreviations in capitals alone, and no AU after a date or "jusqu'": "du 5/11 au 12/11" is French.
_MARK_IN_TEXT = rf"(?:{_NAMES}|(?-i:(?!AU(?<=\d\sAU|[Uu]['’]AU)){_ABBREVIATIONS}))"
_IN_TEXT = tuple(
    _compiled(
        rf"(?<!\w) {pattern} (?!\w|[-/.\u2010\u2011][0-9])",
        mark=_MARK_IN_TEXT,
        serial="0{0,2}[1-9][0-9]{0,2}",
        year=PLAUSIBLE_YEAR,
    )
    for pattern in (f"{_LABEL} {_NUMBER}", _SLUG, _GLUED_SLUG)
)


def read_ua_number(text: str) -> UANumber:
    """Return the UA number that ``text`` as a whole is, in any form met in documents, or raise UnreadableReference.

    The forms: ``44/22``, ``44.22``, ``UA 219 /06``, ``UA-182/2004``, ``FI 026/20-5``, ``EXTRA 12/99``, ``Primera AU
    105/25: 105/25``, ``Further information on UA: 79/11``, and the slugs ``ua-8517``, ``ua-103-22``, ``uaa31109``.
    """
    return read_ua_reference(text).number


def read_ua_reference(text: str) -> UAReference:
    """Return the UA number that ``text`` as a whole is, with the ordinal, or raise UnreadableReference.

    The ordinal is that of the urgent action that bears the text. "Second UA" is ordinal 2; an update comes after the
    first urgent action, so the third update ("FI 103/22-3", "UA-257-3/2014", "third update of UA 235/17") is ordinal
    4. It is None where the text does not count, or counts twice and differently.
    """
    stripped = text.strip()
    match = next((match for pattern in _WHOLE if (match := pattern.fullmatch(stripped))), None)
    if match is None:
        raise UnreadableReference(NOT_A_UA_NUMBER, {"text": quoted(text)})
    serial, year = match["serial"], match["year"]
    if not 1 <= int(serial) <= 999:
        raise UnreadableReference(IMPOSSIBLE_SERIAL, {"text": quoted(text), "serial": serial})
    refuse_implausible_year(year, text=text)
    return _reference(match)


def find_ua_references(text: str) -> tuple[Found[UAReference], ...]:
    """Return every UA reference that stands in ``text``, in order; none is an empty tuple.

    Only marked numbers are found (``UA``, ``Acción Urgente``, a slug ...), since a bare ``44/22`` may as well be a date
    or the number of a court case. Those of other urgent actions are found too: which is meant, the place decides.
    """
    found = (
        Found(_reference(match), match.start(), match.end()) for pattern in _IN_TEXT for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda one: one.start))


def refuse_implausible_year(year: str, *, text: str) -> None:
    """Raise UnreadableReference for a four-digit ``year`` before the first appeal or beyond two-digit reckoning."""
    if len(year) == 4 and not FIRST_YEAR <= int(year) <= LAST_YEAR:
        params = {"text": quoted(text), "year": year, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        raise UnreadableReference(IMPLAUSIBLE_YEAR, params)


def quoted(text: str) -> str:
    """Return ``text`` on one line and cut to a length that an error message can quote."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def _reference(match: re.Match[str]) -> UAReference:
    return UAReference(UANumber(int(match["serial"]), int(match["year"]) % 100), _ordinal(match.groupdict()))


def _ordinal(said: Mapping[str, str | None]) -> int | None:
    ordinals = set()
    if (word := said.get("ordinal")) and not said["tens"]:
        ordinals.add(_ORDINALS[_folded(word)] + (1 if said["update"] else 0))
    if count := said.get("middle_count") or said.get("end_count"):
        ordinals.add(int(count) + 1)
    return ordinals.pop() if len(ordinals) == 1 else None
