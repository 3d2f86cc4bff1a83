"""Countries by their names in any language that we read, short, long and old, and by index numbers."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel import Locale

from ... import letters as _letters
from ...codes import country_codes
from ...letters.phrases import phrases
from ...urgent_action import IndexNumber
from ..words import languages, names_of_countries
from ..words.folding import fold

MOST_WORDS = 6
# Two countries each: which one, the long form says, and that is known as a whole.
_AMBIGUOUS = frozenset(["congo", "kongo", "korea", "corea", "coree"])
_NO_SIGNS = str.maketrans("()-", "   ")
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")


def country_of(text: str) -> str:
    """Return the code of the country that ``text`` names, in its short or long form, and nothing else; or ""."""
    folded = _plain(text)
    if not folded or len(folded) > 60:
        return ""
    names = _names()
    if code := names.get(folded):
        return code
    words = folded.split()
    forms = _long_forms()
    if len(words) < 2 or not any(word in forms for word in words):
        return ""
    if words[-1] in _AMBIGUOUS:
        return ""
    # All of them first: “People's Republic of China” is not the “Republic of China”.
    first = next((at for at, word in enumerate(words) if word not in forms), len(words))
    last = next((at for at in range(len(words), 0, -1) if words[at - 1] not in forms), 0)
    kept = (words[first:], words[first:last], words[:last], *(words[at:] for at in range(first - 1, 0, -1)))
    return next((code for each in kept if (code := names.get(" ".join(each)))), "")


def countries_in(text: str) -> list[tuple[str, str]]:
    """Return (code, name as printed) of the countries named in a short ``text``, in order, each once."""
    found: dict[str, str] = {}
    words = list(_WORDS.finditer(text))
    at = 0
    while at < len(words):
        for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
            said = text[words[at].start() : words[at + length - 1].end()]
            capital = said[0].isupper() and words[at + length - 1][0][0].isupper()
            possessive = re.sub(r"['’]s?$", "", said)
            code = capital and (_names().get(_plain(said)) or _names().get(_plain(possessive)) or country_of(said))
            if code:
                found.setdefault(code, said)
                at += length - 1
                break
        at += 1
    return list(found.items())


def ends_with_country(text: str) -> int:
    """Return where in ``text`` the name of a country begins that ends it, long forms included; its length for none."""
    words = list(_WORDS.finditer(text))
    if not words or text[words[-1].end() :].strip(" .,"):
        return len(text)
    for start in range(max(0, len(words) - MOST_WORDS), len(words)):
        place = words[start].start()
        if text[place].isupper() and country_of(text[place:]):
            return place
    return len(text)


def adjective_of(word: str) -> str:
    """Return the code of the country that an adjective such as “Chinese” or “Egyptian” belongs to, or ""."""
    folded = fold(word)
    if len(folded) < 5 or not word[:1].isupper():
        return ""
    codes = _stems().get(folded[:4], ())
    return next(iter(codes)) if len(codes) == 1 else ""


def country_of_index(index: IndexNumber) -> str:
    """Return the code of the country that the digits of an index number stand for, or "" where we do not know."""
    return _index_countries().get(index.area, {}).get(index.country, "")


def _plain(text: str) -> str:
    return " ".join(fold(text).translate(_NO_SIGNS).strip(" .,;:").split())


@cache
def _names() -> Mapping[str, str]:
    found = dict(_short_names())
    text = (resources.files(_letters) / "countries.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text)
    for code, names in known["also"].items():
        found.update({_plain(name): code for name in names})
    found.update({_plain(name): code for code, name in known["postal"].items()})
    return {**found, **{_plain(name): code for name, code in names_of_countries().items()}}


@cache
def _short_names() -> Mapping[str, str]:
    allowed = country_codes()
    return {
        _plain(form): code
        for language in reversed(languages())
        for code, name in Locale.parse(language).territories.items()
        if code in allowed
        for form in (name, name.replace("&", "and").replace("St. ", "Saint "))
    }


@cache
def _stems() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, code in _short_names().items():
        if name.isalpha():
            found.setdefault(name[:4], set()).add(code)
    return found


@cache
def _long_forms() -> frozenset[str]:
    known = (phrases(language) for language in languages())
    return frozenset(fold(word) for each in known if each for word in each.listed("country.long_forms"))


@cache
def _index_countries() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((resources.files(__package__) / "index_countries.toml").read_text(encoding="utf-8"))
