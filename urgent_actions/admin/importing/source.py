"""The document beside the fields: which line went where, by colour and by word, and which doubt is about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ...importing.document import Line, SourceDocument
from ...importing.draft import Draft

KINDS: dict[str, tuple[str, Any]] = {
    "headline": ("identity", _("Headline")),
    "ua_number": ("identity", _("UA number")),
    "ordinal": ("identity", _("Ordinal")),
    "index_number": ("identity", _("Index number")),
    "issued_on": ("dates", _("Issue date")),
    "deadline": ("dates", _("Deadline")),
    "countries": ("identity", _("Countries")),
    "persons": ("persons", _("Persons at risk")),
    "summary": ("prose", _("Summary")),
    "notes_to_writers": ("targets", _("Notes to writers")),
    "targets": ("targets", pgettext_lazy("of an appeal", "Target")),
    "copies_to": ("copies", _("Copies")),
    "letter": ("letter", _("Sample letter")),
    "additional_information": ("prose", _("Additional information")),
    "preferred_languages": ("dates", _("Preferred language")),
    "own_language_welcome": ("dates", _("Or your own language")),
    "previous_url": ("identity", _("Link to the previous UA")),
    "stopped_at": ("stop", _("Closed since")),
    "stop_reason": ("stop", _("Reason of the stop")),
    "closed": ("stop", _("Closed since")),
    "ended_on": ("stop", _("Closed since")),
}
"""What a line may have gone into: the colour, and the word."""
PARTS = {
    "persons": "persons",
    "summary": "prose",
    "additional_information": "prose",
    "letter": "letter",
    "notes_to_writers": "targets",
    "targets": "targets",
    "copies_to": "copies",
}
"""In which part of the form a kind is corrected; all others are among the facts."""
MOST_LINKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line of the document as it is shown. ``labels`` are the fields, each with its part of the form."""

    line: Line
    colour: str
    labels: Sequence[tuple[str, str]]
    begins: bool
    """It is marked otherwise than the line before it."""
    doubtful: bool
    left_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A doubt as a sentence, with the number of its line, if there is one that is shown."""

    sentence: str
    line: int | None


def shown_lines(document: SourceDocument, draft: Draft) -> list[Shown]:
    """Return the lines of the document, marked by what they went into."""
    kinds = _kinds(draft)
    doubtful = {doubt.line for doubt in draft.doubts}
    left_over = set(draft.left_over)
    found: list[Shown] = []
    before: Any = None
    for line in document.lines:
        went = kinds.get(line.number, ())
        unused = not went and line.number in left_over
        found.append(
            Shown(
                line=line,
                colour=KINDS[went[0]][0] if went else "",
                labels=[(str(KINDS[kind][1]), PARTS.get(kind, "facts")) for kind in went],
                begins=(went, unused) != before,
                doubtful=line.number in doubtful,
                left_over=unused,
            )
        )
        before = (went, unused)
    return found


def told_doubts(document: SourceDocument, draft: Draft) -> list[Told]:
    """Return the doubts as sentences in the reader's language."""
    numbers = {line.number for line in document.lines}
    return [
        Told(sentence=gettext(doubt.template) % doubt.params, line=doubt.line if doubt.line in numbers else None)
        for doubt in draft.doubts
    ]


def lines_for(draft: Draft, path: str) -> list[int]:
    """Return where the runs of lines begin from which a value was read, the first few of them."""
    read = sorted({number for each, numbers in draft.provenance.items() if _below(each, path) for number in numbers})
    return list(_beginnings(read))[:MOST_LINKS]


def _kinds(draft: Draft) -> Mapping[int, Sequence[str]]:
    """Return what each line went into: first what has the fewest lines, which is the most telling."""
    lines: dict[str, set[int]] = {}
    for path, numbers in draft.provenance.items():
        if _root(path) in KINDS:
            lines.setdefault(_root(path), set()).update(numbers)
    found: dict[int, list[str]] = {}
    for kind in sorted(lines, key=lambda kind: len(lines[kind])):
        for number in lines[kind]:
            found.setdefault(number, []).append(kind)
    return found


def _root(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]


def _below(path: str, above: str) -> bool:
    return path.startswith(above) and path[len(above) : len(above) + 1] in ("", ".", "[")


def _beginnings(numbers: Sequence[int]) -> Iterator[int]:
    yield from (number for place, number in enumerate(numbers) if not place or numbers[place - 1] != number - 1)
