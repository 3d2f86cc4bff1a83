"""A letter as a mail link, exactly by RFC 6068, and the verdict whether mail programs take it whole."""

from dataclasses import dataclass
from urllib.parse import quote

from ..letter import Letter
from .text import text

LIMIT = 2000
"""Mail programs cut a link at about so many characters, counted as it is encoded (DOMAIN: traps)."""


@dataclass(frozen=True, slots=True)
class MailLink:
    """A link that opens a message, with its length in characters and the longest that is opened whole.

    ``empty`` opens the same message without its body, for a letter that is copied and pasted.
    """

    name: str
    href: str
    empty: str
    limit: int

    @property
    def length(self) -> int:
        """Return how many characters the encoded link has."""
        return len(self.href)

    @property
    def too_long(self) -> bool:
        """Say whether programs may cut it: then copy and paste is the way."""
        return self.length > self.limit

    @property
    def safe(self) -> str:
        """Return the link that opens nothing cut: the whole one, or the one without a body."""
        return self.empty if self.too_long else self.href


def mailto(letter: Letter) -> MailLink:
    """Return the link to a message with this letter to all addresses of the target, copies to those who get one."""
    to = ",".join(map(encoded_address, letter.emails))
    fields = [
        ("cc", ",".join(encoded_address(each) for each in copies(letter))),
        ("subject", encoded(letter.subject)),
        ("body", encoded(body(letter))),
    ]
    given = [f"{name}={value}" for name, value in fields if value]
    return MailLink("mailto", _link(to, given), _link(to, [each for each in given if not _is_body(each)]), LIMIT)


def _link(to: str, given: list[str]) -> str:
    return f"mailto:{to}?{'&'.join(given)}" if given else f"mailto:{to}"


def _is_body(field: str) -> bool:
    return field.startswith("body=")


def copies(letter: Letter) -> list[str]:
    """Return the addresses that get a copy, each once, and none that gets the letter."""
    found = dict.fromkeys(each for copy in letter.copies for each in copy.emails)
    return [each for each in found if each not in letter.emails]


def body(letter: Letter) -> str:
    """Return the text of the message, its lines ended by CRLF; mail programs break long ones themselves."""
    return text(letter, width=None).rstrip("\n").replace("\n", "\r\n")


def encoded(value: str) -> str:
    """Return a value with all signs encoded that mean something in a link, or nothing to some mail program."""
    return quote(value, safe="")


def encoded_address(address: str) -> str:
    """Return an address, encoded by itself: only the @ between its halves, and the commas between addresses, stand."""
    local, _, domain = address.rpartition("@")
    return f"{quote(local, safe='')}@{quote(domain, safe='')}"
