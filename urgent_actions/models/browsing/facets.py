"""By what a list can be narrowed, and how many each choice would leave, all else that is asked being kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...codes import country_name, language_name
from ...rules.status import Status
from ..labels import STATUS_LABELS
from ..publications import EditionQuerySet, Mark
from .asked import FACETS, Asked
from .narrowing import KINDS, narrowed

LABELS = {
    "status": _("Status"),
    "country": _("Country"),
    "concern": _("Concern"),
    "language": _("Language to write in"),
}
_ORDER = {status.value: place for place, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Option:
    """A value to narrow by, in the reader's words, and how many urgent actions it would leave."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        """Return the value by which the list is narrowed now, or None."""
        return next((option for option in self.options if option.chosen), None)


def facets(everything: EditionQuerySet, asked: Asked, *, language: str, concerns: dict[str, str]) -> list[Facet]:
    """Return all facets in the words of ``language``; ``concerns`` are names by slug.

    Two queries, and one more for each facet but the status of which a value is chosen.
    """
    counted = _counted(everything, asked)
    words: dict[str, Callable[[str], str]] = {
        "status": lambda code: str(STATUS_LABELS[Status(code)]),
        "country": lambda code: country_name(code, language),
        # A project translates the names of its concerns in a catalogue of its own.
        "concern": lambda code: gettext(concerns[code]) if concerns.get(code) else code,
        "language": lambda code: language_name(code, language),
    }
    found = []
    for name in FACETS:
        chosen = asked.chosen.get(name)
        counts = {chosen: 0, **counted[name]} if chosen else counted[name]
        options = [Option(code, words[name](code), count, code == chosen) for code, count in counts.items()]
        options.sort(key=lambda option: (_ORDER.get(option.code, 0), option.label.casefold()))
        found.append(Facet(name, str(LABELS[name]), options))
    return found


def _counted(everything: EditionQuerySet, asked: Asked) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    statuses = narrowed(everything, asked, leaving_out="status").order_by().values_list("status")
    counts["status"] = dict(statuses.annotate(count=Count("pk")))
    # Of what nothing is chosen, the counts are those in the result: one query for all of it.
    unasked = [name for name in KINDS if name not in asked.chosen]
    found = [*_marks(unasked, narrowed(everything, asked))]
    for name in KINDS.keys() - unasked:
        found += _marks([name], narrowed(everything, asked, leaving_out=name))
    names = {kind.value: name for name, kind in KINDS.items()}
    for kind, code, count in found:
        counts[names[kind]][code] = count
    return counts


def _marks(names: list[str], among: EditionQuerySet) -> Iterable[tuple[str, str, int]]:
    if not names:
        return ()
    kinds = [KINDS[name] for name in names]
    marks = Mark.objects.filter(kind__in=kinds, publication_id__in=among.order_by().values("publication_id"))
    return marks.order_by().values_list("kind", "code").annotate(count=Count("pk"))
