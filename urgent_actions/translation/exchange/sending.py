"""What goes out, checked and in one form: the same for all formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...codes import usual_language
from .agreement import check_agreement
from .characters import uncarried, with_plain_breaks
from .document import Package, Part, Refused, State, Text
from .limits import MANY_LANGUAGES, NO_LANGUAGE, NOTHING, OTHER_LANGUAGE, OTHER_SOURCE_LANGUAGE, UNCARRIED, UNWRITABLE
from .markup import BadMarkup, Nodes, as_html, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A text as it is written. Plain text is a tree of one string, so that formats with codes treat both alike."""

    text: Text
    source: Nodes
    target: Nodes
    """Empty where there is none, or where its markup is not that of the source: nobody could send it back."""
    state: State

    @property
    def source_text(self) -> str:
        """The source as one string: HTML where it is rich."""
        return self._as_text(self.source)

    @property
    def target_text(self) -> str:
        """The target likewise."""
        return self._as_text(self.target)

    def _as_text(self, nodes: Nodes) -> str:
        return as_html(nodes) if self.text.rich else "".join(str(each) for each in nodes)


@dataclass(frozen=True, slots=True)
class Languages:
    """The pair of languages of a package, as BCP 47 writes them."""

    source: str
    target: str


def languages(package: Package) -> Languages:
    """Return the pair of languages. Raise Refused where there is none, or more than one."""
    pairs = {(usual(part.source_language), usual(part.target_language)) for part in package}
    if not pairs:
        raise Refused(NOTHING)
    if len(pairs) > 1:
        raise Refused(MANY_LANGUAGES, languages=", ".join(f"{source} → {target}" for source, target in sorted(pairs)))
    return Languages(*pairs.pop())


def usual(tag: str) -> str:
    """Return a language tag in the case and with the signs of BCP 47: ``zh-Hans`` for ``zh_hans``."""
    dashed = tag.strip().replace("_", "-")
    return usual_language(dashed) or dashed


def check_languages(expected: Package, *, line: int, target: str, source: str = "") -> None:
    """Raise Refused where a file is between other languages than its texts are expected in.

    A file need not name the source's language: every segment shows it.
    """
    pair = languages(expected)
    if not target:
        raise Refused(NO_LANGUAGE, expected=pair.target)
    if usual(target) != pair.target:
        raise Refused(OTHER_LANGUAGE, line=line, found=target, expected=pair.target)
    if source and usual(source) != pair.source:
        raise Refused(OTHER_SOURCE_LANGUAGE, line=line, found=source, expected=pair.source)


def outgoing(package: Package) -> Sequence[tuple[Part, Sequence[Outgoing]]]:
    """Return the parts that have a text to translate, each with its texts; one without words is left out.

    Raise Refused where there is nothing at all, and where no format could carry a text.
    """
    parts = [(part, list(_texts(part))) for part in package]
    filled = [(part, texts) for part, texts in parts if texts]
    if not filled:
        raise Refused(NOTHING)
    return filled


def _texts(part: Part) -> Iterator[Outgoing]:
    _check_characters(part.key, part.key, part.title)
    for text in part.texts:
        segment = f"{part.key}/{text.path}"
        _check_characters(segment, text.path, text.source, text.target, text.note)
        if not text.source.strip():
            continue
        try:
            source = _nodes(text.source, rich=text.rich)
        except BadMarkup as wrong:
            raise Refused(UNWRITABLE, segment=segment, reason=wrong) from wrong
        target = _target(text, source)
        yield Outgoing(text=text, source=source, target=target, state=text.state if target else State.INITIAL)


def _target(text: Text, source: Nodes) -> Nodes:
    if not text.target.strip():
        return ()
    try:
        target = _nodes(text.target, rich=text.rich)
        if text.rich:
            check_agreement(target, source=source)
    except BadMarkup:
        return ()
    return target


def _nodes(text: str, *, rich: bool) -> Nodes:
    plain = with_plain_breaks(text)
    return parse(plain) if rich else [plain]


def _check_characters(segment: str, *texts: str) -> None:
    for text in texts:
        if found := uncarried(text):
            raise Refused(UNCARRIED, segment=segment, character=found)
