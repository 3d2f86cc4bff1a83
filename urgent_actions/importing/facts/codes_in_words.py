"""Codes of a draft in the words of its document."""

from ...codes import country_name, language_name
from ..draft import Draft
from ..words import languages


def country_in_words(draft: Draft) -> str | None:
    """Return the name of the first country as the document prints it, but not in capitals; or None."""
    ua = draft.urgent_action
    if not ua.countries:
        return None
    printed = draft.printed.get("countries", "")
    first = printed.partition(",")[0]
    if not first.isupper():
        return first or country_name(ua.countries[0], ua.language)
    names = (country_name(ua.countries[0], language) for language in languages())
    return next((name for name in names if name.upper() == first), first.title())


def languages_in_words(draft: Draft) -> list[str]:
    """Return the names of the preferred languages as the document prints them."""
    ua = draft.urgent_action
    printed = draft.printed.get("preferred_languages", "")
    return printed.split(", ") if printed else [language_name(tag, ua.language) for tag in ua.preferred_languages]
