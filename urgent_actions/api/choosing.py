"""Which urgent actions are meant: the filters that all our APIs have, under the same names."""

from pydantic import BaseModel, ConfigDict, Field

from ..models.publications import EditionQuerySet, Mark
from .values import Country, Day, LanguageTag, Slug, Statuses


class Choice(BaseModel):
    """What an urgent action must be to be meant. Nothing given: all are."""

    model_config = ConfigDict(frozen=True)

    status: Statuses = Field((), description="One of these, separated by commas.")
    country: Country | None = Field(None, description="A country that it is about (ISO 3166-1 alpha-2).")
    concern: Slug | None = Field(None, description="Slug of a concern.")
    language: LanguageTag | None = Field(None, description="A preferred language to write in (BCP 47).")
    deadline_from: Day | None = Field(None, description="The deadline is on this day or later.")
    deadline_to: Day | None = Field(None, description="The deadline is on this day or earlier.")


def chosen(editions: EditionQuerySet, choice: Choice) -> EditionQuerySet:
    """Return those of ``editions`` that are meant."""
    marks = {Mark.Kind.COUNTRY: choice.country, Mark.Kind.CONCERN: choice.concern, Mark.Kind.LANGUAGE: choice.language}
    meant = editions.having([status.value for status in choice.status], marks)
    return meant.with_deadline(since=choice.deadline_from, until=choice.deadline_to)
