"""The types of the representation: what an answer may hold, for whoever makes an API or reads one.

They stand beside the representation and below the models, since the page class names its API fields, and API v3 takes
its types from these (ADR 0008).
"""

from .action import Channel, Reason, Stop, TakeAction
from .cards import Card, Chain, Translation, TranslationStatus, Version
from .contacts import Address, Contact
from .letter import Asks, AsksBlock, LetterParagraph, SampleLetter, SignOff
from .listing import Listing
from .names import Country, Language, PageLanguage
from .part import Block, Moment, Part
from .people import Person
from .picture import Picture
from .prose import AdditionalInformation, Heading, Paragraph, Quotation, QuoteBlock, Summary
from .targets import CopyRecipient, CopyToBlock, Mission, NoteToWriters, Target, TargetBlock, Targets
from .whole import TYPES, Representation

__all__ = [
    "TYPES",
    "AdditionalInformation",
    "Address",
    "Asks",
    "AsksBlock",
    "Block",
    "Card",
    "Chain",
    "Channel",
    "Contact",
    "CopyRecipient",
    "CopyToBlock",
    "Country",
    "Heading",
    "Language",
    "LetterParagraph",
    "Listing",
    "Mission",
    "Moment",
    "NoteToWriters",
    "PageLanguage",
    "Paragraph",
    "Part",
    "Person",
    "Picture",
    "Quotation",
    "QuoteBlock",
    "Reason",
    "Representation",
    "SampleLetter",
    "SignOff",
    "Stop",
    "Summary",
    "TakeAction",
    "Target",
    "TargetBlock",
    "Targets",
    "Translation",
    "TranslationStatus",
    "Version",
]
