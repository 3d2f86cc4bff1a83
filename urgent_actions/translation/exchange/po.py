"""PO: one file, whose entries name urgent action and text as their context; rich text is the HTML that it is."""

from collections.abc import Iterator

from .document import Package, Part, Place, Reading, Refused, State
from .limits import NOT_PO
from .po_entries import Entry, entries, to_bytes
from .receiving import Receiver, Segment
from .sending import Languages, Outgoing, check_languages, languages, outgoing


def write(package: Package) -> bytes:
    """Return the file. Raise Refused where there is nothing to translate, or a text that no file can hold."""
    pair = languages(package)
    texts = [_entry(part, text) for part, texts in outgoing(package) for text in texts]
    return to_bytes([_header(pair), *texts])


def read(data: bytes, expected: Package) -> Reading:
    """Return what the file brings for the expected texts. Raise Refused where it is no such file.

    An entry that is marked as fuzzy comes as ``initial``; PO knows no review.
    """
    found = entries(data)
    header = next(found, None)
    if header is None or header.strings.get("msgid") or "msgctxt" in header.strings:
        raise Refused(NOT_PO, line=header.line if header else 1, found=_context(header) if header else "")
    said = dict(_fields(header.strings.get("msgstr", "")))
    check_languages(
        expected, line=header.line, target=said.get("language", ""), source=said.get("x-source-language", "")
    )
    places = {f"{part.key}/{text.path}": (part.key, text.path) for part in expected for text in part.texts}
    receiver = Receiver(expected)
    for entry in found:
        receiver.take(
            Segment(
                place=places.get(_context(entry)) or _foreign(_context(entry)),
                line=entry.line,
                source=entry.strings.get("msgid", ""),
                target=entry.strings.get("msgstr", ""),
                state=State.INITIAL if entry.fuzzy else State.TRANSLATED,
            )
        )
    return receiver.reading()


def _header(pair: Languages) -> Entry:
    fields = {
        "Project-Id-Version": "Urgent actions",
        "Language": pair.target.replace("-", "_"),
        "X-Source-Language": pair.source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return Entry({"msgid": "", "msgstr": "".join(f"{name}: {value}\n" for name, value in fields.items())})


def _entry(part: Part, text: Outgoing) -> Entry:
    told = f"{part.title} ({part.deadline.isoformat()})" if part.deadline else part.title
    return Entry(
        {"msgctxt": f"{part.key}/{text.text.path}", "msgid": text.source_text, "msgstr": text.target_text},
        fuzzy=bool(text.target) and text.state is State.INITIAL,
        notes=[told, text.text.note],
    )


def _context(entry: Entry) -> str:
    return entry.strings.get("msgctxt", "")


def _foreign(context: str) -> Place:
    key, _, path = context.partition("/")
    return key, path


def _fields(header: str) -> Iterator[tuple[str, str]]:
    for line in header.split("\n"):
        name, _, value = line.partition(":")
        yield name.strip().lower(), value.strip()
