"""A letter as plain data: what is in it, by which channel it goes, and what its writer should know."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..urgent_action import Contact


class Channel(StrEnum):
    """How a letter goes to a target (DOMAIN: channels)."""

    POST = "post"
    EMAIL = "email"
    FAX = "fax"
    PHONE = "phone"
    SOCIAL = "social"
    WEB_FORM = "web_form"


class Paper(StrEnum):
    """The sheet on which a letter is printed, with the window of the envelopes that belong to it."""

    A4 = "a4"
    LETTER = "letter"


class Note(StrEnum):
    """What the writer should know about a letter."""

    OTHER_LANGUAGE = "other_language"
    """It is not in the language that was asked for: the urgent action is not published in it."""
    GENERAL_SALUTATION = "general_salutation"
    """The directory has no salutation of this target in this language: a general one is used."""
    NO_SALUTATION = "no_salutation"
    NO_SIGN_OFF = "no_sign_off"
    """There are no such words in this language: the writer adds them."""
    NO_MISSION = "no_mission"
    """Copies go to a mission in the writer's country, and the directory knows none there."""
    THROUGH_MISSION = "through_mission"
    """Post to the country is suspended: the letter goes to the mission, with the request to forward it."""
    WRITER_SAFETY = "writer_safety"
    """Writers with ties to the country should reconsider, or sign with initials."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes, as far as they say; ``country`` (ISO 3166-1 alpha-2) is the one that the letter is sent from."""

    name: str = ""
    place: str = ""
    country: str = ""
    paragraph: str = ""

    @property
    def is_anybody(self) -> bool:
        """Say whether a letter of this writer says nothing of them, so that everybody gets the same."""
        return not (self.name or self.place or self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Somebody who gets a copy. ``address`` is the block for the envelope, empty where there is none."""

    name: str
    address: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to one target in one language by one channel, complete but for a signature by hand.

    ``address`` is the block as it stands in the window of the envelope, with the country in capitals where it goes
    abroad. ``contacts`` are those by which this channel reaches the target. ``missing_missions`` are the countries
    whose mission in the writer's country should get a copy, and is not known.
    """

    language: str
    channel: Channel
    target_id: str
    addressee: str
    on: date
    subject: str
    names: str
    sender: tuple[str, ...] = ()
    place_and_date: str = ""
    address: tuple[str, ...] = ()
    forward: str = ""
    salutation: str = ""
    paragraphs: tuple[str, ...] = ()
    asks_introduction: str = ""
    asks: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    sign_off: str = ""
    signature: str = ""
    place: str = ""
    copies: tuple[Copy, ...] = ()
    postscript: str = ""
    contacts: tuple[Contact, ...] = ()
    missing_missions: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def emails(self) -> tuple[str, ...]:
        """Return the addresses that the letter goes to, where it goes by e-mail."""
        return tuple(contact.value for contact in self.contacts) if self.channel is Channel.EMAIL else ()
