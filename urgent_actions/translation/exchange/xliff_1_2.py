"""XLIFF 1.2, for tools that know no other: a file for each urgent action, a trans-unit for each text."""

from collections.abc import Sequence

from .document import Package, Part, Reading, Refused, State
from .elements import Element, parse, to_bytes
from .inline import Kind, content, tokens
from .limits import NOT_XLIFF
from .markup import Code
from .receiving import Receiver, Segment
from .sending import Languages, Outgoing, check_languages, languages, outgoing

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_KINDS = {"g": Kind.PAIR, "x": Kind.ALONE, "bx": Kind.START, "ex": Kind.END, "mrk": Kind.THROUGH}
_TYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", "br": "lb"}
_WRITTEN = {State.INITIAL: "needs-translation", State.TRANSLATED: "translated", State.REVIEWED: "signed-off"}
_STATES = {
    "new": State.INITIAL,
    "needs-translation": State.INITIAL,
    "needs-adaptation": State.INITIAL,
    "needs-l10n": State.INITIAL,
    "signed-off": State.REVIEWED,
    "final": State.REVIEWED,
}


def write(package: Package) -> bytes:
    """Return the file. Raise Refused where there is nothing to translate, or a text that no file can hold."""
    pair = languages(package)
    files = [_file(part, texts, pair) for part, texts in outgoing(package)]
    return to_bytes(Element("xliff", {"xmlns": NAMESPACE, "version": "1.2"}, [*files]))


def read(data: bytes, expected: Package) -> Reading:
    """Return what the file brings for the expected texts. Raise Refused where it is no such file."""
    document = parse(data)
    root = document.root
    version = root.attributes.get("version", "")
    if root.name != "xliff" or document.namespace != NAMESPACE or version != "1.2":
        raise Refused(NOT_XLIFF, versions="1.2", found=f"{root.name} {version}".strip())
    receiver = Receiver(expected)
    for file in root.elements():
        if file.name != "file":
            continue
        said = file.attributes
        check_languages(
            expected, line=file.line, target=said.get("target-language", ""), source=said.get("source-language", "")
        )
        for unit in file.descendants("trans-unit"):
            receiver.take(_segment(unit, key=said.get("original", "")))
    return receiver.reading()


def _file(part: Part, texts: Sequence[Outgoing], pair: Languages) -> Element:
    attributes = {
        "original": part.key,
        "source-language": pair.source,
        "target-language": pair.target,
        "datatype": "html",
    }
    told = [part.title, part.deadline.isoformat() if part.deadline else ""]
    notes = [Element("note", {}, [each]) for each in told if each]
    body = Element("body", {}, [_unit(text, f"u{number}") for number, text in enumerate(texts, start=1)])
    return Element("file", attributes, [Element("header", {}, [*notes]), body])


def _unit(outgoing_text: Outgoing, identity: str) -> Element:
    text = outgoing_text.text
    attributes = {"id": identity, "resname": text.path, "xml:space": "preserve"}
    if text.max_length is not None:
        attributes |= {"maxwidth": str(text.max_length), "size-unit": "char"}
    if outgoing_text.state is State.REVIEWED:
        attributes["approved"] = "yes"
    unit = Element("trans-unit", attributes)
    unit.children.append(
        Element("source", {}, content(outgoing_text.source, source=outgoing_text.source, render=_code))
    )
    if outgoing_text.target:
        target = content(outgoing_text.target, source=outgoing_text.source, render=_code)
        unit.children.append(Element("target", {"state": _WRITTEN[outgoing_text.state]}, target))
    if text.note:
        unit.children.append(Element("note", {}, [text.note]))
    return unit


def _code(code: Code, number: str) -> Element:
    kind = _TYPES.get(code.tag, f"x-html-{code.tag}")
    return Element("x" if code.tag == "br" else "g", {"id": number, "ctype": kind, "clone": "no"})


def _segment(unit: Element, *, key: str) -> Segment:
    target = unit.find("target")
    return Segment(
        place=(key, unit.attributes.get("resname", "")),
        line=unit.line,
        source=tokens(unit.find("source"), _KINDS),
        target=tokens(target, _KINDS),
        state=_state(target),
    )


def _state(target: Element | None) -> State:
    """Return how far a target is. Most tools write no state, and a target only where somebody translated.

    They also call approved what was only translated, so that says nothing.
    """
    return _STATES.get(target.attributes.get("state", ""), State.TRANSLATED) if target else State.INITIAL
