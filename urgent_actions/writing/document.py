"""The urgent action itself as a file, for those who pass it around."""

from ..letters.letter import Paper
from ..letters.paper.document import document
from .appeal import Appeal
from .files import CONTENT_TYPES, File, Form
from .printed import printed


def document_of(appeal: Appeal, form: Form, *, paper: Paper) -> File:
    """Return the urgent action as PDF or DOCX; raise PaperUnavailable where this server makes no such file."""
    ua = appeal.urgent_action
    if form is Form.DOCX:
        # Without python-docx it cannot be imported, and the PDF is made.
        from ..letters.paper.document_docx import document_docx

        content = document_docx(ua, url=appeal.url, report_url=appeal.report_url, paper=paper)
    else:
        content = printed(document(ua, url=appeal.url, report_url=appeal.report_url, paper=paper))
    number = f"{ua.ua_number.serial}-{ua.ua_number.year:02d}" if ua.ua_number else str(appeal.id)
    return File(content=content, content_type=CONTENT_TYPES[form], name=f"ua-{number}-{ua.language}.{form.value}")
