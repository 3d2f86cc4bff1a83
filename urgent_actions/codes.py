"""Country and language codes, and their names in the reader's language, by CLDR (through Babel).

Codes are stored, names never: a name depends on who reads it.
"""

from functools import cache

import langcodes
from babel import Locale, UnknownLocaleError, localedata
from babel.languages import get_official_languages

# Two-letter codes of CLDR that are no countries: groupings, pseudo-territories, and islands that no post office
# knows as a destination of its own.
_NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})

# Written differently per script or country, so that a translator has to know which one is meant.
_WRITTEN_VARIANTS = ("zh-Hans", "zh-Hant", "pt-BR", "pt-PT", "sr-Cyrl", "sr-Latn")


@cache
def _cldr(language: str) -> Locale:
    """Return the CLDR locale for a BCP 47 tag, or the nearest known ancestor of it, or English."""
    parts = language.split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale.parse("en")


@cache
def country_codes() -> frozenset[str]:
    """Return the ISO 3166-1 alpha-2 codes that are allowed as a country."""
    return frozenset(
        code
        for code in map(str, Locale.parse("en").territories)
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    )


@cache
def language_tags() -> frozenset[str]:
    """Return the BCP 47 tags that an editor can choose: every language CLDR has data for, and written variants."""
    languages = {identifier.split("_")[0] for identifier in localedata.locale_identifiers()}
    return frozenset(languages - {"root"}) | frozenset(_WRITTEN_VARIANTS)


def is_language(tag: str) -> bool:
    """Say whether ``tag`` is a valid BCP 47 language tag, be it offered for choice or not."""
    return tag in language_tags() or (bool(tag) and langcodes.tag_is_valid(tag))


def usual_language(tag: str) -> str:
    """Return a valid tag in the case in which tags are stored (``zh-Hans``), or an empty string."""
    return langcodes.Language.get(tag, normalize=False).to_tag() if is_language(tag) else ""


def with_script(tag: str) -> str:
    """Return ``tag`` with the script and country that it leaves unsaid (``zh-Hant-HK`` for ``zh-HK``)."""
    return langcodes.Language.get(tag, normalize=False).maximize().to_tag() if is_language(tag) else tag


def same_language(first: str, second: str) -> bool:
    """Say whether two tags name the same language as far as the shorter one tells (``zh`` and ``zh-Hans`` do)."""
    one, other = first.lower().split("-"), second.lower().split("-")
    return all(a == b for a, b in zip(one, other, strict=False))


def country_name(code: str, language: str) -> str:
    """Return the name of a country in ``language``, or the code itself where CLDR has none."""
    name: str = _cldr(language).territories.get(code, code)
    return name


def language_name(tag: str, language: str) -> str:
    """Return the name of the language ``tag`` in ``language``, or the tag itself where CLDR has none."""
    names = _cldr(language).languages
    canonical = langcodes.standardize_tag(tag) if is_language(tag) else tag
    if name := names.get(canonical.replace("-", "_")):
        return str(name)
    try:
        return str(Locale.parse(canonical, sep="-").get_display_name(_cldr(language)) or tag)
    except (UnknownLocaleError, ValueError):
        return tag


def language_of_country(country: str, *, wanted: str = "") -> str:
    """Return ``wanted`` if it is an official language of ``country``, else the one that most people there speak.

    English where CLDR knows none: any post office reads it.
    """
    official = [tag.replace("_", "-") for tag in get_official_languages(country, de_facto=True)]
    return next((wanted for tag in official if wanted and same_language(tag, wanted)), (official or ["en"])[0])


def is_right_to_left(tag: str) -> bool:
    """Say whether text in this language runs from right to left."""
    return _cldr(tag).text_direction == "rtl"


def country_choices() -> list[tuple[str, str]]:
    """Return (code, English name) of all countries, by name. Faces show names in the reader's language."""
    return _by_name({code: country_name(code, "en") for code in country_codes()})


def language_choices() -> list[tuple[str, str]]:
    """Return (tag, English name) of all languages that an editor can choose, by name."""
    return _by_name({tag: language_name(tag, "en") for tag in language_tags()})


def _by_name(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda item: item[1].casefold())
