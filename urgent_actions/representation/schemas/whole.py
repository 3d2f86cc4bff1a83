"""The whole urgent action."""

from datetime import date
from typing import Any

from ...rules.status import Status
from .action import Stop, TakeAction
from .cards import Chain, Translation, Version
from .letter import SampleLetter
from .names import Country, Language, PageLanguage
from .part import Part
from .people import Person
from .picture import Picture
from .prose import AdditionalInformation, Summary
from .targets import Targets


class Representation(Part):
    """An urgent action as the public reads it. What the status withholds is null or empty."""

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
    summary: Summary
    take_action: TakeAction
    targets: Targets
    sample_letter: SampleLetter | None
    additional_information: AdditionalInformation
    preferred_languages: list[Language]
    own_language_welcome: bool
    post_suspended: bool
    writer_safety_notice: bool
    stopped: Stop | None
    previous_url: str | None
    chain: Chain
    translation: Translation | None
    translations: list[Version]
    image: Picture | None


TYPES: dict[str, Any] = {name: field.annotation for name, field in Representation.model_fields.items()}
"""The type of each field of the representation, by name."""
