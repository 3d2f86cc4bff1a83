"""The noun: an urgent action as plain data.

The page gives one, the importer makes one; rules, letters, API and templates read one. So the middle of the product
works, and is tested, without a database. What the words mean stands in CONTEXT.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from .codes import same_language


@dataclass(frozen=True, slots=True, order=True)
class UANumber:
    """Number that all urgent actions of one case share: serial and two-digit year of the first of them.

    ``str()`` gives the one printed form, ``44/22``. Reading the forms met in documents: ``rules.reference``.
    """

    serial: int
    year: int

    def __str__(self) -> str:
        return f"{self.serial}/{self.year:02d}"


@dataclass(frozen=True, slots=True)
class IndexNumber:
    """Identity of one document: area and country digits, serial, year, as in ``ASA 17/5628/2022``.

    Serial and year keep the digits of the document (``006``, ``95``), since they are part of its address.
    """

    area: str
    country: str
    serial: str
    year: str
    language: str = ""

    def __str__(self) -> str:
        suffix = f"/{self.language}" if self.language else ""
        return f"{self.area} {self.country}/{self.serial}/{self.year}{suffix}"


class Outcome(StrEnum):
    """What came of it for one person (DOMAIN: outcome)."""

    RELEASED = "released"
    CHARGES_DROPPED = "charges_dropped"
    SENTENCE_COMMUTED = "sentence_commuted"
    MOVED = "moved"
    MEDICAL_CARE_GIVEN = "medical_care_given"
    TRIED = "tried"
    EXECUTED = "executed"
    DIED = "died"
    NO_CHANGE = "no_change"
    UNKNOWN = "unknown"


class ContactKind(StrEnum):
    """Means by which a contact reaches a target. Post is the address itself, no contact."""

    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    SOCIAL = "social"
    WEB_FORM = "web_form"


class ContactHealth(StrEnum):
    """What is known of a contact or an address: a dead one reaches nobody."""

    UNVERIFIED = "unverified"
    WORKS = "works"
    DOUBTFUL = "doubtful"
    DEAD = "dead"


class Gender(StrEnum):
    """By which gender an official is addressed, where that is known: words that fit no other are only used then."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


class Register(StrEnum):
    """How an official is addressed: as any, or as those to whom a title of honour is due."""

    FORMAL = "formal"
    CEREMONIAL = "ceremonial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody at risk. With ``use_initials`` the public reads ``initials`` and no name in any script."""

    id: str
    name: str
    name_in_original_script: str = ""
    pronouns: str = ""
    use_initials: bool = False
    outcome: Outcome | None = None
    outcome_on: date | None = None
    outcome_source: str = ""
    appeals_contribution: str = ""
    """What the letters had to do with the outcome, as far as somebody says so."""

    @property
    def initials(self) -> str:
        return " ".join(f"{part[0].upper()}." for part in self.name.split() if part)

    @property
    def public_name(self) -> str:
        return self.initials if self.use_initials else self.name

    @property
    def public_name_in_original_script(self) -> str:
        return "" if self.use_initials else self.name_in_original_script


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way to reach somebody. ``value`` is an address, an E.164-like number, an account or a URL, by ``kind``."""

    kind: ContactKind
    value: str
    platform: str = ""
    label: str = ""
    health: ContactHealth = ContactHealth.UNVERIFIED
    verified_on: date | None = None

    @property
    def reaches(self) -> bool:
        return self.health is not ContactHealth.DEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address, its lines kept as they were written; ``country`` is an ISO 3166-1 alpha-2 code or empty."""

    lines: tuple[str, ...] = ()
    country: str = ""
    health: ContactHealth = ContactHealth.UNVERIFIED
    verified_on: date | None = None

    @property
    def reaches(self) -> bool:
        return bool(self.lines) and self.health is not ContactHealth.DEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The official whom an appeal is addressed to. ``id`` is stable over the life of the urgent action.

    ``salutations`` maps a language (BCP 47) to the opening words in it; those typed for this urgent action win over
    those of the directory. ``gender`` and ``register`` choose among general words where there are none. ``priority`` 1
    is written to first.
    """

    id: str
    name: str = ""
    role: str = ""
    organisation: str = ""
    address: Address = Address()
    contacts: tuple[Contact, ...] = ()
    languages: tuple[str, ...] = ()
    salutations: tuple[tuple[str, str], ...] = ()
    gender: Gender | None = None
    register: Register = Register.FORMAL
    priority: int = 1
    note: str = ""
    published: bool = True

    def salutation(self, language: str) -> str:
        """Return the opening words in ``language``, else in one that is the same as far as the shorter tag tells.

        An empty string where there are none: those in ``zh`` will do for a page in ``zh-hans``, and for none in ``fr``.
        """
        exact = (words for tag, words in self.salutations if tag.lower() == language.lower())
        same = (words for tag, words in self.salutations if same_language(tag, language))
        return next(exact, "") or next(same, "")

    @property
    def form_of_address(self) -> str:
        """Return which general words fit this target: the register, and the gender where it is known."""
        return f"{self.register.value}_{self.gender.value}" if self.gender else self.register.value

    @property
    def reachable(self) -> bool:
        return self.address.reaches or any(contact.reaches for contact in self.contacts)

    @property
    def called(self) -> str:
        """Return how to name this target in a sentence: by name, else by role, else by organisation."""
        return self.name or self.role or self.organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A diplomatic mission: of one country, in another (both ISO 3166-1 alpha-2)."""

    name: str
    of_country: str
    in_country: str
    head_of_mission: str = ""
    head_of_mission_title: str = ""
    address: Address = Address()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRecipient:
    """Somebody who gets a copy: the missions of a country (``missions_of``), or a named official.

    ``mission`` is the one in the section's own country, where the directory knows it.
    """

    id: str
    missions_of: str = ""
    mission: Mission | None = None
    official: Target | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLetter:
    """The model letter between salutation and sign-off: plain paragraphs and asks, in order; and what comes after."""

    paragraphs: tuple[str, ...] = ()
    asks_introduction: str = ""
    asks: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    postscript: str = ""

    @classmethod
    def of(cls, blocks: Iterable[tuple[str, Any]]) -> "SampleLetter":
        """Return the letter of (type, value) in order; paragraphs after the asks close it, empty ones fall away."""
        before: list[str] = []
        closing: list[str] = []
        paragraphs, introduction, postscript, asks = before, "", "", ()
        for kind, value in blocks:
            if kind == "asks":
                introduction = value.get("introduction") or ""
                asks = tuple(ask for ask in value.get("asks") or () if ask.strip())
                paragraphs = closing
            elif kind == "postscript":
                postscript = value.strip()
            elif kind == "paragraph" and value.strip():
                paragraphs.append(value)
        return cls(
            paragraphs=tuple(before),
            asks_introduction=introduction,
            asks=asks,
            closing=tuple(closing),
            postscript=postscript,
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all that stands in it, in order."""
        return (*self.paragraphs, self.asks_introduction, *self.asks, *self.closing, self.postscript)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of prose. ``text`` is safe HTML for a ``paragraph``, plain text for a ``heading`` and a ``quote``.

    ``id`` tells a client which piece is which over time; it says nothing about the words, so it does not compare.
    """

    kind: str
    text: str
    source: str = ""
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentAction:
    """One urgent action in one language, in the anatomy of the document. None or empty: not known."""

    language: str
    headline: str = ""
    ua_number: UANumber | None = None
    ordinal: int | None = None
    index_number: IndexNumber | None = None
    countries: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    issued_on: date | None = None
    deadline: date | None = None
    persons: tuple[Person, ...] = ()
    summary: tuple[Passage, ...] = ()
    targets: tuple[Target, ...] = ()
    notes_to_writers: tuple[str, ...] = ()
    copies_to: tuple[CopyRecipient, ...] = ()
    letter: SampleLetter = SampleLetter()
    additional_information: tuple[Passage, ...] = ()
    preferred_languages: tuple[str, ...] = ()
    own_language_welcome: bool = False
    post_suspended: bool = False
    writer_safety_notice: bool = False
    stopped_at: datetime | None = None
    stop_reason: str = ""
    previous_url: str = ""
