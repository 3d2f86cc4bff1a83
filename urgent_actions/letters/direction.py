"""Which way a text runs, and how one that runs the other way is kept in order inside it."""

import unicodedata


def direction(text: str) -> str:
    """Return ``ltr`` or ``rtl`` by the first letter of a text; a text without letters runs from left to right."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next(("ltr" if kind == "L" else "rtl" for kind in kinds if kind in ("L", "R", "AL")), "ltr")


def isolated(text: str) -> str:
    """Return a text that keeps its own order among others, whichever way they run (Unicode's isolates)."""
    mark = "\u2066" if direction(text) == "ltr" else "\u2067"
    return f"{mark}{text}\u2069" if text else ""
