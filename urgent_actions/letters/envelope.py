"""Where a letter goes: the address as it was written, and the country as the postal union asks for it."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from ..codes import country_name, language_of_country
from ..urgent_action import Address, Mission, Target
from .phrases import phrases

_TURKIC = ("tr", "az")


def target_block(target: Target, *, sending: str, language: str) -> tuple[str, ...]:
    """Return the address block of a target: name, role, organisation, then the lines as they were written.

    Abroad the country stands in capitals in the last line, in a language of the ``sending`` country (ISO 3166-1
    alpha-2); where that is not known, in the language of the letter.
    """
    return (*_called(target), *_lines(target.address, sending=sending, language=language))


def care_of_block(target: Target, mission: Mission, *, sending: str, language: str) -> tuple[str, ...]:
    """Return the address block for a letter that the mission is asked to forward to the target."""
    known = phrases(language)
    care_of = known.say("letter.care_of") if known else "c/o"
    through = (f"{care_of} {mission.name}", *_lines(mission.address, sending=sending, language=language))
    return (*_called(target), *through)


def mission_block(mission: Mission, *, sending: str, language: str) -> tuple[str, ...]:
    """Return the address block of a mission, with the head of it where one is known."""
    head = " ".join(part for part in (mission.head_of_mission_title, mission.head_of_mission) if part)
    return (*([head] if head else []), mission.name, *_lines(mission.address, sending=sending, language=language))


def country_in_capitals(country: str, *, sending: str, language: str) -> str:
    """Return the name of ``country`` in capitals, in ``language`` if it is one of the sending country, else in that."""
    spoken = language_of_country(sending, wanted=language) if sending else language
    return _capitals(_postal_name(country, spoken), spoken)


def _called(target: Target) -> Iterable[str]:
    return (part for part in (target.name, target.role, target.organisation) if part)


def _lines(address: Address, *, sending: str, language: str) -> tuple[str, ...]:
    """Return the lines; abroad the last one is the country in capitals, in the place of one that says the same."""
    lines, country = address.lines, address.country
    if not lines or not country or country == sending:
        return lines
    spoken = language_of_country(sending, wanted=language) if sending else language
    last = lines[-1]
    if _says_country(last, country, spoken):
        return (*lines[:-1], _capitals(last.rstrip(" .,"), spoken))
    others = ("en", language, language_of_country(country))
    if _plain(last) in _names()["also"].get(country, ()) or any(_says_country(last, country, each) for each in others):
        lines = lines[:-1]
    return (*lines, _capitals(_postal_name(country, spoken), spoken))


def _postal_name(country: str, language: str) -> str:
    postal = _names()["postal"].get(country) if language.split("-", maxsplit=1)[0] == "en" else None
    return postal or country_name(country, language)


@cache
def _names() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((resources.files(__package__) / "countries.toml").read_text(encoding="utf-8"))


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'").strip(" ,")


def _says_country(line: str, country: str, language: str) -> bool:
    """Say whether a line is nothing but the country's name in this language, short or long."""
    name, line = _plain(country_name(country, language)), _plain(line).strip(" .,")
    if line == name:
        return True
    known = phrases(language)
    if known is None or name not in line:
        return False
    rest = line.replace(name, " ")
    forms = known.listed("country.long_forms")
    if " " not in line:
        return rest.strip() in forms
    return all(word in forms for word in rest.split())


def _capitals(text: str, language: str) -> str:
    if language.split("-", maxsplit=1)[0] in _TURKIC:
        text = text.replace("i", "İ")
    return text.upper()
