"""Persons at risk: on the line of their names, behind their marks, as the subject of a letter, or in the summary."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...messages import gettext_noop
from ...urgent_action import Person
from ..lines.countries import country_of
from ..lines.offices import MOST_NAME_WORDS, is_name, without_honorifics
from ..lines.openings import opening_end
from ..lines.pieces import Piece
from ..reading import Reading
from ..sections.parts import Part
from ..words import any_of, word_set
from ..words.folding import fold
from .gender import each_mark, names_and_marks
from .name_lines import names_a_group, names_on_lines
from .named import Story, group_in, named_in

FROM_PROSE = gettext_noop(
    "%(name)s was read from running text: make sure that this is a person at risk, and that the name is whole."
)

_PRONOUN = re.compile(r"([^,;()]{1,80}?)\s*\(([^()]{1,40}/[^()]{1,40}|[^()\d]{2,14})\)")
_SCRIPT = r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f()\d][^\x00-\u0040()]*"
_IN_SCRIPT = re.compile(rf"\s*[(（]{_SCRIPT}[)）]")
_GENDER = re.compile(r"([^(),;\[\]]{3,60}?)\s*\((m|f|male|female|h|w)\)", re.IGNORECASE)
MOST = 20


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    piece: Piece
    pronouns: str = ""
    gender: str = ""


def persons_of(
    parts: Sequence[Part],
    pieces: Sequence[Piece],
    reading: Reading,
    *,
    prose: Sequence[Piece],
    headline: str,
    officials: Iterable[str],
    subject: Piece | None,
    countries: Iterable[str] = (),
    about: bool,
) -> tuple[Person, ...]:
    """Return the persons at risk, in the order of the document. ``officials`` are names that are none of theirs.

    ``about``: it is somebody else's text about an urgent action, which may name anybody.
    """
    text = "\n".join(piece.text for piece in pieces)
    found = _labelled(parts) or _on_lines(parts) or _marked(pieces, parts) or _titled(parts)
    found = found or _bracketed(pieces) or _subject(subject)
    if not found and not names_a_group(parts):
        told = [_unsaluted(piece) for piece in prose]
        story = Story(
            folded=fold(text),
            headline=fold(headline),
            first=next(iter(told), None),
            language=reading.language,
            officials=frozenset(fold(name) for name in officials if name),
            countries=frozenset(countries),
        )
        # A list of demands, or a letter without a story before it, says for whom they are.
        asked = [piece for part in parts if part.kind in ("asks", "letter", "summary") for piece in part.pieces]
        found = _told(told, story, headline) or _told([_unsaluted(piece) for piece in asked], story, "")
        found = _reported(parts, story) if about else found
        for each in found:
            reading.doubt("person_from_prose", FROM_PROSE, line=each.piece.line, name=each.name)
    persons = []
    for number, each in enumerate(found[:MOST]):
        path = f"persons[{number}]"
        reading.found(f"{path}.name", [each.piece])
        if each.gender:
            reading.printed[f"{path}.gender"] = each.gender
        persons.append(
            Person(
                id=f"person-{number + 1}",
                name=each.name,
                pronouns=each.pronouns,
                name_in_original_script=_script(each.name, text),
            )
        )
    return tuple(persons)


def _unsaluted(piece: Piece) -> Piece:
    end = opening_end(piece.folded)
    return replace(piece, text=piece.text[end:], folded=piece.folded[end:]) if end else piece


def _told(prose: Sequence[Piece], story: Story, headline: str) -> list[_Found]:
    """Return the persons whom the prose names; where there are none, the organisation in the headline."""
    found = [_Found(name, piece) for name, piece in named_in(prose, story)]
    group = group_in(headline) if prose and not found else ""
    return found or ([_Found(group, prose[0])] if group else [])


def _reported(parts: Sequence[Part], story: Story) -> list[_Found]:
    """Return the persons of a report: whom its first paragraph names, and who is named again."""
    first = [piece for part in parts if part.kind == "summary" for piece in part.pieces[:1]][:1]
    return [_Found(name, piece) for name, piece in named_in(first, story) if story.folded.count(fold(name)) > 1]


def _labelled(parts: Sequence[Part]) -> list[_Found]:
    """Return the persons of “NAME AND PREFERRED PRONOUN: A (she/her), B (he/him)” or “Name: A, B”."""
    for part in parts:
        if part.kind not in ("persons", "named") or not part.pieces:
            continue
        if part.kind == "named":
            names, mark = names_and_marks(part, parts)
            listed = _names_and_pronouns(names, sure=True)
            marks = each_mark(mark, len(listed))
            found = [
                _Found(name, part.pieces[0], pronouns, mark)
                for (name, pronouns), mark in zip(listed, marks, strict=True)
            ]
        else:
            told = [(piece, each) for piece in part.pieces for each in _listed(piece)]
            found = [_Found(name, piece, pronouns) for piece, (name, pronouns) in told]
        if found:
            return found
    return []


def _listed(piece: Piece) -> list[tuple[str, str]]:
    """Return (name, pronouns) of a line under a heading for persons: one for each item of a list, else all of them."""
    text = _IN_SCRIPT.sub("", piece.text)
    if not piece.bullet:
        return _names_and_pronouns(text, sure=True)
    name, bracket, pronouns = text.partition("(")
    return [(name.strip(), pronouns.rstrip(") ") if bracket else "")]


def _names_and_pronouns(text: str, *, sure: bool = False) -> list[tuple[str, str]]:
    """Return (name, pronouns) of a list. ``sure``: it stands under a label, so a “Reina” is a name and no queen."""
    found = []
    rest = text
    for match in _PRONOUN.finditer(text):
        before = _names_in(match[1])
        found += [(_person(name), "") for name in before[:-1] if _is_person(name, sure=sure)]
        found.append((_person(before[-1]), match[2].strip()))
        rest = text[match.end() :]
    names = _names_in(rest if found else text)
    found += [(_person(name), "") for name in names if _is_person(name, sure=sure)]
    return [(name, pronouns) for name, pronouns in found if name and not any(char.isdigit() for char in name)]


def _is_person(text: str, *, sure: bool = False) -> bool:
    name = _person(text)
    words = name.split()
    if not 1 < len(words) <= MOST_NAME_WORDS or len(name) >= 70:
        return False
    capital = words[0].lstrip("‘'’ʿ")[:1].isupper() and words[-1].lstrip("‘'’ʿ")[:1].isupper()
    return is_name(name) or (sure and capital and fold(words[0]) not in word_set("people.groups"))


def _person(text: str) -> str:
    words = text.strip(" .,;:–-").split()
    return without_honorifics(" ".join(words[1:] if words and fold(words[0]) in word_set("text.and") else words))


def _names_in(text: str) -> list[str]:
    return _lists().split(text)


@cache
def _lists() -> re.Pattern[str]:
    return re.compile(rf"[,;]|\s(?:{'|'.join(map(re.escape, word_set('text.and')))})\s")


def _on_lines(parts: Sequence[Part]) -> list[_Found]:
    return _of_gender([_Found(each.name, each.piece, gender=each.mark) for each in names_on_lines(parts)])


def _of_gender(found: Sequence[_Found]) -> list[_Found]:
    """Return persons with their marks as m or f: in Spanish h is a man and m a woman, in German w is the woman."""
    marks = {each.gender for each in found}
    women = "m" if "h" in marks and not marks & {"f", "w"} else "fw"
    return [replace(each, gender="f" if each.gender in women else "m") if each.gender else each for each in found]


def _marked(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[_Found]:
    """Return the persons behind their marks: “CHILE  A B (m), aged 17” and “A B (f), teacher”."""
    head = [piece for part in parts if part.kind in ("head", "word_mark", "number", "loose") for piece in part.pieces]
    found: list[_Found] = []
    for piece in head:
        for match in _GENDER.finditer(piece.text):
            name = match[1].strip()
            words = name.split()
            while words and (
                (country_of(words[0]) and words[0].isupper())
                or (not words[0][0].isupper() and words[0][0] not in "‘'’")
                or fold(words[0]) in word_set("headline.verbs")
            ):
                words = words[1:]
            if len(words) > 1:
                found.append(_Found(_person(" ".join(words)), piece, gender=match[2].lower()[0]))
    return _of_gender(found)


def _titled(parts: Sequence[Part]) -> list[_Found]:
    """Return the persons of lines of the head: “Herr A B, 30-jähriger Lehrer”, but none below “Getötet:”."""
    found: list[_Found] = []
    at_risk = True
    for piece in [piece for part in parts if part.kind in ("head", "word_mark", "number") for piece in part.pieces]:
        if piece.text.endswith(":"):
            at_risk = piece.folded.strip(" :") not in word_set("people.not_at_risk")
        title, _, rest = piece.text.partition(" ")
        name = rest.partition(",")[0].strip()
        if at_risk and fold(title) in word_set("people.titles") and _is_person(name, sure=True):
            found.append(_Found(name, piece))
    return found


def _bracketed(pieces: Sequence[Piece]) -> list[_Found]:
    """Return the persons of a table that was drawn with brackets: “A B   ] teachers of”."""
    if not any("]" in piece.text and "[" not in piece.text for piece in pieces):
        return []
    found = []
    for at, piece in enumerate(pieces):
        name, bracket, _ = piece.text.partition("]")
        before = pieces[at - 1].text if at else ""
        after = "".join(each.text[-80:] for each in pieces[max(0, at - 2) : at])
        if "[" in piece.text or (not bracket and "]" not in before + after):
            continue
        name = without_honorifics(name)
        if (
            len(name.split()) > 1
            and len(name) < 60
            and is_name(name)
            and not (set(fold(name).split()) & word_set("people.others"))
        ):
            found.append(_Found(_person(name), piece))
    return found


def _subject(piece: Piece | None) -> list[_Found]:
    if piece is None:
        return []
    return [_Found(name, piece) for name, _ in _names_and_pronouns(piece.text)]


def _script(name: str, text: str) -> str:
    """Return the name in another script that the document puts in brackets behind it: “Name (名字)”."""
    match = re.search(rf"{re.escape(name)}\s*[(（]({_SCRIPT})[)）]", text)
    return match[1].strip() if match else ""


def subject_of(pieces: Sequence[Piece]) -> Piece | None:
    """Return the line of names between the address and the letter: what the letter is about."""
    if len(pieces) < 2:
        return None
    last = pieces[-1]
    return (
        last
        if last.gap and _names_and_pronouns(last.text) and not any_of("officials.roles").search(last.folded)
        else None
    )
