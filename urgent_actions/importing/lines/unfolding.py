"""A block that lost its line breaks, cut into its lines again: name, office, organisation, address, country."""

import re

from ..words import any_of, listed, word_set
from ..words.folding import fold
from .countries import adjective_of, country_of, ends_with_country
from .offices import POSSESSIVE, is_name, role_end, without_honorifics

SENTENCE_OF_PARTS = 2
_TOKEN = re.compile(r"\S+")


def unfold(text: str) -> list[str]:
    """Return the lines of a block that stands on one line; a line that is none of these stays one line."""
    if text.count(",") >= SENTENCE_OF_PARTS and (parts := _by_commas(text)):
        return parts
    first, slash, second = text.partition(" / ")
    plain = without_honorifics(text)
    lines: list[str] = []
    rest = plain
    end = role_end(rest)
    if slash and role_end(first) == len(first) and (other := role_end(second)):
        # One office in two languages.
        if other == len(second):
            return [text]
        rest, end = text, len(first) + len(slash) + other
    royal = end and fold(rest[:end]) in word_set("officials.royals")
    if royal:
        whole = end + 1 + _name_at(rest[end + 1 :])
        lines.append(rest[:whole].strip(" ,"))
        rest = rest[whole:].strip(" ,")
    elif end:
        lines.append(rest[:end])
        rest = rest[end:].strip(" ,")
    name = 0 if royal else _name_at(rest)
    if name and is_name(rest[:name]):
        lines.append(rest[:name])
        rest = rest[name:].strip(" ,")
    if not end and lines and (end := role_end(rest)):
        lines.append(rest[:end])
        rest = rest[end:].strip(" ,")
    if not lines:
        organisation = organisation_end(rest)
        if not organisation:
            return [text]
    organisation = 0 if fold(rest).startswith(listed("officials.care_of")) else organisation_end(rest)
    if organisation:
        lines.append(rest[:organisation])
        rest = rest[organisation:].strip(" ,")
    place = ends_with_country(rest)
    if 0 < place < len(rest) and not rest[:place].rstrip().endswith(","):
        lines += [rest[:place].strip(" ,"), rest[place:]]
    elif rest:
        lines.append(rest)
    return lines if len(lines) > 1 else [text]


def organisation_end(text: str) -> int:
    """Return where the name of an organisation ends with which ``text`` begins, or 0 if it begins with none."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    words = [POSSESSIVE.sub("", fold(token).strip(",.;:()")) for token, _, _ in tokens]
    heads, domains, joins = (word_set(f"officials.{table}") for table in ("organisations", "domains", "joins"))
    courtesy = word_set("officials.courtesy")
    head = next(
        (
            at
            for at, word in enumerate(words[:7])
            if word in heads and not any(char.isdigit() for char in text[: tokens[at][2]])
        ),
        None,
    )
    if head is None or any(token.endswith(",") for token, _, _ in tokens[:head]):
        return 0
    at = head + 1
    while at < len(tokens) and not tokens[at - 1][0].endswith((",", ";")):
        ahead = at
        while ahead < len(tokens) and (words[ahead] in joins or words[ahead] in courtesy):
            ahead += 1
        known = ahead < len(tokens) and (
            words[ahead] in domains
            or words[ahead] in heads
            or words[ahead] in word_set("officials.roles")
            or words[ahead] in word_set("officials.modifiers")
        )
        length = next(
            (
                n
                for n in (5, 4, 3, 2, 1)
                if ahead + n <= len(tokens)
                and ahead > at
                and country_of(" ".join(token for token, _, _ in tokens[ahead : ahead + n]))
            ),
            0,
        )
        if length:
            at = ahead + length
        elif known:
            at = ahead + 1
        else:
            break
    return tokens[at - 1][2]


def _name_at(text: str) -> int:
    """Return where the proper name ends with which ``text`` begins, or 0."""
    end = 0
    starts = word_set("officials.organisation_starts") | word_set("officials.organisations")
    for count, found in enumerate(_TOKEN.finditer(text)):
        word = fold(found[0]).strip(",.;'")
        if count and POSSESSIVE.sub("", word) in starts:
            break
        if count >= 6 or any(char.isdigit() for char in found[0]):
            break
        if not is_name(text[: found.end()]) and not (end == 0 and count == 0):
            break
        if _organisation_near(text[found.start() :]) and count:
            break
        end = found.end()
        if found[0].endswith((",", ";")):
            break
    return end


def _organisation_near(text: str) -> bool:
    """Say whether an organisation begins here with an adjective: “Egyptian Embassy …”."""
    words = fold(text).split()[:2]
    adjective = adjective_of(text.split(" ", 1)[0]) or words[0] in word_set("officials.organisation_starts")
    return (
        len(words) > 1
        and bool(adjective)
        and POSSESSIVE.sub("", words[1].strip(",.;")) in word_set("officials.organisations")
    )


def _by_commas(text: str) -> list[str]:
    """Return the parts of one running sentence: “HIS EXCELLENCY MR A B, Embassy of C, 1 Street …”."""
    first, *others = [part.strip() for part in text.split(",")]
    person = without_honorifics(first)
    if not (is_name(person) or role_end(person)) or any(char.isdigit() for char in first):
        return []
    if not others or not any_of("officials.organisations").search(fold(others[0])):
        return []
    end = organisation_end(others[0])
    if 0 < end < len(others[0]) and any(char.isdigit() for char in others[0]):
        # The street follows without a comma.
        others[:1] = [others[0][:end], others[0][end:].strip()]
    return [first, others[0], ", ".join(others[1:])]
