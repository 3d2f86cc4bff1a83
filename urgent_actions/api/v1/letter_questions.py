"""What may be asked of letters: whom they are for, in which language, by which channel, from where, on what paper."""

from typing import Annotated, Any, Literal

from django.views.decorators.debug import sensitive_variables
from pydantic import BaseModel, ConfigDict, Field

from ...letters.letter import Channel, Paper
from ...letters.writer import LONGEST_NAME, LONGEST_PARAGRAPH, LONGEST_PLACE, writer
from ...writing.letters import Wish
from ..values import Country, LanguageTag
from .questions import OfSite, SiteName

Form = Literal["json", "text", "html", "eml", "pdf", "docx", "kit"]
TargetId = Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9-]*$")]
LARGEST_BODY = 32 * 1024


class Chosen(BaseModel):
    """Which letters are wanted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    target: TargetId | None = Field(None, description="Id of the target; without it, letters to all of them.")
    language: LanguageTag | None = Field(None, description="Language of the letters; without it, that of the page.")
    channel: Channel | None = Field(None, description="Channel of the letters; without it, all that reach the target.")
    country: Country | None = Field(
        None, description="Country that they are sent from: it decides on embassies, and on the last line of addresses."
    )
    paper: Paper = Field(Paper.A4, description="Sheet on which PDF and DOCX are set.")
    format: Form = Field(
        "json", description="JSON, or the letters as a file; kit: everything for an evening of letters."
    )

    def wish(self, **words: str) -> Wish:
        """Return what is wished for, with the writer's own ``words``; raise UnfitWords for those that do not fit."""
        return Wish(
            target=self.target or "",
            language=self.language or "",
            channel=self.channel,
            writer=writer(country=self.country or "", **words),
        )


class LettersAsked(OfSite, Chosen):
    """A question for letters that say nothing of who sends them."""


class PersonalLetters(Chosen):
    """A question for letters of one writer. What is in it is used for the answer, and kept nowhere."""

    site: SiteName | None = Field(None, description="Section asked for, as in the other questions.")
    name: str = Field("", repr=False, max_length=LONGEST_NAME, description="The writer's name, for the signature.")
    place: str = Field("", repr=False, max_length=LONGEST_PLACE, description="Where the letter is written.")
    paragraph: str = Field(
        "", repr=False, max_length=LONGEST_PARAGRAPH, description="A paragraph in the writer's own words."
    )

    @sensitive_variables()
    def personal_wish(self) -> Wish:
        """Return what is wished for."""
        return self.wish(name=self.name, place=self.place, paragraph=self.paragraph)


class DocumentAsked(OfSite):
    """A question for the urgent action on paper."""

    format: Literal["pdf", "docx"] = Field("pdf", description="The form of the file.")
    paper: Paper = Field(Paper.A4, description="The sheet on which it is set.")


BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
