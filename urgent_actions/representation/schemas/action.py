"""What may be done now, and what ended it."""

from typing import Literal

from .cards import Card
from .part import Moment, Part

Reason = Literal["no_target", "translation_outdated", "expired", "superseded", "stopped"]
Channel = Literal["post", "email", "phone", "fax", "social", "web_form"]


class TakeAction(Part):
    """Whether letters may be handed out now, and by which channels; if not, why, and where to go on."""

    letters_available: bool
    reason: Reason | None
    latest: Card | None
    original: Card | None
    channels: list[Channel]
    report_url: str | None


class Stop(Part):
    """When and why nobody may write any more."""

    at: Moment | None
    reason: str
