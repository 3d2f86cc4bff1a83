"""A post to the account of a target, within what its platform takes."""

import re
import unicodedata
from dataclasses import dataclass

from ...urgent_action import Contact
from ..letter import Letter

# What the platforms take, in their own way of counting; the strictest where one is not known.
_LIMITS = {
    "x": 280,
    "twitter": 280,
    "bluesky": 300,
    "mastodon": 500,
    "threads": 500,
    "instagram": 2200,
    "facebook": 5000,
}
_STRICTEST = 280
_NAME = re.compile(r"[\w.-]+")
_WEIGHED = ("x", "twitter")
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post: its account, platform and words, its length as the platform counts, and what it takes."""

    account: str
    platform: str
    text: str
    length: int
    limit: int


def posts(letter: Letter) -> tuple[Post, ...]:
    """Return a post for each account of the target: the account, for whom, and as many of the asks as fit whole.

    An ask that does not fit is left away, never cut: a half ask may ask for something else. Where not even the first
    fits, the post says for whom it is and leaves the rest to the writer.
    """
    return tuple(_post(letter, contact) for contact in letter.contacts)


def _post(letter: Letter, contact: Contact) -> Post:
    platform = contact.platform.casefold()
    limit = _LIMITS.get(platform, _STRICTEST)
    named = f"{_mention(contact)} {letter.names}".strip()
    text = named if length(named, platform) <= limit else _mention(contact)
    for number, ask in enumerate(letter.asks):
        longer = f"{text}{': ' if number == 0 else ' '}{ask}"
        if length(longer, platform) > limit:
            break
        text = longer
    return Post(account=contact.value, platform=contact.platform, text=text, length=length(text, platform), limit=limit)


def _mention(contact: Contact) -> str:
    """Return the account as it is called in a post: of an address of a profile its last part, with its server where
    the platform has many; the address itself where it has no name in it."""
    value = contact.value.removeprefix("https://").removeprefix("http://")
    if value == contact.value:
        return value if value.startswith("@") or not _NAME.fullmatch(value) else f"@{value}"
    server, _, path = value.rstrip("/").partition("/")
    name = path.split("?")[0].removeprefix("@")
    if not _NAME.fullmatch(name) or ("?" in path and name.endswith(".php")):
        return contact.value
    return f"@{name}@{server}" if contact.platform.casefold() == "mastodon" else f"@{name}"


def length(text: str, platform: str) -> int:
    """Return the length of ``text`` as the platform counts it: X gives signs outside its light ranges double weight."""
    composed = unicodedata.normalize("NFC", text)
    if platform.casefold() not in _WEIGHED:
        return len(composed)
    return sum(1 if any(first <= ord(char) <= last for first, last in _LIGHT) else 2 for char in composed)
