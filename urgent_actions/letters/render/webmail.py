"""A letter as a link into the compose window of a webmail, for writers without a mail program."""

from urllib.parse import quote, urlencode

from ..letter import Letter
from .mailto import MailLink, body, copies

# Address of the window, and the names that it gives to recipients, copies, subject and body. No provider documents a
# limit: these are what their servers take of an address without an error, with room left for what they add to it.
_WINDOWS = {
    "gmail": ("https://mail.google.com/mail/?view=cm&fs=1&", ("to", "cc", "su", "body"), 8000),
    "outlook": ("https://outlook.live.com/mail/0/deeplink/compose?", ("to", "cc", "subject", "body"), 2000),
    "yahoo": ("https://compose.mail.yahoo.com/?", ("to", "cc", "subject", "body"), 2000),
}
PROVIDERS = tuple(_WINDOWS)


def webmail(letter: Letter) -> tuple[MailLink, ...]:
    """Return a link for each webmail, with the same recipients and words as the mail link."""
    values = (",".join(letter.emails), ",".join(copies(letter)), letter.subject, body(letter))
    return tuple(
        MailLink(name, _link(address, names, values), _link(address, names, (*values[:-1], "")), limit)
        for name, (address, names, limit) in _WINDOWS.items()
    )


def _link(address: str, names: tuple[str, ...], values: tuple[str, ...]) -> str:
    given = {name: value for name, value in zip(names, values, strict=True) if value}
    return address + urlencode(given, quote_via=quote, safe="")
