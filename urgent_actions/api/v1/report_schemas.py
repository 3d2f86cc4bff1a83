"""The types of the answers about reports."""

from typing import Literal

from pydantic import Field

from ...reporting.published import Published
from ...representation.schemas import Part
from ...rules.reports import TOLD


class Received(Part):
    """Thanks. Whether it is counted at once, or after somebody of the section has looked at it, is not told."""

    status: Literal["received"]


class Totals(Part):
    """How many letters were reported, apart by how that is known. Null: not told, as there are too few, or none.

    They are never added up: nobody knows how many stand in two of them.
    """

    self_reported: int | None = Field(description="Writers say so.")
    group: int | None = Field(description="Groups of the section say so.")
    offline: int | None = Field(description="The section has counted them.")


class Group(Part):
    """A group of the section that a report can name."""

    id: int
    name: str


class Reports(Part):
    """What the public may know of reports, in all languages and sections, and the groups of this section."""

    totals: Totals
    groups: list[Group]


class Riddle(Part):
    """Find the number up to ``maxnumber`` of which the hash, with ``salt`` before it, is ``challenge`` in hexadecimal.

    The proof is the JSON of ``algorithm``, ``challenge``, ``number``, ``salt`` and ``signature``, in base64.
    """

    algorithm: str
    challenge: str
    maxnumber: int
    salt: str
    signature: str


def totals_json(found: Published) -> dict[str, int | None]:
    """Return the totals that may be told, as ``Totals`` has them."""
    return {each.value: found.totals.get(each) for each in TOLD}
