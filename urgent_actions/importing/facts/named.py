"""Persons whom running text names, told from places, offices and organisations by what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..lines.countries import adjective_of, country_of
from ..lines.pieces import Piece
from ..words import any_of, languages, listed, listed_in, word_set
from ..words.folding import fold

_WORD = r"['‘’ʿ]?[^\W\d_a-zß-ÿ][\w.'‘’ʿ-]*"
_PARTICLE = r"(?:al|el|bin|ibn|bint|abu|abdel|abdul|ben|de|del|de la|da|dos|das|do|van|von|der|ul)"
_GLUED = r"(?:al|el|ul|as|an|ar|az)-[‘'’ʿ]?\w[\w'‘’-]*"
_NAME = re.compile(rf"(?<![\w@#/])(?:{_WORD}|{_GLUED})(?:\s(?:{_PARTICLE}\s)?(?:{_WORD}|{_GLUED})){{1,4}}")
AROUND = 50
"""So much of the text before a name says who is named."""
LONGEST_OFFICE = 45
LONGEST_PARAGRAPH = 1_600
LONGEST_ACRONYM = LONGEST_INITIAL = 3
LONGEST_LITTLE = 2
"""Longer little words of one language are no surnames in another, either."""
MOST_OBJECTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is known where names are looked for: the text of the document and its headline, folded; who is nobody."""

    folded: str
    headline: str
    first: Piece | None
    language: str
    officials: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A possible name in a piece, at ``text[start:end]``."""

    name: str
    piece: Piece
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.piece.folded[max(0, self.start - AROUND) : self.start].rstrip(" ,")

    @property
    def after(self) -> str:
        return self.piece.folded[self.end : self.end + AROUND].lstrip()


def named_in(prose: Sequence[Piece], story: Story) -> list[tuple[str, Piece]]:
    """Return the persons whom ``prose`` is about, with where they are named first, in order."""
    found: list[tuple[str, Piece]] = []
    # Where parts of the document have run into each other, or all is in capitals, nothing tells names from other words.
    told = [piece for piece in prose if len(piece.text) <= LONGEST_PARAGRAPH and not piece.text.isupper()]
    all_places = [list(_places(piece, story)) for piece in told]
    groups = {fold(place.name) for places in all_places for place in places if _is_group(place)}
    for piece, possible in zip(told, all_places, strict=True):
        places = [
            place
            for place in possible
            if not _is_official(place, story) and not _is_relative(place) and fold(place.name) not in groups
        ]
        meant = [_is_meant(place, story) for place in places]
        for at, place in enumerate(places):
            beside = [other for other in (at - 1, at + 1) if 0 <= other < len(places) and meant[other]]
            if not meant[at] and not any(_stand_together(places[min(at, one)], places[max(at, one)]) for one in beside):
                continue
            if not any(_same(place.name, known) for known, _ in found):
                found.append((place.name, piece))
    return found


def group_in(headline: str) -> str:
    """Return the organisation that a headline names as who is at risk, or an empty string."""
    if headline.isupper():
        return ""
    for match in _groups().finditer(fold(headline)):
        if headline[match.start()].isupper() and (name := _whole_name(headline[match.start() :])):
            return name
    return ""


def _whole_name(text: str) -> str:
    """Return the name of an organisation with which ``text`` begins, to its last word with a capital, or ""."""
    last, joins = 0, word_set("officials.joins") | word_set("text.and")
    for word in re.finditer(r"\S+", text):
        if word[0][0].isupper():
            last = word.end()
        elif fold(word[0]) not in joins:
            break
    return text[:last].strip(" ,.;:") if " " in text[:last] else ""


def _places(piece: Piece, story: Story) -> Iterator[_Place]:
    before = -2
    for match in _NAME.finditer(piece.text):
        before, goes_on = match.end(), match.start() == before + 1
        if goes_on:
            # The end of a long name, of a centre or a law.
            continue
        words = [(word[0], match.start() + word.start()) for word in re.finditer(r"\S+", match[0])]
        for sentence in _sentences(words):
            while sentence and _is_common(*sentence[0], piece, story):
                sentence.pop(0)
            place = _place(_once(sentence), piece, story)
            if place:
                yield place


def _place(words: list[tuple[str, int]], piece: Piece, story: Story) -> _Place | None:
    if len(words) < 2:
        return None
    start, end = words[0][1], words[-1][1] + len(words[-1][0])
    name = re.sub(r"['’]s?$", "", piece.text[start:end].strip(" .,;:'’"))
    plain = [fold(word).strip(".,;:'’") for word, _ in words]
    of_country = country_of(name) or any(country_of(word) in story.countries for word in plain if len(word) > 3)
    offices = [word in word_set("officials.roles") or word in word_set("officials.modifiers") for word in plain]
    office = plain[0] in word_set("officials.roles") or sum(offices) > 1
    if of_country or office or any(_is_no_name(word, story) for word, _ in words):
        return None
    return _Place(_unglued(name, story), piece, start, end)


def _once(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return a name without itself behind it, where a line ran into the next."""
    again = next((at for at in range(2, len(words)) if words[at][0] == words[0][0]), len(words))
    return words[:again]


def _sentences(words: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Yield the words up to each full stop, which ends a sentence; after an initial it does not."""
    sentence: list[tuple[str, int]] = []
    for word, place in words:
        sentence.append((word, place))
        if word.endswith(".") and len(word) > LONGEST_INITIAL:
            yield sentence
            sentence = []
    yield sentence


def _is_common(word: str, start: int, piece: Piece, story: Story) -> bool:
    """Say whether a word has its capital from a sentence, a title or the language, so that no name begins with it."""
    plain = fold(word).strip(".,;:'‘")
    if word.islower() and "-" not in word:
        return True
    # “des Künstlers A B” is a genitive.
    if plain in _others(story.language) or any({plain, plain.removesuffix("s")} & word_set(key) for key in _TITLES):
        return True
    before = piece.folded[:start].rstrip()
    if plain.startswith(listed("people.elisions")):
        return True
    if before.rsplit(" ", 1)[-1] in word_set("people.articles"):
        return True
    begins = not before or before.endswith((".", "!", "?", '"', ":"))
    return begins and bool(re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", _small(piece)))


def _small(piece: Piece) -> str:
    return " ".join(word for word in piece.text.split() if word[:1].islower())


def _is_no_name(word: str, story: Story) -> bool:
    plain = re.sub(r"'s$", "", fold(word).strip(".,;:'"))
    if word.isalpha() and word.isupper() and 1 < len(word) <= LONGEST_ACRONYM:
        return True
    # “Lu” is a road in Chinese addresses, and a name.
    little = len(plain) <= LONGEST_LITTLE
    if plain in _others(story.language) or (not little and any(plain in word_set(key) for key in _NO_NAMES)):
        return True
    return bool(adjective_of(word) and plain.endswith(listed("people.adjectives")))


_TITLES = ("people.before", "officials.honorifics")
_NO_NAMES = ("people.groups", "officials.organisations", "officials.embassies", "officials.places")


@cache
def _others(language: str) -> frozenset[str]:
    """Return the words that are no name in a language: “su” is “his” in Spanish, and a Chinese name in French."""
    own = listed_in(language, "people.others") if language in languages() else ()
    long = (word for word in word_set("people.others") if len(word) > LONGEST_LITTLE)
    return frozenset([*map(fold, own), *long])


def _is_meant(place: _Place, story: Story) -> bool:
    """Say whether a name is one of the persons: said to be somebody, in the headline, or named again."""
    if place.piece.text.rfind("(", 0, place.start) > place.piece.text.rfind(")", 0, place.start):
        # What an abbreviation stands for.
        return False
    last = place.before.rsplit(" ", 1)[-1].strip(".,(")
    if last in word_set("people.placed"):
        return False
    if not place.start and place.piece is story.first:
        return True
    concerning = any(words in place.before for words in listed("people.concerning"))
    if _is_called(place) or concerning or place.after.startswith(listed("people.after")):
        return True
    suffers = any_of("people.suffering").match(place.after)
    if re.match(r", \d\d\b", place.after) or suffers or _is_called_behind(place):
        return True
    plain = fold(place.name)
    if plain in story.headline or story.folded.count(plain) > 1:
        return True
    return all(len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", story.folded)) > 1 for word in plain.split())


def _is_called(place: _Place) -> bool:
    """Say whether a word before a name says who somebody is: “lawyer A B”, “the defender of women's rights A B”."""
    words = [word.strip(".(") for word in place.before.split()]
    joins = word_set("officials.joins")
    for _ in range(MOST_OBJECTS):
        if words and words[-1] in word_set("people.before"):
            return True
        if len(words) < 3 or words[-2] not in joins or words[-1].endswith(","):
            return False
        words = words[:-2]
        while words and words[-1] in joins:
            words.pop()
    return bool(words) and words[-1] in word_set("people.before")


def _is_called_behind(place: _Place) -> bool:
    """Say whether the word behind a name says who somebody is: “A B, lawyer”, “A B, a lawyer”."""
    sign, _, behind = place.after.partition(" ")
    words = [word.strip(".,;)") for word in behind.split()[:2]]
    return sign == "," and bool(words) and any(word in word_set("people.before") for word in words)


def _is_group(place: _Place) -> bool:
    """“The armed group A B”: what is named is no person."""
    apart = place.piece.folded[: place.start].rstrip().endswith(",")
    return not apart and not _is_called(place) and bool(set(place.before.split()[-2:]) & word_set("people.groups"))


def _is_official(place: _Place, story: Story) -> bool:
    plain = fold(place.name)
    if any(plain in official or official in plain for official in story.officials):
        return True
    return place.before.rsplit(" ", 1)[-1].strip(",.") in word_set("people.officials")


def _is_relative(place: _Place) -> bool:
    """“His mother, A B, …”: who is named beside the person at risk is none."""
    *_, whose, whom = ["", "", *place.before.split()]
    if whose in word_set("people.articles_of_titles") and whom in word_set("people.before"):
        return False
    return whom in word_set("people.relatives") and whose in word_set("people.possessives")


def _stand_together(first: _Place, second: _Place) -> bool:
    """Say whether two names stand in one list: “A and B”, “A, the lawyer B”."""
    between = first.piece.folded[first.end : second.start].strip()
    sign = between.lstrip(", ").partition(" ")[0]
    joined = between.startswith(",") or sign in word_set("text.and")
    if joined and between.lstrip(", ") in ("", *word_set("text.and")):
        return True
    return (
        joined and len(between) < LONGEST_OFFICE and between.rsplit(" ", 1)[-1].strip(".") in word_set("people.before")
    )


def _unglued(name: str, story: Story) -> str:
    """Return a name without the “and” that has run into it, where the document has it without elsewhere."""
    plain = fold(name)
    for word in word_set("text.and"):
        without = plain.removesuffix(word)
        if (
            without != plain
            and story.folded.count(plain) == 1
            and re.search(rf"{re.escape(without)}(?!\w)", story.folded)
        ):
            return name[: len(without)]
    return name


def _same(name: str, known: str) -> bool:
    one, other = set(fold(name).split()), set(fold(known).split())
    return one <= other or other <= one


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, word_set('people.groups')))})(?!\w)")
