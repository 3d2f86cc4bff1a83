"""The grammar of PO files: entries of quoted strings, and what stands around them.

Our own reader, since those at hand open a file where the text names one, and end a line at characters that the texts
of some languages have in the middle.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .document import Refused
from .limits import ENCODING, MOST_BYTES, NOT_PO, TOO_BIG

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_KEYWORD = re.compile(r"(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*(?=\")")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPES = str.maketrans({"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"})


@dataclass(slots=True)
class Entry:
    """An entry: its strings by keyword. ``line`` is that of its first keyword."""

    strings: dict[str, str] = field(default_factory=dict)
    line: int = 0
    fuzzy: bool = False
    notes: list[str] = field(default_factory=list)
    """Only written, never read."""


def entries(data: bytes) -> Iterator[Entry]:
    """Yield the entries of a file, the header first. Raise Refused at the first line that no PO file has."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_BIG, most=MOST_BYTES // 1024 // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(ENCODING) from error
    entry, keyword = Entry(), ""
    for number, raw in enumerate(text.split("\n"), start=1):
        # Not `strip()`: it takes characters that are no space in this grammar.
        line = raw.strip(" \t\r")
        if not line or line.startswith("#"):
            if "msgstr" in entry.strings:
                yield entry
                entry, keyword = Entry(), ""
            entry.fuzzy |= line.startswith("#,") and "fuzzy" in re.split(r"[,\s]+", line)
            continue
        if found := _KEYWORD.match(line):
            if "msgstr" in entry.strings and found[1] in {"msgctxt", "msgid"}:
                yield entry
                entry = Entry()
            keyword, line = found[1], line[found.end() :]
            if keyword in entry.strings:
                raise Refused(NOT_PO, line=number, found=keyword)
            entry.line = entry.line or number
            entry.strings[keyword] = ""
        quoted = _QUOTED.fullmatch(line)
        if not quoted or not keyword:
            raise Refused(NOT_PO, line=number, found=line[:40])
        entry.strings[keyword] += _ESCAPE.sub(lambda found, at=number: _unescaped(found[1], at), quoted[1])
    if "msgid" in entry.strings:
        yield entry


def to_bytes(all_entries: Iterable[Entry]) -> bytes:
    """Return a file in UTF-8."""
    return "\n".join("".join(f"{line}\n" for line in _lines(entry)) for entry in all_entries).encode()


def _unescaped(character: str, line: int) -> str:
    if character not in _ESCAPED:
        raise Refused(NOT_PO, line=line, found=f"\\{character}")
    return _ESCAPED[character]


def _lines(entry: Entry) -> Iterator[str]:
    for note in entry.notes:
        # A note is for reading: whatever some program takes for the end of a line becomes one.
        yield from (f"#. {' '.join(line.split())}" for line in note.splitlines() if line.strip())
    if entry.fuzzy:
        yield "#, fuzzy"
    for keyword, text in entry.strings.items():
        lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        if len(lines) > 1:
            lines = ["", *lines]
        first, *others = lines or [""]
        yield f'{keyword} "{first.translate(_ESCAPES)}"'
        yield from (f'"{line.translate(_ESCAPES)}"' for line in others)
