"""The types of letters, for the OpenAPI document."""

from datetime import date

from pydantic import Field

from ...letters.letter import Channel, Note
from ...representation.schemas import Part
from ...representation.schemas.cards import Card
from ...representation.schemas.contacts import Contact
from ...representation.schemas.names import Country, Language
from .schemas import Problem


class MailLink(Part):
    """A link that opens a message, with its length in characters and the longest that programs take whole."""

    name: str
    href: str
    empty: str = Field(description="The same without the letter, to paste it.")
    length: int
    limit: int
    too_long: bool = Field(description="Programs may cut it: offer copy and paste, or a webmail.")


class Copy(Part):
    """Somebody who gets a copy, with the lines for the envelope and the addresses for e-mail."""

    name: str
    address: list[str]
    emails: list[str]


class Post(Part):
    """A post to an account of the target; ``length`` is counted as its platform counts."""

    account: str
    platform: str
    text: str
    length: int
    limit: int


class LetterTarget(Part):
    """Whom the letter is for. The id is stable: use it to ask for this letter again."""

    id: str
    name: str | None
    role: str | None
    organisation: str | None
    priority: int


class Files(Part):
    """Addresses of the letter as a file, for everybody the same; null where this channel has no such file."""

    text: str
    html: str
    eml: str | None
    pdf: str | None
    docx: str | None


class Letter(Part):
    """A letter by one channel, complete but for the signature."""

    target: LetterTarget
    channel: Channel
    language: Language
    notes: list[Note]
    date: date
    place_and_date: str
    sender: list[str]
    address: list[str]
    forward: str
    subject: str
    salutation: str
    paragraphs: list[str]
    asks_introduction: str
    asks: list[str]
    closing: list[str]
    sign_off: str
    signature: str
    postscript: str
    copies: list[Copy]
    missing_missions: list[Country] = Field(description="Their missions in the writer's country are not known.")
    text: str = Field(description="The letter as plain text in short lines.")
    html: str = Field(description="The letter as safe HTML.")
    contacts: list[Contact] = Field(description="By which this channel reaches the target; empty for post.")
    mail: MailLink | None
    webmail: list[MailLink]
    script: str | None = Field(description="What to say on the phone.")
    posts: list[Post]
    files: Files


class LanguageChoice(Part):
    """A language in which letters are to be had, and whether the target prefers it; the preferred ones come first."""

    language: Language
    id: int = Field(description="Page of the urgent action in this language.")
    preferred: bool


class Letters(Part):
    """The letters that can be sent now."""

    id: int
    ua_number: str | None
    deadline: date | None
    country: Country | None = Field(description="From which they are sent.")
    languages: list[LanguageChoice]
    own_language_welcome: bool
    writer_safety_notice: bool
    report_url: str | None
    kit: str | None = Field(description="Address of the print kit: letters, copies, labels, a cover page.")
    items: list[Letter]


class Closed(Problem):
    """Why nobody may write now, and the card of the one to write from instead: the newer one, or the original."""

    reason: str
    latest: Card | None
    original: Card | None
