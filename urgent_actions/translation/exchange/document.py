"""What is exchanged: the texts of urgent actions in one language, and what came back of them in another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How far a translation of one text is. Of a text without a target it says nothing."""

    INITIAL = "initial"
    """Somebody or something proposes it; nobody says that it is done."""
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text, which no format splits. ``path`` is unique in its urgent action.

    ``source`` and ``target`` are plain text with line breaks or, where ``rich``, safe HTML of ``p``, ``ul``, ``ol``,
    ``li``, ``b``, ``strong``, ``i``, ``em``, ``br`` and ``a``; a link has an ``id`` instead of its address, and
    nothing else has attributes.
    """

    path: str
    source: str
    target: str = ""
    note: str = ""
    """For the translator: which field it is, and whether it is part of the letter."""
    max_length: int | None = None
    """How many characters a target may have."""
    state: State = State.INITIAL
    rich: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The texts of one urgent action. ``key`` is unique in its package and has no slash. Languages are BCP 47 tags."""

    key: str
    title: str
    source_language: str
    target_language: str
    deadline: date | None = None
    texts: Sequence[Text] = ()


Package = Sequence[Part]
"""One urgent action or many, between one pair of languages."""

Place = tuple[str, str]
"""Where a text is: key of the part, path of the text."""


class ProblemKind(StrEnum):
    """Why a segment of a file is not taken."""

    FOREIGN = "foreign"
    """It belongs to no text that is expected."""
    TWICE = "twice"
    OUTDATED = "outdated"
    """The file was made from another wording of the source."""
    SPLIT = "split"
    MARKUP = "markup"
    CHARACTERS = "characters"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A segment that is not taken: ``template % params`` is the sentence for whoever gave us the file.

    It names line and segment. Where markup is wrong, the parameter ``reason`` is a ``markup.BadMarkup``: half a
    sentence with a template and parameters of its own, to be translated first.
    """

    kind: ProblemKind
    key: str
    path: str
    line: int
    template: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file brings: a target for each text that has one and is in order, and a problem for each that is not.

    A text that is neither in ``texts`` nor among the ``problems`` was not translated in this file.
    """

    texts: Mapping[Place, str]
    states: Mapping[Place, State]
    """Of the same texts. A format that knows fewer states gives the nearest lower one."""
    problems: Sequence[Problem]


class Refused(Exception):  # noqa: N818  # a refusal, in the words of a translator
    """Nothing is read of a file, or nothing is written: ``template % params`` is the sentence for people.

    The parameter ``reason`` may be a sentence of its own, as in ``Problem``.
    """

    def __init__(self, template: str, **params: object) -> None:
        super().__init__(template % params)
        self.template, self.params = template, params
