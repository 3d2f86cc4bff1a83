"""Names of persons and of offices, told apart by the words of which they are made."""

import re

from ..words import any_of, listed, printed_set, word_set
from ..words.folding import fold
from .countries import country_of

MOST_NAME_WORDS = 8
_ABBREVIATION = re.compile(r"\([A-Z]{2,6}\),?")
_TOKEN = re.compile(r"\S+")
_NAME_WORD = re.compile(r"['‘’ʿ]?[^\W\d_](?:[\w.'‘’ʿ-]*\w)?[.,]?")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "abu",
        "abdel",
        "abdul",
        "ben",
        "de",
        "del",
        "da",
        "dos",
        "das",
        "du",
        "di",
        "la",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "y",
        "e",
        "ul",
        "ur",
        "as",
        "ad",
    ]
)
POSSESSIVE = re.compile(r"'s?$")


def is_name(text: str) -> bool:
    """Say whether a text may be a person's name: capitalised words, and none that names an office or a place."""
    words = text.strip(" ,.").split()
    if not 1 <= len(words) <= MOST_NAME_WORDS or any(char.isdigit() for char in text):
        return False
    return (
        all(_may_be_name(word) for word in words)
        and words[0][0] not in '(“"'
        and any(word.strip("‘'’")[:1].isupper() for word in words)
    )


def without_honorifics(text: str) -> str:
    """Return a name without the titles of honour before it."""
    stripped = text.strip(" ,;")
    while True:
        folded = fold(stripped)
        match = _honorific_at(folded)
        if not match or not stripped[match:].strip():
            return stripped
        stripped = stripped[match:].strip(" ,")


def role_end(text: str) -> int:
    """Return where the name of an office ends with which ``text`` begins, or 0 if it begins with none."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    folded = [fold(token).strip(",.;:()") for token, _, _ in tokens]
    core = _core(folded)
    # “Secretaría” is an organisation, “secretaria” an office.
    accented = tokens[0][0].lower() if tokens else ""
    if not core or (
        accented in printed_set("officials.organisations") and accented not in printed_set("officials.roles")
    ):
        return 0
    at = core
    while at < len(tokens):
        if tokens[at - 1][0].endswith((",", ";")):
            break
        joined = _joins(tokens, folded, at)
        if not joined:
            break
        object_end = _object(tokens, folded, at + joined)
        if object_end == at + joined:
            break
        at = object_end
    if at < len(tokens) and _ABBREVIATION.fullmatch(tokens[at][0]):
        at += 1
    return tokens[at - 1][2]


def _may_be_name(word: str) -> bool:
    folded = fold(word).strip(".,'")
    if folded in _PARTICLES or folded.startswith(("al-", "el-", "ul-", "as-", "d'")):
        return True
    if not (_NAME_WORD.fullmatch(word) and word.lstrip("‘'’ʿ")[:1].isupper()):
        return False
    return not any(folded in word_set(f"officials.{table}") for table in ("organisations", "places", "roles"))


def _core(folded: list[str]) -> int:
    """Return how many tokens at the beginning are the office itself: “Chief Procurator”, “King and Prime Minister”."""
    roles, before, after = (word_set(f"officials.{table}") for table in ("roles", "modifiers", "after"))
    end = 0
    for at, word in enumerate(folded[:8]):
        parts = [part for part in re.split(r"[-/]", word) if part]
        whole = bool(parts) and parts[-1] in roles and all(part in roles or part in before for part in parts)
        if end and word in word_set("officials.royals"):
            break
        if word in roles or whole or (end and word in after):
            end = at + 1
        elif word not in before:
            break
    return end


def _joins(tokens: list[tuple[str, int, int]], folded: list[str], at: int) -> int:
    """Return how many of the next words are “of the” or the like; “Tô” is a name, and no “to”."""
    joins = word_set("officials.joins")
    length = 0
    while at + length < len(folded) and folded[at + length] in joins and _is_plain(tokens[at + length][0]):
        length += 1
    return length


def _is_plain(word: str) -> bool:
    return word.islower() or word.isupper()


def _object(tokens: list[tuple[str, int, int]], folded: list[str], at: int) -> int:
    """Return where ends what an office is for: domains, organisations and countries, or a name up to one of these."""
    known = word_set("officials.domains") | word_set("officials.organisations") | word_set("officials.roles")
    known |= word_set("officials.modifiers")
    end = at
    while end < len(tokens):
        length = next(
            (
                n
                for n in (4, 3, 2, 1)
                if end + n <= len(tokens)
                and country_of(" ".join(folded[end : end + n]))
                and tokens[end][0][0].isupper()
            ),
            0,
        )
        if length:
            end += length
        elif POSSESSIVE.sub("", folded[end]) in known or folded[end].startswith(listed("people.elisions")):
            end += 1
        elif (place := _territory(tokens, folded, at, end)) > end:
            end = place
        elif (joined := _joins(tokens, folded, end)) and end > at:
            after = _object(tokens, folded, end + joined)
            return after if after > end + joined else end
        else:
            break
        if tokens[end - 1][0].endswith((",", ";")):
            return end
    if end > at:
        return end
    if ahead := _to_organisation(tokens, folded, at):
        return ahead
    return len(tokens) if _rest_is_place(tokens, at) else at


def _territory(tokens: list[tuple[str, int, int]], folded: list[str], at: int, end: int) -> int:
    """Return the end of the name behind “the State of”, which is one word; ``end`` where there is none."""
    joined = _joins(tokens, folded, end)
    name = end + joined
    if end == at or not joined or name + 1 >= len(tokens):
        return end
    of = POSSESSIVE.sub("", folded[end - 1]).rpartition("'")[2]
    said = tokens[name][0]
    return name + 1 if of in word_set("officials.territories") and said[0].isupper() and said.isalpha() else end


def _to_organisation(tokens: list[tuple[str, int, int]], folded: list[str], at: int) -> int:
    """Return the end of “Yantai City Public Security Bureau”: proper names up to a word for an organisation, or 0."""
    for end in range(at, min(at + 7, len(tokens))):
        token = tokens[end][0]
        if any(char.isdigit() for char in token):
            return 0
        if POSSESSIVE.sub("", folded[end]) in word_set("officials.organisations"):
            return end + 1
        if token.endswith((",", ";")) or not (token[0].isupper() or folded[end] in word_set("officials.joins")):
            return 0
    return 0


def _rest_is_place(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """A short rest of proper names is the place that somebody governs: “Governor of Texas”."""
    rest = tokens[at:]
    return 0 < len(rest) <= 2 and all(
        token[0].isupper() and not any(char.isdigit() for char in token) for token, _, _ in rest
    )


def _honorific_at(folded: str) -> int:
    match = _honorifics().match(folded)
    return match.end() if match else 0


def _honorifics() -> re.Pattern[str]:
    return any_of("officials.honorifics")
