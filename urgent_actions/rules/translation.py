"""How a version in another language stands to its source: what may be read, and whether its letter may be used.

DOMAIN rule 10: a translation whose ask, target, name or deadline is behind its source is not to be used until somebody
has looked at it; prose that is behind is merely marked.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

SECTIONS = ("summary", "targets", "sample_letter", "additional_information")
SALUTATION = ".salutation"
_KEY_OF_EDITOR = re.compile(r' data-block-key="[^"]*"')
_SPACE = re.compile(r"\s+")


class TranslationStatus(StrEnum):
    """State of a version in another language. Derived, never stored."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    """Some text is not translated yet."""
    OUTDATED = "outdated"
    """Some text was translated from other words than the source has now."""
    LETTER_WITHHELD = "letter_withheld"
    """Nobody is to write from it until a translator has confirmed its letter."""


class Reason(StrEnum):
    """What keeps the letter of a version from being used."""

    LETTER = "letter"
    ASKS = "asks"
    DEADLINE = "deadline"
    TARGETS = "targets"
    PERSONS = "persons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words of a page that a translator translates, by their content path.

    ``rich``: the words are HTML as it is stored. ``words`` may be empty where a version can have some of its own, as a
    salutation does.
    """

    path: str
    words: str
    rich: bool = False
    max_length: int | None = None

    @property
    def in_letter(self) -> bool:
        """Say whether it is a part of what is sent."""
        return self.path.startswith("sample_letter.") or self.path.endswith(SALUTATION)

    @property
    def mark(self) -> str:
        """Return a short name of the words as they are: equal for the same words, whatever their spacing."""
        return mark(_KEY_OF_EDITOR.sub("", self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a version was made from: marks of the source's texts by path, and of its dangerous facts by name."""

    texts: Mapping[str, str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a version stands to its source now. ``percent``: texts that are translated from the present words."""

    status: TranslationStatus
    percent: int
    reasons: tuple[Reason, ...] = ()

    @property
    def letter_withheld(self) -> bool:
        """Say whether nobody is to write from this version."""
        return self.status is TranslationStatus.LETTER_WITHHELD


def standing(source: Iterable[Text], *, facts: Mapping[str, str], origin: Origin) -> Standing:
    """Return how a version made from ``origin`` stands to the texts and facts that its source has now."""
    now = {text.path: text for text in source if text.words.strip()}
    current = {path for path, text in now.items() if origin.texts.get(path) == text.mark}
    behind = (now.keys() | origin.texts.keys()) - current
    reasons = {_reason(path) for path in behind if _in_letter(path)}
    reasons |= {Reason(name) for name, value in facts.items() if origin.facts.get(name) != value}
    if reasons:
        status = TranslationStatus.LETTER_WITHHELD
    elif now.keys() - origin.texts.keys():
        status = TranslationStatus.PARTIAL
    elif behind:
        status = TranslationStatus.OUTDATED
    else:
        status = TranslationStatus.COMPLETE
    percent = 100 * len(current) // len(now) if now else 100
    return Standing(status=status, percent=percent, reasons=tuple(each for each in Reason if each in reasons))


def mark(words: str) -> str:
    """Return a short name of ``words``."""
    return hashlib.sha256(_SPACE.sub(" ", words).strip().encode()).hexdigest()[:16]


def _in_letter(path: str) -> bool:
    return Text(path=path, words="").in_letter


def _reason(path: str) -> Reason:
    is_ask = ".asks." in path or path.endswith(".introduction")
    return Reason.ASKS if is_ask else Reason.LETTER
