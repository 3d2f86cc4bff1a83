"""A fax: a cover sheet, then the letter."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..compose import in_words
from ..direction import direction
from ..letter import Letter, Paper
from ..phrases import spoken_phrases
from ..render.elements import element
from ..render.html import article
from .sheets import sheet_document


def fax(letters: Sequence[Letter], *, paper: Paper) -> str:
    """Return for each letter a cover sheet with the numbers of its target, and the letter itself."""
    first = letters[0]
    return sheet_document(
        [sheet for letter in letters for sheet in (_cover(letter), article(letter))],
        title=first.subject,
        language=first.language,
        paper=paper,
        styles=("letter", "kit"),
    )


def _cover(letter: Letter) -> Element:
    words = spoken_phrases(letter.language)
    numbers = ", ".join(contact.value for contact in letter.contacts)
    rows = (
        ("to", letter.addressee),
        ("number", numbers),
        ("from", ", ".join(letter.sender)),
        ("date", in_words(letter.on, letter.language)),
        ("pages", ""),
        ("concerning", letter.names),
    )
    table = [
        element("tr", element("th", words.say(f"fax.{name}"), scope="row"), element("td", value, dir=direction(value)))
        for name, value in rows
    ]
    return element("section", element("h1", words.say("fax.title")), element("table", *table), class_="cover fax")
