"""Other urgent actions, as they are named in this one: the case and the translations."""

from typing import Literal

from .part import Moment, Part

TranslationStatus = Literal["complete", "partial", "outdated", "letter_withheld"]


class Card(Part):
    """Another public urgent action: enough to name it and to go there."""

    id: int
    title: str
    ua_number: str
    ordinal: int | None
    language: str
    url: str | None


class Chain(Part):
    """The public urgent actions of the case in this language and section, first to latest."""

    previous: Card | None
    next: Card | None
    latest: Card | None
    items: list[Card]


class Version(Card):
    """The same urgent action in another language, and how far that translation has come; an original is complete."""

    language_name: str
    api_url: str | None
    status: TranslationStatus
    percent: int
    updated: Moment | None


class Translation(Part):
    """How a translation stands to its original, whose id is ``source``; ``percent`` is the share that is up to date."""

    status: TranslationStatus
    percent: int
    updated: Moment | None
    reasons: list[str]
    source: int | None
