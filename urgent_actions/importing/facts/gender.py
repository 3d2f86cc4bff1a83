"""The marks of gender that stand under their own label: “Name: A, B Gender m/f: m, f”."""

import re
from collections.abc import Sequence
from functools import cache

from ..sections.parts import Part
from ..words import any_of, word_set
from ..words.folding import fold


def names_and_marks(part: Part, parts: Sequence[Part]) -> tuple[str, list[str]]:
    """Return the names of “Name: A Gender m/f: f”, and the marks, which may stand on the next line."""
    text = part.pieces[0].text
    match = _gender_label().search(fold(text))
    if match:
        return text[: match.start()].strip(), _marks(text[match.end() :], match[0])
    below = next((each for each in parts if each.kind == "gender" and each.title and each.pieces), None)
    return text, _marks(below.pieces[0].text, fold(below.title.text)) if below and below.title else []


@cache
def _gender_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('people.labels_of_gender', whole=False).pattern})\s*:\s*")


def _marks(text: str, label: str) -> list[str]:
    """Return the mark of each: m is a woman (“mujer”) where h is a man (“hombre”)."""
    words = [word for word in re.split(r"[\s,;/&]+", fold(text).strip(" .")) if word not in word_set("text.and")]
    if "h/m" in label:
        return [{"h": "m", "m": "f"}.get(word) or _mark(word) for word in words]
    return [_mark(word) for word in words]


def each_mark(marks: Sequence[str], persons: int) -> list[str]:
    """Return a mark for each person: theirs, or the one of all; none where the document counts them some other way."""
    if len(marks) == 1:
        return list(marks) * persons
    return list(marks) if len(marks) == persons and all(marks) else [""] * persons


def _mark(text: str) -> str:
    plain = fold(text).strip(" .")
    if plain in word_set("people.female"):
        return "f"
    return "m" if plain in word_set("people.male") else ""
