"""An urgent action in a list."""

from datetime import date

from ...rules.status import Status
from .action import Channel
from .cards import Version
from .names import Country, PageLanguage
from .part import Part
from .people import Person
from .picture import Picture


class Listing(Part):
    """What a list shows of an urgent action: enough that it needs no second request."""

    id: int
    title: str
    url: str
    ua_number: str | None
    ordinal: int | None
    index_number: str | None
    status: Status
    language: PageLanguage
    countries: list[Country]
    concerns: list[str]
    issued_on: date | None
    deadline: date | None
    persons: list[Person]
    excerpt: str
    letters_available: bool
    channels: list[Channel]
    image: Picture | None
    translations: list[Version]
