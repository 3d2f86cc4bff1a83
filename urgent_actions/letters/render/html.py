"""A letter as HTML: a piece for a page or for a sheet of paper, in which nothing but our own markup is markup."""

from xml.etree.ElementTree import Element

from ..letter import Letter
from ..phrases import spoken_phrases
from .elements import element, in_language, lines, paragraphs, written

# From so many lines on, the address is set smaller, or it would not fit the window of the envelope.
DENSE, DENSEST = 6, 8
WIDE = 42
"""Signs of the usual width that a line of the window holds; a longer one takes two."""


def html(letter: Letter) -> str:
    """Return the letter as one ``article``."""
    return written(article(letter))


def article(letter: Letter, *, copy_for: str = "", address: tuple[str, ...] | None = None) -> Element:
    """Return the letter as an element; ``copy_for`` and ``address``: the line on a copy, and where that goes."""
    words = spoken_phrases(letter.language)
    where = letter.address if address is None else address
    high = sum(-(-len(line) // WIDE) for line in where)
    dense = " densest" if high >= DENSEST else " dense" if high >= DENSE else ""
    return element(
        "article",
        element(
            "div",
            element("div", lines("p", letter.sender), class_="sender"),
            element("div", lines("p", where, class_="address", translate="no"), class_=f"window{dense}"),
            class_="envelope",
            dir="ltr",
        ),
        element("p", letter.place_and_date, class_="date") if letter.place_and_date else None,
        element("p", copy_for, class_="copy-for") if copy_for else None,
        element("p", letter.forward, class_="forward") if letter.forward else None,
        element("h1", letter.subject, class_="subject"),
        *paragraphs([letter.salutation], class_="salutation"),
        *paragraphs(letter.paragraphs),
        *paragraphs([letter.asks_introduction], class_="introduction"),
        element("ul", *(element("li", ask) for ask in letter.asks)) if letter.asks else None,
        *paragraphs(letter.closing),
        _end(letter),
        *(element("p", words.label("letter.copies_to", each.name), class_="copies") for each in letter.copies),
        element("p", words.label("letter.postscript", letter.postscript), class_="postscript")
        if letter.postscript
        else None,
        class_="letter",
        **in_language(letter.language),
    )


def _end(letter: Letter) -> Element:
    """Return sign-off and signature, with room to sign by hand between them."""
    signature = paragraphs([letter.signature], class_="signature")
    return element("div", *paragraphs([letter.sign_off]), element("div", class_="hand"), *signature, class_="end")
