"""What a file is: told by how it begins, since its name may be wrong."""

import re
from enum import Enum
from pathlib import PurePath

from ...messages import gettext_noop
from ..document import Unreadable
from .encoding import NOT_TEXT, decode

OLD_WORD = gettext_noop(
    "It is a file of an old Office program, or one locked with a password: save it as DOCX without, or paste its text."
)
RICH_TEXT = gettext_noop("It is a file in Rich Text Format: save it as DOCX, or paste its text.")
PICTURE = gettext_noop("It is a picture, and no text: ask for the document itself, or type its text.")
LIE = gettext_noop("By its name it is a %(said)s file, but it is a %(found)s file: ask whoever sent it what it is.")


class Kind(Enum):
    """The kinds of files that can be read, by how the names of such files end."""

    TEXT = ".txt"
    HTML = ".html"
    MAIL = ".eml"
    DOCX = ".docx"
    PDF = ".pdf"


_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (b"{\\rtf", RICH_TEXT),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"RIFF", PICTURE),
    (b"\x1f\x8b", NOT_TEXT),
    (b"7z\xbc\xaf", NOT_TEXT),
    (b"Rar!", NOT_TEXT),
)
_BY_NAME = {kind.value: kind for kind in Kind} | {".htm": Kind.HTML, ".md": Kind.TEXT}
# So much of a file tells what it is.
_HEAD = 8192
_WRITTEN = frozenset({Kind.TEXT, Kind.HTML, Kind.MAIL})
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|\?xml\b|(?:html|head|body|title|meta|div|p|h[1-6]|table|article)\b)",
    re.IGNORECASE | re.DOTALL,
)
# Headers that mail programs write. That people paste From, Date and Subject above a text makes no mail of it.
_OF_MAIL = frozenset({b"mime-version", b"received", b"message-id", b"return-path", b"delivered-to"})
_HEADER = re.compile(rb"([!-9;-~]+):")


def kind_of(content: bytes, *, name: str = "") -> Kind:
    """Return what the file is. Raise Unreadable for a kind that is not read, and for a name that tells a lie.

    The written kinds are one family: HTML in a file that is called .txt is read as HTML.
    """
    for beginning, sentence in _REFUSED:
        if content.startswith(beginning):
            raise Unreadable(sentence)
    found = _found(content)
    said = _BY_NAME.get(PurePath(name).suffix.lower(), found)
    if said is not found and not {said, found} <= _WRITTEN:
        if found in _WRITTEN:
            # It may be nothing at all, like a file of which the beginning is lost.
            decode(content)
        raise Unreadable(LIE, said=said.value, found=found.value)
    return found


def kind_of_text(text: str) -> Kind:
    """Return whether a text is that of an HTML page, or to be read as it is."""
    return Kind.HTML if _PAGE.match(text[:_HEAD]) else Kind.TEXT


def _found(content: bytes) -> Kind:
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith((b"PK\3\4", b"PK\5\6")):
        return Kind.DOCX
    head = content[:_HEAD]
    if _is_mail(head):
        return Kind.MAIL
    return kind_of_text(head.decode("utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "replace"))


def _is_mail(head: bytes) -> bool:
    for line in head.splitlines():
        header = _HEADER.match(line)
        if header and header[1].lower() in _OF_MAIL:
            return True
        if not header and not line.startswith((b" ", b"\t", b"From ")):
            return False
    return False
