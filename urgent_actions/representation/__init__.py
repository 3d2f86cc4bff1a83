"""The one representation: an urgent action as the public reads it, plain data to JSON. Pure: no database, no request.

API, templates and everything that comes later serve this and nothing else, so there is one place that decides what is
shown in which status (``rules.status.ALLOWANCES``).
"""

from .cards import LETTER_WITHHELD, Card, Version
from .linked_data import linked_data
from .listing import listing
from .versions import alternates
from .whole import FIELDS, TRANSLATION_OUTDATED, Content, Picture, content, represent, shown

__all__ = [
    "FIELDS",
    "LETTER_WITHHELD",
    "TRANSLATION_OUTDATED",
    "Card",
    "Content",
    "Picture",
    "Version",
    "alternates",
    "content",
    "linked_data",
    "listing",
    "represent",
    "shown",
]
