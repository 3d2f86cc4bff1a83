"""The sections of prose: summary and additional information."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from .part import Block, Part


class Paragraph(Block):
    """A paragraph, safe HTML."""

    type: Literal["paragraph"]
    value: str


class Heading(Block):
    """A heading, plain text."""

    type: Literal["heading"]
    value: str


class Quotation(Part):
    """Somebody's own words, and whose they are; plain text."""

    text: str
    source: str


class QuoteBlock(Block):
    """A quotation."""

    type: Literal["quote"]
    value: Quotation


Summary = TypeAliasType("Summary", list[Paragraph])
AdditionalInformation = TypeAliasType(
    "AdditionalInformation", list[Annotated[Heading | Paragraph | QuoteBlock, Field(discriminator="type")]]
)
