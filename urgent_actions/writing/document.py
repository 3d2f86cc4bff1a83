"""The urgent action itself as a file, for those who pass it around."""

from ..letters.letter import Paper
from ..letters.paper.document import document
from ..letters.placeholders import STILL_TO_FILL, unfilled
from ..letters.refusal import Unfilled
from .appeal import Appeal
from .files import CONTENT_TYPES, File, Form, Print


def document_of(appeal: Appeal, form: Form, *, paper: Paper, print_: Print) -> File:
    """Return the urgent action as PDF or DOCX; see ``file_of`` for what is raised."""
    ua = appeal.urgent_action
    if found := tuple(unfilled("\n".join(ua.letter.texts), language=ua.language)):
        raise Unfilled("", STILL_TO_FILL, placeholders=", ".join(found))
    if form is Form.DOCX:
        # Without python-docx it cannot be imported, and the PDF is made.
        from ..letters.paper.document_docx import document_docx

        content = document_docx(ua, url=appeal.url, report_url=appeal.report_url, paper=paper)
    else:
        content = print_(document(ua, url=appeal.url, report_url=appeal.report_url, paper=paper))
    return File(
        content=content, content_type=CONTENT_TYPES[form], name=f"{appeal.file_name}-{ua.language}.{form.value}"
    )
