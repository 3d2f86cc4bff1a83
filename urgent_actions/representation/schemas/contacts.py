"""By what somebody is reached."""

from datetime import date

from ...urgent_action import ContactKind
from .names import Country
from .part import Part


class Address(Part):
    """A postal address, its lines as they were written."""

    lines: list[str]
    country: Country | None
    verified_on: date | None


class Contact(Part):
    """Any other way to reach somebody: ``value`` is an address, a number, an account or a URL, by ``kind``."""

    kind: ContactKind
    value: str
    platform: str | None
    label: str | None
    verified_on: date | None
