"""What a file brings, held against what is expected of it: the same for all formats."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...messages import gettext_noop
from .agreement import check_agreement
from .characters import control, same_wording, with_plain_breaks
from .document import Package, Place, Problem, ProblemKind, Reading, Refused, State, Text
from .inline import Tokens, text_of
from .limits import MOST_SEGMENTS, TOO_MANY_SEGMENTS
from .markup import BadMarkup, as_html, parse

FOREIGN = gettext_noop("Line %(line)d: “%(segment)s” is no text that is expected in this file.")
TWICE = gettext_noop("Line %(line)d: “%(segment)s” is in the file twice; none of them is taken.")
OUTDATED = gettext_noop(
    "Line %(line)d: “%(segment)s” was translated from another wording. The source has changed since: export it again."
)
SPLIT = gettext_noop("Line %(line)d: “%(segment)s” was split into several segments. It must be one.")
CHARACTERS = gettext_noop("Line %(line)d: the translation of “%(segment)s” has a control character: %(character)s.")
TOO_LONG = gettext_noop(
    "Line %(line)d: the translation of “%(segment)s” has %(length)d characters; %(most)d are allowed."
)
MARKUP = gettext_noop("Line %(line)d: the markup of “%(segment)s” is wrong: %(reason)s.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A segment as a file has it. Text with codes is a row of tokens; HTML, as PO has it, is one string."""

    place: Place
    line: int
    source: Tokens | str = ""
    target: Tokens | str = ""
    state: State = State.INITIAL
    problem: ProblemKind | None = None


@dataclass(slots=True)
class Receiver:
    """Takes the segments of a file one by one."""

    expected: Package
    _texts: dict[Place, Text] = field(init=False)
    _taken: dict[Place, tuple[str, State]] = field(default_factory=dict)
    _problems: list[Problem] = field(default_factory=list)
    _seen: dict[Place, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._texts = {(part.key, text.path): text for part in self.expected for text in part.texts}

    def take(self, segment: Segment) -> None:
        """Take a segment, or note why not. Raise Refused where there are more than a file may have."""
        place = segment.place
        if len(self._seen) + len(self._problems) >= MOST_SEGMENTS:
            raise Refused(TOO_MANY_SEGMENTS, line=segment.line, most=MOST_SEGMENTS)
        if place in self._seen:
            self._taken.pop(place, None)
            self._note(ProblemKind.TWICE, TWICE, segment)
            return
        text = self._texts.get(place)
        if text is None:
            self._note(ProblemKind.FOREIGN, FOREIGN, segment)
            return
        self._seen[place] = segment.line
        if segment.problem is ProblemKind.SPLIT:
            self._note(ProblemKind.SPLIT, SPLIT, segment)
        elif not _is_present(segment.source, text):
            self._note(ProblemKind.OUTDATED, OUTDATED, segment)
        else:
            self._take_target(segment, text)

    def reading(self) -> Reading:
        """Return what was taken and what was not."""
        return Reading(
            texts={place: target for place, (target, _state) in self._taken.items()},
            states={place: state for place, (_target, state) in self._taken.items()},
            problems=tuple(self._problems),
        )

    def _take_target(self, segment: Segment, text: Text) -> None:
        try:
            target = _in_order(segment.target, text)
        except BadMarkup as wrong:
            self._note(ProblemKind.MARKUP, MARKUP, segment, reason=wrong)
            return
        if not target:
            return
        if found := control(target):
            self._note(ProblemKind.CHARACTERS, CHARACTERS, segment, character=found)
        elif text.max_length is not None and len(target) > text.max_length:
            self._note(ProblemKind.TOO_LONG, TOO_LONG, segment, length=len(target), most=text.max_length)
        else:
            self._taken[segment.place] = (target, segment.state)

    def _note(self, kind: ProblemKind, template: str, segment: Segment, **params: object) -> None:
        key, path = segment.place
        self._problems.append(
            Problem(
                kind=kind,
                key=key,
                path=path,
                line=segment.line,
                template=template,
                params={"line": segment.line, "segment": f"{key}/{path}", **params},
            )
        )


def _is_present(found: Tokens | str, text: Text) -> bool:
    """Say whether a segment was made from the present wording of its source."""
    try:
        given = _said(found, text)
        return (
            same_wording(as_html(parse(given)), as_html(parse(text.source)))
            if text.rich
            else same_wording(given, text.source)
        )
    except BadMarkup:
        return False


def _in_order(found: Tokens | str, text: Text) -> str:
    """Return a target in the form in which it is kept; an empty string where nothing is translated."""
    target = with_plain_breaks(_said(found, text))
    if not text.rich:
        return target if target.strip() else ""
    nodes = parse(target)
    if not _has_words(nodes):
        return ""
    check_agreement(nodes, source=parse(text.source))
    return as_html(nodes)


def _said(found: Tokens | str, text: Text) -> str:
    return found if isinstance(found, str) else text_of(found, expected=text)


def _has_words(nodes: Sequence[object]) -> bool:
    return any(
        bool(each.strip()) if isinstance(each, str) else _has_words(getattr(each, "children", ())) for each in nodes
    )
