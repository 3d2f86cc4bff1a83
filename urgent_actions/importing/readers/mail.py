"""An e-mail: of its parts the one that is to be read. Its headers are about the mail, and not of the urgent action."""

import re
from email import message_from_bytes
from email.message import Message

from ...messages import gettext_noop
from ..document import Line, Unreadable
from .encoding import decode
from .html import add_html
from .limits import NO_TEXT, TOO_DEEP
from .lines import Lines
from .text import add_text

ATTACHED = gettext_noop("The e-mail has no text of its own: hand over the document that is attached to it.")

# A text shorter than this says "your program cannot show this mail" where there is HTML beside it.
_SHORT = 200
_FLOWED = re.compile(r" \r?\n(?!>|\r?\n|-- \r?\n)")


def read_mail(content: bytes) -> list[Line]:
    """Return the lines of the best part: the longest plain text, or the HTML where that says next to nothing.

    Raise Unreadable for a mail without text.
    """
    try:
        every = [part for part in message_from_bytes(content).walk() if not part.is_multipart()]
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    parts = [part for part in every if part.get_content_disposition() != "attachment"]
    plain = max((_text(part) for part in parts if part.get_content_type() == "text/plain"), key=len, default="")
    page = max((part for part in parts if part.get_content_type() == "text/html"), key=_length, default=None)
    lines = Lines()
    if page is not None and len(plain.strip()) < _SHORT:
        add_html(lines, _content(page), declared=page.get_content_charset(""))
    else:
        add_text(lines, plain)
    if not lines.read:
        raise Unreadable(ATTACHED if len(parts) < len(every) else NO_TEXT)
    return lines.read


def _text(part: Message) -> str:
    text = decode(_content(part), declared=part.get_content_charset(""))
    if part.get_param("format") != "flowed":
        return text
    # A space at the end of a line says that the paragraph goes on in the next one.
    return _FLOWED.sub("" if part.get_param("delsp") == "yes" else " ", text)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _length(part: Message) -> int:
    return len(_content(part))
