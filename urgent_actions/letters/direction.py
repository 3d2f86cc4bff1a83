"""Which way a text runs, and how one that runs the other way is kept in order inside it."""

import unicodedata


def direction(text: str) -> str:
    """Return ``ltr`` or ``rtl`` by most letters of a text: an Arabic sentence may begin with a Latin name.

    A text without letters, as a number, runs from left to right.
    """
    kinds = [unicodedata.bidirectional(char) for char in text]
    return "rtl" if kinds.count("R") + kinds.count("AL") > kinds.count("L") else "ltr"


def isolated(text: str) -> str:
    """Return a text that keeps its own order among others, whichever way they run (Unicode's isolates)."""
    mark = "\u2066" if direction(text) == "ltr" else "\u2067"
    return f"{mark}{text}\u2069" if text else ""
