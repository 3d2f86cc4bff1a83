"""The section of the sample letter: plain text, for letters leave as post, fax and e-mail."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from .part import Block, Part


class LetterParagraph(Block):
    """A paragraph of the letter."""

    type: Literal["paragraph"]
    value: str


class Asks(Part):
    """What the target is called upon to do, and the words that lead there."""

    introduction: str
    asks: list[str]


class AsksBlock(Block):
    """The asks."""

    type: Literal["asks"]
    value: Asks


class SignOff(Block):
    """The words before the signature."""

    type: Literal["sign_off"]
    value: str


class Postscript(Block):
    """What stands after the signature."""

    type: Literal["postscript"]
    value: str


SampleLetter = TypeAliasType(
    "SampleLetter", list[Annotated[LetterParagraph | AsksBlock | SignOff | Postscript, Field(discriminator="type")]]
)
