"""Persons at risk."""

from datetime import date

from ...urgent_action import Outcome
from .part import Part


class Person(Part):
    """A person at risk. With ``initials_only`` the name is initials and the original script null."""

    id: str
    name: str
    name_in_original_script: str | None
    pronouns: str | None
    initials_only: bool
    outcome: Outcome | None
    outcome_on: date | None
    outcome_source: str | None
    appeals_contribution: str | None
