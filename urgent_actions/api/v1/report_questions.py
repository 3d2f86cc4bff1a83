"""What can be told of letters that were sent: to whom, by which channel, how many."""

import secrets
from typing import Annotated, Any

from ninja import HeaderEx, P
from pydantic import BaseModel, ConfigDict, Field

from ...letters.letter import Channel
from ...reporting.record import LONGEST_KEY, Told
from ...rules.reports import MOST_AT_ONCE, Provenance
from ..values import LARGEST_ID, Country
from .letter_questions import TargetId
from .questions import SiteName

LARGEST_BODY = 4 * 1024
_LONGEST_TRAP, _LONGEST_PROOF = 200, 1000
_MOST = MOST_AT_ONCE[Provenance.GROUP]

Key = HeaderEx[
    str | None,
    P(
        alias="Idempotency-Key",
        min_length=1,
        max_length=LONGEST_KEY,
        description="A random text, such as a UUID, that the same report keeps when it is sent again: it counts once. "
        "Without it each one counts as a new one.",
    ),
]


class ToldByPage(BaseModel):
    """Which letter is spoken of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    target: TargetId = Field(min_length=1, description="Id of the target that was written to.")
    channel: Channel = Field(description="Channel by which it went.")
    site: SiteName | None = Field(None, description="Section asked for, as in the other questions.")

    def told(self, page_id: int, *, site: Any, **more: Any) -> Told:
        """Return it as what is recorded; ``more`` is what else is told."""
        words = {"quantity": 1, "key": secrets.token_urlsafe(), **more}
        return Told(page_id=page_id, target=self.target, channel=self.channel.value, site=site, **words)


class ToldByWriter(ToldByPage):
    """A report. Nothing in it says who it comes from."""

    quantity: Annotated[int, Field(strict=True, ge=1, le=_MOST)] = Field(
        description=f"How many letters; of a writer at most {MOST_AT_ONCE[Provenance.SELF_REPORTED]}, "
        f"of a group {_MOST}."
    )
    group: Annotated[int, Field(strict=True, ge=1, le=LARGEST_ID)] | None = Field(
        None, description="Id of the group for which it speaks, if it speaks for one."
    )
    country: Country | None = Field(None, description="Country that they were sent from, if the writer likes to say.")
    website: str = Field(
        "",
        max_length=_LONGEST_TRAP,
        description="Stays empty: a field of forms that people do not see. What is in it, a robot wrote.",
    )

    proof: str = Field(
        "",
        max_length=_LONGEST_PROOF,
        description="Solution of a riddle, where the site asks for a proof of work; without it the report is held.",
    )

    def told(self, page_id: int, *, site: Any, **more: Any) -> Told:
        """Return it as what is recorded; ``more`` is what else is told."""
        return super().told(
            page_id,
            site=site,
            quantity=self.quantity,
            group=self.group,
            country=self.country or "",
            doubted=bool(self.website),
            **more,
        )
