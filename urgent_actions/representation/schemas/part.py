"""What all parts of the representation have in common."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema


class Part(BaseModel):
    """A part of the representation: each of its keys is there, and no other.

    Pydantic's own model, not Ninja's: where no other key may be, Ninja's validates everything twice on each level.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Block(Part):
    """One block of a section. ``id`` tells which block is which over time; what is composed has none."""

    id: str | None


# Ninja would cut the microseconds off and write Z for UTC, and so differ from API v2.
Moment = Annotated[
    datetime, PlainSerializer(datetime.isoformat), WithJsonSchema({"type": "string", "format": "date-time"})
]
