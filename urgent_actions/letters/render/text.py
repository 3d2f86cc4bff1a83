"""A letter as plain text: to be copied, to be sent by e-mail, to be read aloud by a screen reader."""

import re
import unicodedata
from collections.abc import Iterable

from ..letter import Letter
from ..phrases import spoken_phrases

WIDTH = 72
"""Columns of a line that every mail program shows unbroken."""
_FIRST_WIDE = "\u1100"
"""No sign before this one is wide, and most letters have none after it: that is quick to see."""
_WORDS = re.compile(r"[^ ]* *")
_CLOSES = "，。、；：？！）」』》〉】”’,.;:?!)"


def text(letter: Letter, *, width: int | None = WIDTH) -> str:
    """Return the letter as lines of at most ``width`` columns, ended by line feeds; None: a line per paragraph.

    A word that is longer than a line stays whole, since an address or a number must not be broken.
    """
    return "\n\n".join("\n".join(_wrapped(block, width)) for block in _blocks(letter)) + "\n"


def _blocks(letter: Letter) -> Iterable[str]:
    """Return the parts of the letter that stand apart, as they follow each other."""
    words = spoken_phrases(letter.language)
    copies = "\n".join(words.label("letter.copies_to", each.name) for each in letter.copies)
    blocks = (
        "\n".join(letter.sender),
        letter.place_and_date,
        "\n".join(letter.address),
        letter.forward,
        letter.salutation,
        *letter.paragraphs,
        "\n".join([*filter(None, [letter.asks_introduction]), *(f"- {ask}" for ask in letter.asks)]),
        *letter.closing,
        # On paper the place stands at the top.
        "\n".join(part for part in (letter.sign_off, letter.signature, "" if letter.sender else letter.place) if part),
        copies,
        words.label("letter.postscript", letter.postscript) if letter.postscript else "",
    )
    return (block for block in blocks if block.strip())


def _wrapped(block: str, width: int | None) -> Iterable[str]:
    for line in block.splitlines():
        yield from _broken(line, width) if width else (line,)


def _broken(line: str, width: int) -> Iterable[str]:
    """Return a line broken between words, or between signs of a script that has none between its words."""
    taken, columns = "", 0
    indent = "  " if line.startswith("- ") else ""
    for piece in _pieces(line):
        wide = _columns(piece.rstrip())
        if taken.strip() and columns + wide > width:
            yield taken.rstrip()
            taken, columns = indent, len(indent)
        taken, columns = taken + piece, columns + _columns(piece)
    yield taken.rstrip()


def _pieces(line: str) -> Iterable[str]:
    """Return the line in pieces that stay whole: words with the spaces after them, and single wide signs."""
    if max(line, default="") < _FIRST_WIDE:
        yield from _WORDS.findall(line)
        return
    piece = ""
    for char in line:
        if piece and (_is_wide(char) or _is_wide(piece[-1]) or piece[-1] == " ") and char not in f"{_CLOSES} ":
            yield piece
            piece = ""
        piece += char
    yield piece


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if _is_wide(char) else 0 if unicodedata.combining(char) else 1 for char in text)
