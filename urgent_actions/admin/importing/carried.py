"""The document between two steps of its review: in the form itself, signed, for one user and one hour (ADR 0026)."""

from dataclasses import fields
from typing import Any

from django.core import signing

from ...importing.document import Line, SourceDocument, Unreadable
from ...messages import gettext_noop

HOUR = 60 * 60
MOST_CHARACTERS = 300_000
"""A hundred times the text of an urgent action of two pages; the form has to carry it."""
_SALT = "urgent_actions.import"
_NAMES = tuple(field.name for field in fields(Line))

TOO_LONG = gettext_noop(
    "It is too long to be looked at here: no more than %(most)d characters. Paste the part you need."
)


class Lapsed(Exception):  # noqa: N818  # a state, named for what it is
    """What a form carries is no document of this user, or not of this hour."""


def sealed(document: SourceDocument, *, user: Any) -> str:
    """Return the document as a text for a form; raise Unreadable if it is too long for that."""
    if sum(len(line.text) for line in document.lines) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG, most=MOST_CHARACTERS)
    lines = [[getattr(line, name) for name in _NAMES] for line in document.lines]
    told = {"user": user.pk, "name": document.name, "lines": lines}
    return signing.dumps(told, salt=_SALT, compress=True)


def unsealed(carried: str, *, user: Any) -> SourceDocument:
    """Return the document that a form carries; raise Lapsed if it is not to be used any more."""
    try:
        told = signing.loads(carried, salt=_SALT, max_age=HOUR)
    except signing.BadSignature as error:
        raise Lapsed from error
    if told["user"] != user.pk:
        raise Lapsed
    lines = tuple(Line(**dict(zip(_NAMES, line, strict=True))) for line in told["lines"])
    return SourceDocument(name=told["name"], lines=lines)
