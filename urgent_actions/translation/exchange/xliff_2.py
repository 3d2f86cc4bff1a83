"""XLIFF 2.1: a file for each urgent action, a unit for each text. 2.0, of the same namespace, is read too."""

from collections.abc import Sequence

from ...codes import is_right_to_left
from .document import Package, Part, ProblemKind, Reading, Refused, State
from .elements import Element, parse, to_bytes
from .inline import Kind, content, tokens
from .limits import NOT_XLIFF
from .markup import Code
from .receiving import Receiver, Segment
from .sending import Outgoing, check_languages, languages, outgoing

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
VERSIONS = ("2.0", "2.1")
_SIZES = "urn:oasis:names:tc:xliff:sizerestriction:2.0"

_KINDS = {
    "pc": Kind.PAIR,
    "ph": Kind.ALONE,
    "sc": Kind.START,
    "ec": Kind.END,
    "mrk": Kind.THROUGH,
    "sm": Kind.NOTHING,
    "em": Kind.NOTHING,
}
# What the specification calls these; paragraphs and lists have no name there.
_SUBTYPES = {"b": "xlf:b", "strong": "xlf:b", "i": "xlf:i", "em": "xlf:i", "br": "xlf:lb"}
_STATES = {
    "initial": State.INITIAL,
    "translated": State.TRANSLATED,
    "reviewed": State.REVIEWED,
    "final": State.REVIEWED,
}
_NO_COPIES = {"canCopy": "no", "canDelete": "no"}


def write(package: Package) -> bytes:
    """Return the file. Raise Refused where there is nothing to translate, or a text that no file can hold."""
    pair = languages(package)
    root = {"xmlns": NAMESPACE, "xmlns:slr": _SIZES, "version": "2.1", "srcLang": pair.source, "trgLang": pair.target}
    return to_bytes(
        Element("xliff", root, [_file(part, texts, f"f{n}") for n, (part, texts) in enumerate(outgoing(package), 1)])
    )


def read(data: bytes, expected: Package) -> Reading:
    """Return what the file brings for the expected texts. Raise Refused where it is no such file."""
    document = parse(data)
    root = document.root
    version = root.attributes.get("version", "")
    if root.name != "xliff" or document.namespace != NAMESPACE or version not in VERSIONS:
        raise Refused(NOT_XLIFF, versions="2.1", found=f"{root.name} {version}".strip())
    check_languages(
        expected, line=root.line, target=root.attributes.get("trgLang", ""), source=root.attributes.get("srcLang", "")
    )
    receiver = Receiver(expected)
    for file in root.elements():
        if file.name == "file":
            for unit in file.descendants("unit"):
                receiver.take(_segment(unit, key=file.attributes.get("original", "")))
    return receiver.reading()


def _file(part: Part, texts: Sequence[Outgoing], identity: str) -> Element:
    notes = [Element("note", {"category": "title"}, [part.title])] if part.title else []
    if part.deadline:
        notes.append(Element("note", {"category": "deadline"}, [part.deadline.isoformat()]))
    attributes = {
        "id": identity,
        "original": part.key,
        "canResegment": "no",
        "srcDir": _direction(part.source_language),
        "trgDir": _direction(part.target_language),
    }
    children: list[Element | str] = [Element("slr:profiles", {"generalProfile": "xliff:codepoints"})]
    if notes:
        children.append(Element("notes", {}, [*notes]))
    return Element("file", attributes, [*children, *(_unit(text, f"u{n}") for n, text in enumerate(texts, 1))])


def _unit(outgoing_text: Outgoing, identity: str) -> Element:
    text = outgoing_text.text
    attributes = {"id": identity, "name": text.path, "xml:space": "preserve"}
    if text.max_length is not None:
        attributes["slr:sizeRestriction"] = str(text.max_length)
    originals: dict[str, str] = {}

    def render(code: Code, number: str) -> Element:
        return _code(code, number, originals)

    source = content(outgoing_text.source, source=outgoing_text.source, render=render)
    segment = Element("segment", {"state": outgoing_text.state.value}, [Element("source", {}, source)])
    if outgoing_text.target:
        target = content(outgoing_text.target, source=outgoing_text.source, render=render)
        segment.children.append(Element("target", {}, target))
    unit = Element("unit", attributes)
    if text.note:
        unit.children.append(Element("notes", {}, [Element("note", {}, [text.note])]))
    if originals:
        unit.children.append(
            Element("originalData", {}, [Element("data", {"id": name}, [tag]) for tag, name in originals.items()])
        )
    unit.children.append(segment)
    return unit


def _code(code: Code, number: str, originals: dict[str, str]) -> Element:
    def reference(tag: str) -> str:
        return originals.setdefault(tag, f"d{len(originals) + 1}")

    kind = (
        {"type": "link"} if code.tag == "a" else {"type": "fmt", "subType": _SUBTYPES.get(code.tag, f"html:{code.tag}")}
    )
    if code.tag == "br":
        return Element("ph", {"id": number, **_NO_COPIES, **kind, "dataRef": reference(code.opening)})
    ends = {"dataRefStart": reference(code.opening), "dataRefEnd": reference(code.closing)}
    return Element("pc", {"id": number, **_NO_COPIES, **kind, **ends})


def _segment(unit: Element, *, key: str) -> Segment:
    place = (key, unit.attributes.get("name", ""))
    segments = [each for each in unit.elements() if each.name in {"segment", "ignorable"}]
    if len(segments) != 1:
        return Segment(place=place, line=unit.line, problem=ProblemKind.SPLIT)
    found = segments[0]
    return Segment(
        place=place,
        line=unit.line,
        source=tokens(found.find("source"), _KINDS),
        target=tokens(found.find("target"), _KINDS),
        state=_STATES.get(found.attributes.get("state", "initial"), State.INITIAL),
    )


def _direction(language: str) -> str:
    return "rtl" if is_right_to_left(language) else "ltr"
