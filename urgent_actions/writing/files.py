"""Letters as files: which forms there are, and how each is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..letters.letter import Channel, Letter, Paper
from ..letters.paper.fax import fax
from ..letters.paper.kit import Cover, kit
from ..letters.paper.sheets import sheets
from ..letters.refusal import LetterRefused
from ..letters.render.eml import eml
from ..letters.render.html import html
from ..letters.render.spoken import script
from ..letters.render.text import text
from .letters import Offer


class Form(StrEnum):
    """A form of letters as a file."""

    TEXT = "text"
    HTML = "html"
    EML = "eml"
    PDF = "pdf"
    DOCX = "docx"
    KIT = "kit"


CONTENT_TYPES = {
    Form.TEXT: "text/plain; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.EML: "message/rfc822",
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.KIT: "application/pdf",
}
_ENDINGS = {Form.TEXT: "txt", Form.HTML: "html", Form.EML: "eml", Form.DOCX: "docx"}


Print = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file with its type, and a name that says what it is and nothing of who wrote it."""

    content: bytes
    content_type: str
    name: str


def file_of(offer: Offer, form: Form, *, paper: Paper, print_: Print) -> File:
    """Return the letters of ``offer`` as a file, of each target one; ``print_`` makes a PDF of a document of sheets.

    Raise LetterRefused where the form does not fit the letters, and PaperUnavailable or PaperBusy where this server
    makes no such file, or not now.
    """
    ending = _ENDINGS.get(form, "pdf")
    kind = "kit" if form is Form.KIT else "letters"
    return File(
        content=_MAKERS[form](offer, paper, print_),
        content_type=CONTENT_TYPES[form],
        name=f"{offer.appeal.file_name}-{kind}-{offer.written.urgent_action.language}.{ending}",
    )


def _as_text(offer: Offer, paper: Paper, print_: Print) -> bytes:
    written = (script(each) if each.channel is Channel.PHONE else text(each) for each in _one_each(offer.letters))
    return "\f\n".join(written).encode()


def _as_html(offer: Offer, paper: Paper, print_: Print) -> bytes:
    return "\n".join(map(html, _one_each(offer.letters))).encode()


def _as_eml(offer: Offer, paper: Paper, print_: Print) -> bytes:
    by_email = [letter for letter in offer.letters if letter.channel is Channel.EMAIL]
    if len(by_email) != 1:
        raise LetterRefused("target", "A message goes to one target: choose one that is reached by e-mail.")
    return eml(by_email[0])


def _as_pdf(offer: Offer, paper: Paper, print_: Print) -> bytes:
    on_paper = _on_paper(offer)
    if all(letter.channel is Channel.FAX for letter in on_paper):
        return print_(fax(on_paper, paper=paper))
    return print_(sheets(on_paper, paper=paper))


def _as_docx(offer: Offer, paper: Paper, print_: Print) -> bytes:
    # Without python-docx it cannot be imported, and all other forms are made.
    from ..letters.paper.letter_docx import letter_docx

    return letter_docx(_on_paper(offer), paper=paper)


def _as_kit(offer: Offer, paper: Paper, print_: Print) -> bytes:
    posted = [letter for letter in offer.letters if letter.channel is Channel.POST]
    if not posted:
        raise LetterRefused("channel", "No target is reached by post from there.")
    written = offer.written
    number = written.urgent_action.ua_number
    cover = Cover(
        headline=written.urgent_action.headline,
        ua_number=str(number) if number else "",
        ordinal=written.urgent_action.ordinal,
        deadline=written.urgent_action.deadline,
        url=written.url,
        report_url=written.report_url,
    )
    return print_(kit(posted, cover, paper=paper))


def _on_paper(offer: Offer) -> list[Letter]:
    """Return the letters that go on paper, of each target one; raise LetterRefused where there is none."""
    found = _one_each(each for each in offer.letters if each.channel in (Channel.POST, Channel.FAX))
    if not found:
        raise LetterRefused("channel", "On paper a letter goes by post or by fax: no target is reached so.")
    return found


def _one_each(letters: Iterable[Letter]) -> list[Letter]:
    """Return the first letter to each target, which is by post where that reaches it."""
    first: dict[str, Letter] = {}
    for letter in letters:
        first.setdefault(letter.target_id, letter)
    return list(first.values())


_MAKERS: Mapping[Form, Callable[[Offer, Paper, Print], bytes]] = {
    Form.TEXT: _as_text,
    Form.HTML: _as_html,
    Form.EML: _as_eml,
    Form.PDF: _as_pdf,
    Form.DOCX: _as_docx,
    Form.KIT: _as_kit,
}
