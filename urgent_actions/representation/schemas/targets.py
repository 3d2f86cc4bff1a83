"""The section of targets: notes to writers, targets by priority, and who gets copies."""

from typing import Annotated, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer
from typing_extensions import TypeAliasType

from .contacts import Address, Contact
from .names import Country
from .part import Block, Part

FormOfAddress = Literal[
    "formal", "formal_feminine", "formal_masculine", "ceremonial", "ceremonial_feminine", "ceremonial_masculine"
]


class Target(Part):
    """An official. What is withheld is null or empty; contacts that are a record are not to be written to."""

    name: str | None
    role: str | None
    organisation: str | None
    priority: int
    salutation: str | None
    salutations: dict[str, str]
    form_of_address: FormOfAddress | None
    languages: list[str]
    note: str | None
    address: Address | None
    contacts: list[Contact]
    contacts_are_record: bool


class Mission(Part):
    """A diplomatic mission: of one country, in another."""

    name: str
    of: Country
    in_: Country = Field(alias="in")
    head_of_mission: str | None
    head_of_mission_title: str | None
    address: Address | None
    contacts: list[Contact]

    # Wagtail's endpoints write the names of fields, not their aliases. A return type would be documented in place of
    # this class, so there is none.
    @model_serializer(mode="wrap")
    def _as_in(self, write: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]  # see above
        return {"in" if name == "in_" else name: value for name, value in write(self).items()}


class CopyRecipient(Part):
    """Who gets a copy: the missions of a country, with the one in the section's country if known, or an official."""

    missions_of: Country | None
    mission: Mission | None
    official: Target | None
    contacts_are_record: bool
    note: str | None


class NoteToWriters(Block):
    """Advice to everybody who writes, plain text."""

    type: Literal["note_to_writers"]
    value: str


class TargetBlock(Block):
    """Somebody to write to."""

    type: Literal["target"]
    value: Target


class CopyToBlock(Block):
    """Somebody who gets a copy."""

    type: Literal["copy_to"]
    value: CopyRecipient


Targets = TypeAliasType(
    "Targets", list[Annotated[NoteToWriters | TargetBlock | CopyToBlock, Field(discriminator="type")]]
)
