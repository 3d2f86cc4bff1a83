"""The writer's own words, made fit to stand in a letter, a header and a file; or refused."""

import re
import unicodedata

from .letter import Writer
from .refusal import UnfitWords

LONGEST_NAME = 100
LONGEST_PLACE = 100
LONGEST_PARAGRAPH = 2000

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_MANY_LINES = re.compile("\n{3,}")
# Joiners belong to the writing of Persian and Hindi, marks to that of Arabic among Latin. All other invisible signs
# go: they turn text round, or hide it.
_KEPT_INVISIBLE = "\u200c\u200d\u200e\u200f\u061c"


def writer(*, name: str = "", place: str = "", country: str = "", paragraph: str = "") -> Writer:
    """Return who writes; raise UnfitWords where a text is too long, or holds what is no text.

    Signs that turn the direction of what follows them, and other invisible ones, are left away. ``country`` is taken
    as it is: an ISO 3166-1 alpha-2 code, or empty.
    """
    return Writer(
        name=_line("name", name, LONGEST_NAME),
        place=_line("place", place, LONGEST_PLACE),
        country=country,
        paragraph=_text("paragraph", paragraph, LONGEST_PARAGRAPH),
    )


def _line(parameter: str, given: str, longest: int) -> str:
    text = _text(parameter, given, longest)
    if "\n" in text:
        raise UnfitWords(parameter, "This is one line, without line breaks.")
    return text


def _text(parameter: str, given: str, longest: int) -> str:
    if len(given) > longest:
        raise UnfitWords(parameter, "At most %(longest)d characters are allowed.", longest=longest)
    lines = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", given)).replace("\t", " ")
    kept = []
    for char in lines:
        category = unicodedata.category(char)
        if category in ("Cc", "Cs", "Cn", "Co") and char != "\n":
            raise UnfitWords(
                parameter, "It holds a sign that is no text (U+%(point)s): remove it.", point=f"{ord(char):04X}"
            )
        if category != "Cf" or char in _KEPT_INVISIBLE:
            kept.append(char)
    text = "\n".join(line.strip() for line in "".join(kept).split("\n"))
    # NFC can lengthen a text; what counts is what stands in the letter.
    return _MANY_LINES.sub("\n\n", text).strip()
