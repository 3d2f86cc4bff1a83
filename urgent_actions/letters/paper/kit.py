"""The print kit: all that a group needs for an evening of letters, as one document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from ..compose import in_words
from ..letter import Letter, Note, Paper
from ..phrases import Phrases, spoken_phrases
from ..render.elements import element, lines
from ..render.html import article
from .sheets import sheet_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the group leader has to know: of what it is, until when, and where to look before anything is sent."""

    headline: str
    ua_number: str
    ordinal: int | None
    deadline: date | None
    url: str
    report_url: str


def kit(letters: Sequence[Letter], cover: Cover, *, paper: Paper) -> str:
    """Return cover page, letters, copies with their addresses, and address labels, in the letters' language."""
    language = letters[0].language
    words = spoken_phrases(language)
    copies = [
        article(letter, copy_for=words.say("letter.copy", name=letter.addressee), address=copy.address)
        for letter in letters
        for copy in letter.copies
        if copy.address
    ]
    content = [
        _cover(cover, words, letters, copies=len(copies), language=language),
        *map(article, letters),
        *copies,
        _labels(letters, words),
    ]
    title = f"{words.say('kit.title')}: {cover.headline}"
    return sheet_document(content, title=title, language=language, paper=paper, styles=("letter", "kit"))


def envelopes(letters: Iterable[Letter]) -> tuple[tuple[str, ...], ...]:
    """Return the addresses of all envelopes: a target or a mission has one for each letter that it gets."""
    return tuple(
        block for letter in letters for block in (letter.address, *(copy.address for copy in letter.copies)) if block
    )


def _cover(cover: Cover, words: Phrases, letters: Sequence[Letter], *, copies: int, language: str) -> Element:
    parts = [f"{words.say('kit.letters')}: {len(letters)}", f"{words.say('kit.labels')}: {len(envelopes(letters))}"]
    if copies:
        parts.insert(1, f"{words.say('kit.copies')}: {copies}")
    number = words.say("document.numbered", number=cover.ua_number, ordinal=cover.ordinal) if cover.ordinal else ""
    until = words.say("kit.until", date=in_words(cover.deadline, language)) if cover.deadline else ""
    return element(
        "section",
        element("p", f"{words.say('kit.title')} · {number or cover.ua_number}"),
        element("h1", cover.headline),
        element("p", until, class_="until") if until else None,
        element("p", words.say("kit.check")) if cover.url else None,
        element("p", cover.url, class_="place", dir="ltr") if cover.url else None,
        element("p", words.say("document.safety"), class_="notice") if Note.WRITER_SAFETY in letters[0].notes else None,
        element("h2", words.say("kit.contents")),
        element("ul", *(element("li", part) for part in parts)),
        element("ul", *(element("li", words.say(f"kit.{each}")) for each in ("sign", "window"))),
        element("p", words.say("kit.report")) if cover.report_url else None,
        element("p", cover.report_url, class_="place", dir="ltr") if cover.report_url else None,
        class_="cover",
    )


def _labels(letters: Iterable[Letter], words: Phrases) -> Element:
    labels = (element("div", lines("p", block), class_=_label(block), translate="no") for block in envelopes(letters))
    return element("section", element("h2", words.say("kit.labels")), *labels, class_="labels")


def _label(block: tuple[str, ...]) -> str:
    """Return the class of a label: what is long is set smaller, since a label does not grow."""
    high = sum(-(-len(line) // 36) for line in block)
    return "label densest" if high > 10 else "label dense" if high > 7 else "label"
