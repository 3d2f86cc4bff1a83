"""Codes with their names, in the language of the urgent action."""

from .part import Part


class Country(Part):
    """A country: its ISO 3166-1 alpha-2 code and its name."""

    code: str
    name: str


class Language(Part):
    """A language: its BCP 47 tag and its name."""

    code: str
    name: str


class PageLanguage(Language):
    """The language of the urgent action, its own name for itself, and its direction."""

    right_to_left: bool
