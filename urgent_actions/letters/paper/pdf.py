"""A document of sheets as PDF: tagged for screen readers (PDF/UA), its fonts embedded, nothing loaded."""

from typing import Any

from .unavailable import PaperUnavailable

VARIANT = "pdf/ua-1"


def pdf(html: str) -> bytes:
    """Return the PDF of a document of sheets; the same document always gives the same bytes.

    Raise PaperUnavailable where WeasyPrint or its libraries are missing.
    """
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise PaperUnavailable("PDF needs WeasyPrint and Pango: install wagtail-urgent-actions[pdf].") from error
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    document: Any = weasyprint.HTML(string=html, url_fetcher=nothing)
    written: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=b"urgent-actions")
    return written
