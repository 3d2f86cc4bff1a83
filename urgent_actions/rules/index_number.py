"""Index numbers as documents and web addresses write them: ``ASA 17/5628/2022`` and its older and misprinted forms."""

import re

from ..messages import gettext_noop
from ..urgent_action import IndexNumber
from .reference import (
    ANY_YEAR,
    HYPHEN,
    PLAUSIBLE_YEAR,
    Found,
    UnreadableReference,
    quoted,
    refuse_implausible_year,
)

NOT_AN_INDEX_NUMBER = gettext_noop(
    "“%(text)s” is no index number: write area, country, serial and year, like ASA 17/5628/2022."
)
UNKNOWN_AREA = gettext_noop("“%(text)s” has the unknown area %(area)s: an index number begins with one of %(known)s.")
MISPRINTED_AREA = gettext_noop(
    "“%(text)s” has the unknown area %(area)s: did you mean %(nearest)s? An index number begins with one of %(known)s."
)

AREAS = ("ACT", "AFR", "AMR", "ASA", "DOC", "EUR", "FIN", "IOR", "MDE", "NWS", "ORG", "POL", "PRE")

_PRINTED = (
    rf"(?P<area>AREA)(?:\s{{1,2}}|{HYPHEN})?"
    r"(?P<country>[0-9]{2})/(?P<serial>[0-9]{2,5})/(?P<year>YEAR)"
    r"(?:/(?P<language>[A-Za-z]{1,2})(?!\w))?"
)
_IN_ADDRESS = r"(?P<area>AREA)(?P<country>[0-9]{2})/(?P<serial>[0-9]{2,5})/(?P<year>YEAR)"
_URL_BEFORE = r"<?(?:(?:https?://)?(?:www\.)?amnesty\.org/(?:[A-Za-z-]{2,8}/)?(?:documents/)?)"
_URL_AFTER = r"(?:/[A-Za-z]{2}(?:-[A-Za-z]{2,4})?)?/?(?:[?#]\S*)?>?"


def _compiled(pattern: str, *, area: str, year: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("AREA", area).replace("YEAR", year))


# Addresses come first: what follows the year in them is the language of the web page, no suffix of the number.
_WHOLE = (
    _compiled(f"{_URL_BEFORE}{_IN_ADDRESS}{_URL_AFTER}", area="[A-Za-z]{3}", year=ANY_YEAR),
    _compiled(f"{_IN_ADDRESS}{_URL_AFTER}", area="[a-z]{3}", year=ANY_YEAR),
    _compiled(_PRINTED, area="[A-Za-z]{3}", year=ANY_YEAR),
)
# In running text the area must be a known one, so that dates of birth ("DOB 11/25/1974") stay what they are.
_IN_TEXT = tuple(
    _compiled(rf"(?<!\w){pattern}(?!\w|[-/.\u2010\u2011][0-9])", area=area, year=PLAUSIBLE_YEAR)
    for pattern, area in ((_PRINTED, "|".join(AREAS)), (_IN_ADDRESS, "|".join(AREAS).lower()))
)


def read_index_number(text: str) -> IndexNumber:
    """Return the index number that ``text`` as a whole is, or raise UnreadableReference.

    Read are the printed forms (``MDE 11/015/2011``, ``ASA 21/26/91``, ``AMR-37/012/10``, ``ACT 60/02/95/s``), the path
    ``asa17/5628/2022`` and the public address of a document. Area and language suffix are put into their usual case;
    the digits stay as written, since they are part of the address. ``AREAS`` are known; another one is refused, and
    where one letter makes the difference the message names the area that was probably meant.
    """
    stripped = text.strip()
    match = next((match for pattern in _WHOLE if (match := pattern.fullmatch(stripped))), None)
    if match is None:
        raise UnreadableReference(NOT_AN_INDEX_NUMBER, {"text": quoted(text)})
    if (area := match["area"].upper()) not in AREAS:
        raise _unknown_area(area, text=text)
    refuse_implausible_year(match["year"], text=text)
    return _index_number(match)


def find_index_numbers(text: str) -> tuple[Found[IndexNumber], ...]:
    """Return every index number that stands in ``text`` or in an address in it, in order; none is an empty tuple.

    Printed ones have their area in capitals, those in addresses in small letters. Numbers of previous and other
    documents are found too, and a number with an unknown area is not.
    """
    found = (
        Found(_index_number(match), match.start(), match.end())
        for pattern in _IN_TEXT
        for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda one: one.start))


def _index_number(match: re.Match[str]) -> IndexNumber:
    return IndexNumber(
        area=match["area"].upper(),
        country=match["country"],
        serial=match["serial"],
        year=match["year"],
        language=(match.groupdict().get("language") or "").lower(),
    )


def _unknown_area(area: str, *, text: str) -> UnreadableReference:
    params = {"text": quoted(text), "area": area, "known": ", ".join(AREAS)}
    nearest = [known for known in AREAS if sum(a != b for a, b in zip(area, known, strict=True)) == 1]
    if not nearest:
        return UnreadableReference(UNKNOWN_AREA, params)
    return UnreadableReference(MISPRINTED_AREA, {**params, "nearest": ", ".join(nearest)})
