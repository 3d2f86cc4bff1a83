"""The language versions of one page, as search engines and readers are led to them."""

from collections.abc import Iterable

ANY_LANGUAGE = "x-default"


def alternates(versions: Iterable[tuple[str, str]], *, default: str) -> list[tuple[str, str]]:
    """Return (hreflang, address) of all ``versions`` of a page, itself included; nothing if it is the only one.

    Where one is in the ``default`` language, it is also the one for readers of all other languages.
    """
    found = sorted(versions)
    if len(found) < 2:
        return []
    return [*found, *((ANY_LANGUAGE, url) for language, url in found if language == default)]
