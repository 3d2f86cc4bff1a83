"""Texts made comparable letter by letter: places in the folded text are places in its source, too."""

import unicodedata
from functools import cache, lru_cache

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’‘‛`´ʼʹ", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("\u00a0\u202f\u2009\t", " "),
        **dict.fromkeys("‐‑–—", "-"),
        "：": ":",
    }
)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return ``text`` without case and accents, with one kind of quotes, hyphens and blanks; as long as it was."""
    plain = text.translate(_SIGNS)
    if plain.isascii():
        return plain.lower()
    return "".join(map(_letter, plain))


@cache
def _letter(char: str) -> str:
    lower = char.lower()
    if len(lower) != 1:
        return lower[0]
    base = unicodedata.normalize("NFD", lower)[0]
    return base if len(base) == 1 and unicodedata.category(char)[0] == "L" else lower
