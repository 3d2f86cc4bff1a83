"""The zip that a Word file is, opened with care: it is not believed what it says, and only its text comes out."""

from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from ...messages import gettext_noop
from ..document import Unreadable
from .limits import DAMAGED, MOST_ELEMENTS, TOO_DEEP, TOO_HARD

NOT_WORD = gettext_noop("It is an archive, or made by another program than Word: save it as DOCX, or paste its text.")
LOCKED = gettext_noop("It is locked with a password: save it without, or paste its text.")
FORBIDDEN = gettext_noop("It defines entities of its own, as no Word file does: paste its text instead.")

_MOST_PARTS = 2_000
_MOST_BYTES = 30 * 1024 * 1024
_DEEPEST = 150
_ENCRYPTED = 0x1


def text_parts(content: bytes) -> dict[str, bytes]:
    """Return what is XML in a DOCX, by the names of the parts: no picture, no font, no macro.

    Raise Unreadable for what is no DOCX, and for one that is made to do harm.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = _unpacked(archive)
    except BadZipFile as error:
        raise Unreadable(DAMAGED) from error
    for part in parts.values():
        _Checked(part)
    return parts


def packed(parts: dict[str, bytes]) -> BytesIO:
    """Return a zip of ``parts``."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file


def _unpacked(archive: ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if not any(entry.filename.startswith("word/document") for entry in entries):
        raise Unreadable(NOT_WORD)
    if len(entries) > _MOST_PARTS:
        raise Unreadable(TOO_HARD)
    parts, left = {}, _MOST_BYTES
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        if entry.flag_bits & _ENCRYPTED:
            raise Unreadable(LOCKED)
        with archive.open(entry) as file:
            part = file.read(left + 1)
        left -= len(part)
        if left < 0:
            raise Unreadable(TOO_HARD)
        parts[entry.filename] = part
    return parts


class _Checked:
    """Reads XML once before anybody builds a tree of it, and raises Unreadable for what would make that tree grow."""

    def __init__(self, content: bytes) -> None:
        self._depth = self._elements = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise Unreadable(DAMAGED) from error

    def _doctype(self, *_: object) -> None:
        raise Unreadable(FORBIDDEN)

    def _start(self, *_: object) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST:
            raise Unreadable(TOO_DEEP)
        if self._elements > MOST_ELEMENTS:
            raise Unreadable(TOO_HARD)

    def _end(self, *_: object) -> None:
        self._depth -= 1
