"""The formats by name, and the format of a file that came back."""

from collections.abc import Callable
from dataclasses import dataclass

from . import po, xliff_1_2, xliff_2
from .document import Package, Reading, Refused
from .elements import parse
from .limits import NOT_XLIFF, UNKNOWN_FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format. ``name`` is what addresses and commands call it, ``label`` what people do."""

    name: str
    label: str
    extension: str
    media_type: str
    write: Callable[[Package], bytes]
    read: Callable[[bytes, Package], Reading]


PO = Format(
    name="po", label="PO", extension="po", media_type="text/x-gettext-translation", write=po.write, read=po.read
)
XLIFF_2 = Format(
    name="xliff-2.1",
    label="XLIFF 2.1",
    extension="xlf",
    media_type="application/xliff+xml",
    write=xliff_2.write,
    read=xliff_2.read,
)
XLIFF_1_2 = Format(
    name="xliff-1.2",
    label="XLIFF 1.2",
    extension="xlf",
    media_type="application/x-xliff+xml",
    write=xliff_1_2.write,
    read=xliff_1_2.read,
)

FORMATS = {each.name: each for each in (XLIFF_2, XLIFF_1_2, PO)}


def format_of(data: bytes) -> Format:
    """Return the format that a file is in, by what it says and not by its name. Raise Refused where it is none."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return _xliff(data)
    if b"msgid" in data:
        return PO
    raise Refused(UNKNOWN_FORMAT, formats=_labels())


def read(data: bytes, expected: Package) -> Reading:
    """Return what a file brings for the expected texts, whichever format it is in. Raise Refused as the formats do."""
    return format_of(data).read(data, expected)


def _xliff(data: bytes) -> Format:
    document = parse(data)
    root = document.root
    version = root.attributes.get("version", "")
    if root.name != "xliff":
        raise Refused(UNKNOWN_FORMAT, formats=_labels())
    if document.namespace == xliff_2.NAMESPACE and version in xliff_2.VERSIONS:
        return XLIFF_2
    if document.namespace == xliff_1_2.NAMESPACE and version == "1.2":
        return XLIFF_1_2
    raise Refused(NOT_XLIFF, versions="2.1, 1.2", found=f"{root.name} {version}".strip())


def _labels() -> str:
    return ", ".join(each.label for each in FORMATS.values())
