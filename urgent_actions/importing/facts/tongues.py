"""The languages in which to write: preferred ones, most wanted first, and whether the writer's own will do."""

import re
from collections.abc import Sequence
from functools import cache

from ...codes import language_name, language_tags
from ...messages import gettext_noop
from ..lines.pieces import Piece
from ..reading import Reading
from ..sections.parts import Part
from ..words import any_of, languages, names_of_languages, word_set
from ..words.folding import fold

UNKNOWN_LANGUAGE = gettext_noop("“%(text)s” is no language that we know: enter it by hand.")

LONGEST_LANGUAGE = 30
_NO_BRACKETS = str.maketrans("()", "  ")


def preferred_languages(parts: Sequence[Part], reading: Reading) -> tuple[tuple[str, ...], bool]:
    """Return the tags of the languages to write in, most wanted first, and whether the writer's own will do."""
    own = False
    for part in sorted(parts, key=lambda each: each.kind != "languages"):
        if part.kind == "languages":
            pieces = part.pieces[:1]
        elif part.kind in ("asks", "targets") and part.title:
            pieces = [part.title]
        else:
            continue
        for piece in pieces:
            own = own or _says_own(piece.text)
            tags, printed, unknown = _languages(_sentence(piece) if part.kind == "languages" else _heading(piece))
            for said in unknown if part.kind == "languages" else ():
                reading.doubt("unknown_language", UNKNOWN_LANGUAGE, line=piece.line, text=said)
            if tags and not own and part.kind == "languages" and (below := _own_language_below(parts, part)):
                reading.found("own_language_welcome", [below])
                own = True
            if tags or own:
                if own and "own_language_welcome" not in reading.provenance:
                    reading.found("own_language_welcome", [piece])
                if tags:
                    reading.found("preferred_languages", [piece], printed=", ".join(printed))
                return tuple(dict.fromkeys(tags)), own
    return (), own


def _own_language_below(parts: Sequence[Part], part: Part) -> Piece | None:
    """Return the line below the languages that says “You can also write in your own language.”"""
    below = [piece for each in parts[parts.index(part) : parts.index(part) + 2] for piece in each.body[:1]]
    return next((piece for piece in below if _says_own(piece.text)), None)


def _sentence(piece: Piece) -> str:
    """Return the first sentence: where line breaks are lost, the next ones say something else."""
    return piece.text.partition(". ")[0]


def _heading(piece: Piece) -> str:
    return piece.text.partition(":")[0][:200]


def _languages(text: str) -> tuple[list[str], list[str], list[str]]:
    """Return tags and names of the languages in a list, and the words of it that are none."""
    tags, printed, unknown = [], [], []
    for part in _parts().split(text):
        words = part.strip(" :").split()
        while words and fold(words[-1]) in word_set("languages.after"):
            words.pop()
        found = next((said for at in range(len(words)) if _plain(said := " ".join(words[at:])) in _names()), "")
        if found:
            tags.append(_names()[_plain(found)])
            printed.append(found)
        elif words and len(part) < LONGEST_LANGUAGE and not _says_own(part) and not _only_joins(words):
            unknown.append(part.strip())
    return tags, printed, unknown


@cache
def _parts() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_set("text.and") | word_set("text.or")))
    return re.compile(rf"[,;/.]|\s(?:{words})\s")


def _says_own(text: str) -> bool:
    return bool(any_of("languages.own", whole=False).search(fold(text)))


def _only_joins(words: Sequence[str]) -> bool:
    return all(fold(word) in word_set("languages.and") for word in words)


def _plain(text: str) -> str:
    return " ".join(fold(text).translate(_NO_BRACKETS).split())


@cache
def _names() -> dict[str, str]:
    # The longest tags first, so that of two with one name the plain one stays.
    tags = sorted(language_tags(), key=lambda tag: (-len(tag), tag))
    found = {_plain(language_name(tag, language)): tag for language in languages() for tag in tags}
    return {**found, **names_of_languages()}
