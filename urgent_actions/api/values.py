"""What a parameter may hold: how it is read, what is said of it otherwise, and how the OpenAPI document says so."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError
from wagtail.coreutils import get_content_languages

from ..codes import country_codes, usual_language
from ..rules.reference import quoted
from ..rules.status import Status

FARTHEST_OFFSET = 10**9
LARGEST_ID = 2**63 - 1
LONGEST_SEARCH = 200

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile("[0-9]{1,18}")


def _refused(given: object, why: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "“{given}” {why}", {"given": quoted(str(given)), "why": why})


def whole(given: Any) -> Any:
    """Return what is given for a number; raise a pydantic error for text that is none in plain digits."""
    # What Python takes for a number besides, like 1_000 and 5.0, is a mistake in an address.
    if isinstance(given, str) and not _WHOLE.fullmatch(given):
        raise _refused(given, "is no number in digits")
    return given


def _day(given: str) -> date:
    try:
        # Python reads more forms than this one.
        return date.fromisoformat(given if _DAY.fullmatch(given) else "")
    except ValueError as error:
        raise _refused(given, "is no date like 2026-12-31") from error


def _country(given: Any) -> str:
    if (code := str(given).upper()) not in country_codes():
        raise _refused(given, "is no country code of two letters (ISO 3166-1 alpha-2)")
    return code


def _language(given: Any) -> str:
    if not (tag := usual_language(str(given))):
        raise _refused(given, "is no language tag like es or zh-Hans (BCP 47)")
    return tag


def site_language(given: str) -> str:
    """Return the language of the site that is meant, as it is stored; raise a pydantic error where there is none."""
    known = get_content_languages()
    found = next((tag for tag in known if tag.lower() == given.lower()), None)
    if found is None:
        raise _refused(given, f"is no language of this site, which has {', '.join(sorted(known))}")
    return str(found)


def _parts(given: Any) -> list[str]:
    """Return the parts of a value with commas, alone or as the one member of a list."""
    return [part for value in ([given] if isinstance(given, str) else given) for part in str(value).split(",")]


def _unlike_each_other(given: tuple[Status, ...]) -> tuple[Status, ...]:
    return tuple(dict.fromkeys(given))


Day = Annotated[date, BeforeValidator(_day)]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$", examples=["CN"]), BeforeValidator(_country)]
LanguageTag = Annotated[
    str,
    Field(pattern="^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$", max_length=35, examples=["zh-Hans"]),
    BeforeValidator(_language),
]
Locale = Annotated[
    str, Field(pattern="^[A-Za-z0-9@_-]+$", max_length=100, examples=["en"]), AfterValidator(site_language)
]
"""A language of the site, as Wagtail calls it, in any case."""
Slug = Annotated[str, Field(pattern="^[A-Za-z0-9_-]+$", max_length=100, examples=["unfair-trial"])]
Words = Annotated[str, Field(max_length=LONGEST_SEARCH)]
Statuses = Annotated[tuple[Status, ...], BeforeValidator(_parts), AfterValidator(_unlike_each_other)]
