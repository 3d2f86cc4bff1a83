"""What may be asked: each parameter at most once, none that there is not, none with signs that are no text."""

from functools import cached_property
from typing import Annotated, Any, Literal, Self

from django.http import QueryDict
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ...rules.impact import FIRST_YEAR, LAST_YEAR
from ...words import query_words
from ..choosing import Choice
from ..problems import Fault, Refused
from ..values import FARTHEST_OFFSET, LARGEST_ID, Country, LanguageTag, Locale, Slug, Words, whole
from .cursor import PATTERN, Cursor

LONGEST_PAGE = 100
MOST_CHANGES = 1000
# Chinese has one for each pair of neighbouring characters: enough for a sentence.
MOST_WORDS = 40
MOST = "How many items to answer at most."

Ordering = Literal[
    "urgency",
    "deadline",
    "-deadline",
    "issued_on",
    "-issued_on",
    "first_published_at",
    "-first_published_at",
]
SiteName = Annotated[str, Field(max_length=255, examples=["www.example.org", "localhost:8000"])]


class Question(BaseModel):
    """The parameters of one endpoint."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _each_known_and_once(cls, given: Any, info: ValidationInfo) -> Any:
        known = {field.alias or name for name, field in cls.model_fields.items()}
        if faults := _faults(info.context["request"].GET, known):  # type: ignore[index]  # Ninja gives it
            raise Refused(*faults)
        return given


def _faults(given: QueryDict, known: set[str]) -> list[Fault]:
    found = []
    for name, values in given.lists():
        if name not in known:
            allowed = ", ".join(sorted(known))
            found.append(Fault(f"There is no such parameter here. These may be given: {allowed}.", name))
        elif len(values) > 1:
            found.append(Fault("A parameter is given once; several values go with commas where they may.", name))
        # What is no UTF-8 has been replaced by this sign when we get it.
        elif "\x00" in values[0] or "\ufffd" in values[0]:
            found.append(Fault("It holds what is no text in UTF-8.", name))
    return found


class OfSite(Question):
    """A question about the urgent actions of one section."""

    site: SiteName | None = Field(
        None, description="Host name, and port if needed, of the section asked for; else it is that of the request."
    )


class InLocale(OfSite):
    """A question about one language, or about all."""

    locale: Locale | None = Field(None, description="Language of the urgent action, as the site calls it.")
    fallback: Locale | None = Field(
        None,
        description=(
            "Language in which to answer what is not there in `locale`; without it, that is left out. Each item then "
            "has `locale_served`, and `is_fallback`: whether it is in this language for want of the other."
        ),
    )

    @model_validator(mode="after")
    def _fallback_from_somewhere(self) -> Self:
        if self.fallback and not self.locale:
            raise Refused(Fault("It goes with “locale”.", "fallback"))
        return self


class Filtered(InLocale, Choice):
    """A question about the urgent actions that are like this."""

    translation_of: Annotated[int, Field(ge=1, le=LARGEST_ID), BeforeValidator(whole)] | None = Field(
        None, description="Id of an urgent action that is public here, of which the other language versions are meant."
    )


def _few_words(text: str) -> str:
    if len(query_words(text)) > MOST_WORDS:
        raise PydanticCustomError("too_many_words", "At most {most} words are allowed", {"most": MOST_WORDS})
    return text


class Listed(Filtered):
    """A question for a page of a list."""

    q: Annotated[Words, AfterValidator(_few_words)] | None = Field(
        None, description=f"Words to search for, at most {MOST_WORDS}."
    )
    ordering: Ordering = Field(
        "urgency",
        description=(
            "urgency: what can still be written from first, the nearest deadline before others, then the closed ones, "
            "the newest first; of a search, those with all words in title, names and numbers before the others. "
            "A minus turns another order round; what has no such day goes last."
        ),
    )
    limit: Annotated[int, Field(ge=1, le=LONGEST_PAGE), BeforeValidator(whole)] = Field(20, description=MOST)
    offset: Annotated[int, Field(ge=0, le=FARTHEST_OFFSET), BeforeValidator(whole)] = Field(
        0, description="How many items to leave out before the first."
    )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words that are searched for; a search for signs alone has none, and finds nothing."""
        return query_words(self.q or "")


Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR), BeforeValidator(whole)]


class ImpactAsked(OfSite):
    """A question for what came of cases."""

    country: Country | None = Field(None, description="A country that they are about (ISO 3166-1 alpha-2).")
    concern: Slug | None = Field(None, description="Slug of a concern.")
    year: Year | None = Field(None, description="The year of the case, as in its number: that of 44/22 is 2022.")
    outcome_year: Year | None = Field(
        None, description="Only outcomes that came in this year; persons and cases that had none then are not counted."
    )


class MissionsAsked(Question):
    """A question for the mission of one country in another."""

    of: Country = Field(description="The country that is represented (ISO 3166-1 alpha-2).")
    in_: Country = Field(alias="in", description="The country in which it is, as a rule the writer's own.")
    locale: LanguageTag = Field("en", description="Language in which the countries are named (BCP 47).")


def _cursor(given: str) -> Cursor:
    try:
        return Cursor.read(given)
    except ValueError as error:
        raise PydanticCustomError("cursor", "{why}", {"why": str(error)}) from error


Place = Annotated[Cursor, BeforeValidator(_cursor), WithJsonSchema({"type": "string", "pattern": PATTERN})]


class Since(OfSite):
    """A question about what happened after a place."""

    since: Place | None = Field(
        None, description="The cursor that the last answer gave as `next`; without it, all that is public is told."
    )
    limit: Annotated[int, Field(ge=1, le=MOST_CHANGES), BeforeValidator(whole)] = Field(100, description=MOST)
