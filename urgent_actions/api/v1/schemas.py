"""The types of the answers, for the OpenAPI document."""

from typing import Literal

from pydantic import Field

from ...representation.schemas import Listing, Mission, Moment, Part, Representation
from ...urgent_action import Outcome


class UrgentAction(Representation):
    """An urgent action as the public reads it now. What its status withholds is null or empty."""

    id: int
    title: str
    url: str
    first_published_at: Moment | None
    last_published_at: Moment | None
    changes_at: Moment | None = Field(description="When it will look different, as far as is known; null: never.")


class Served(Part):
    """In which language something came, where another one might have."""

    locale_served: str
    is_fallback: bool = Field(description="It is not there in the language that was asked for.")


class UrgentActionServed(UrgentAction, Served):
    """An urgent action in the language that was asked for, or in the one to fall back on."""


class ListingServed(Listing, Served):
    """An urgent action of a list in the language that was asked for, or in the one to fall back on."""


class PageOfList(Part):
    """Which part of a list this is."""

    total_count: int
    limit: int
    offset: int


class UrgentActions(Part):
    """One page of the list."""

    meta: PageOfList
    items: list[Listing | ListingServed]


class Documents(Part):
    """All urgent actions of one number."""

    items: list[Listing | ListingServed]


class Case(Part):
    """The urgent actions of the case in this language and section, latest first, as seen from one of them."""

    previous: int | None
    next: int | None
    latest: int
    items: list[Listing]


class Missions(Part):
    """The mission that was asked for, if the directory has it."""

    items: list[Mission]


class Count(Part):
    """How many urgent actions a further filter by this value would leave."""

    value: str
    count: int


class Counts(Part):
    """How many urgent actions there are, by the values of each filter; values that none has are left out."""

    total_count: int
    status: list[Count]
    country: list[Count]
    concern: list[Count]
    language: list[Count]
    locale: list[Count]


class CameOf(Part):
    """In how many cases this is what came of it, and of how many persons. A case of two outcomes is in both."""

    value: Outcome | Literal["not_known_yet"]
    cases: int
    persons: int


class CasesCounted(Part):
    """Cases, each counted once, and the persons in them; values that none has are left out."""

    cases: int
    persons: int
    outcome: list[CameOf]


class CasesOf(CasesCounted):
    """The cases that have this value. A case may have several."""

    value: str


class CasesOfYear(CasesCounted):
    """The cases whose number has this year."""

    year: int


class YearOfImpact(Part):
    """What happened in a year."""

    year: int | None = Field(description="Null: outcomes whose date nobody knows.")
    urgent_actions: int = Field(description="How many urgent actions were issued, each counted in one language.")
    outcome: list[CameOf]


class Impact(CasesCounted):
    """What came of the cases, most persons first, the newest year first."""

    country: list[CasesOf]
    concern: list[CasesOf]
    year: list[CasesOfYear]
    happened: list[YearOfImpact] = Field(
        description="What happened in which year, also in those after the year of a case."
    )


class Renewal(Part):
    """An urgent action that is to be fetched again; ``published``: it was not there before."""

    id: int
    kind: Literal["published", "changed"]
    locale: str
    changed_at: Moment


class Withdrawal(Part):
    """What is not public any more, of which nothing is told."""

    id: int
    kind: Literal["withdrawn"]
    locale: str


class Changes(Part):
    """What happened since the cursor, oldest first."""

    items: list[Renewal | Withdrawal]
    next: str = Field(description="The cursor for the next question.")
    more: bool = Field(description="There is more already: ask at once.")


class Wrong(Part):
    """One thing that is wrong with a question."""

    detail: str
    parameter: str = ""


class Problem(Part):
    """A refusal (RFC 9457). One fault is in ``detail`` and ``parameter``, several are in ``errors``."""

    type: str
    title: str
    status: int
    detail: str
    parameter: str = ""
    errors: list[Wrong] = []
