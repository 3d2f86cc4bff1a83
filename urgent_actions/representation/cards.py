"""Other public urgent actions, as they are named in this one: those of the case, and the other language versions."""

from dataclasses import dataclass
from typing import Any

from ..codes import language_name

COMPLETE, LETTER_WITHHELD = "complete", "letter_withheld"
"""How far a translation has come: all of it is what the original says, or its letter must not be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What may be said of another public urgent action: enough to name it and to go there."""

    id: int
    title: str
    ua_number: str
    ordinal: int | None
    language: str
    url: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the card for an answer."""
        return {
            "id": self.id,
            "title": self.title,
            "ua_number": self.ua_number,
            "ordinal": self.ordinal,
            "language": self.language,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Card):
    """The same urgent action in another language, and how far that translation has come; an original is complete."""

    api_url: str | None = None
    status: str = COMPLETE
    percent: int = 100
    updated: str | None = None

    def as_version(self, *, reader: str) -> dict[str, Any]:
        """Return the card for an answer whose reader reads the language ``reader``."""
        return {
            **self.as_json(),
            "language_name": language_name(self.language, reader),
            "api_url": self.api_url,
            "status": self.status,
            "percent": self.percent,
            "updated": self.updated,
        }
