"""Other urgent actions, as they are named in this one: the case and the translations."""

from .part import Part


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
