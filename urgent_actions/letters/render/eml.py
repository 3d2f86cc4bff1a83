"""A letter as a message file, which mail programs open as a draft."""

from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from ..letter import Letter
from .mailto import copies
from .text import text

# As printable text, so that whoever opens the file without a mail program can read it where the script allows.
_POLICY = SMTP.clone(cte_type="7bit")


def eml(letter: Letter) -> bytes:
    """Return an unsent message to all addresses of the target, without sender and date: the mail program adds them."""
    others = copies(letter)
    # An address in another script has no form in older headers (RFC 6532).
    is_plain = "".join([*letter.emails, *others]).isascii()
    message = EmailMessage(policy=_POLICY if is_plain else SMTPUTF8)
    message["To"] = ", ".join(letter.emails)
    if others:
        message["Cc"] = ", ".join(others)
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"
    message.set_content(text(letter))
    return message.as_bytes()
