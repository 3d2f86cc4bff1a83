"""Urgent actions narrowed to what is asked for."""

from ..publications import EditionQuerySet, Mark
from .asked import Asked

KINDS = {"country": Mark.Kind.COUNTRY, "concern": Mark.Kind.CONCERN, "language": Mark.Kind.LANGUAGE}
"""What is asked of the marks of a publication; the status is asked of the edition itself."""


def narrowed(everything: EditionQuerySet, asked: Asked, *, leaving_out: str = "") -> EditionQuerySet:
    """Return those that have all that is asked for, the facet ``leaving_out`` not counted."""
    found = everything.matching(asked.words) if asked.words else everything
    counted = {name: code for name, code in asked.chosen.items() if name != leaving_out}
    statuses = [counted["status"]] if "status" in counted else []
    return found.having(statuses, {kind: counted.get(name) for name, kind in KINDS.items()})
