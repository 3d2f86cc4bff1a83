"""The sign before an item of a list, told from a number that belongs to the text."""

import re

# Signs that stand for nothing else. The last are what Word's symbol fonts leave behind in other programs: signs that
# no font has, or the letters under which the fonts keep a square, a box and an arrow.
_ALWAYS = "•◦●○∙■□▪▫◼◾▶►‣⁃➢❖·\uf020-\uf0ff"
_SIGN = re.compile(rf"([{_ALWAYS}]|[nqØ§](?=\s+[^\W\d_]))\s*|([-–—*]|\d{{1,2}}\)|\(\d{{1,2}}\))(?:\s+|$)")
_NUMBERED = re.compile(r"((\d{1,2})\.)\s+(?=[^\d\s])")
# "27. Januar 2015": a day of the month, as German writes it.
_DAY = re.compile(r"\d{1,2}\.\s+\w+\.?\s+\d{4}\b")


class Bullets:
    """Reads the signs of one document, from its first line to its last."""

    def __init__(self) -> None:
        self._last = 0

    def split(self, text: str) -> tuple[str, str]:
        """Return the sign of the item and its text; the sign is empty where the line is no item.

        "2." is a sign only after "1.": "27. Januar" is none, and neither is "12. Straße".
        """
        if found := _SIGN.match(text):
            return found[1] or found[2], text[found.end() :]
        if (found := _NUMBERED.match(text)) and int(found[2]) in {1, self._last + 1} and not _DAY.match(text):
            self._last = int(found[2])
            return found[1], text[found.end() :]
        return "", text
