"""``/{id}/document/``: the urgent action itself on paper."""

from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from tests import factories
from tests.api.v1.letters import get, writable

pytestmark = pytest.mark.django_db


def test_it_is_a_pdf_with_its_whole_anatomy(client: Client) -> None:
    response = get(client, writable(title="Teacher in danger"), "document/")
    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="ua-44-26-en.pdf"',
    )
    words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    parts = ("Urgent action", "Teacher in danger", "UA 44/26", "Take action", "Targets", "Sample letter", "Spanish")
    assert [part for part in parts if part not in words] == []


def test_it_is_a_word_file(client: Client) -> None:
    response = get(client, writable(title="Teacher in danger"), "document/", format="docx")
    assert response["Content-Disposition"] == 'attachment; filename="ua-44-26-en.docx"'
    assert Document(BytesIO(response.content)).paragraphs[1].text == "Teacher in danger"


def test_it_shows_initials_and_no_name(client: Client) -> None:
    page = writable(title="Somebody in danger", persons=[{"name": "Quuxa Grault", "use_initials": True}])
    words = "\n".join(p.extract_text() for p in PdfReader(BytesIO(get(client, page, "document/").content)).pages)
    assert "Q. G." in words
    assert "Quuxa" not in words


def test_one_that_is_no_longer_there_is_gone(client: Client) -> None:
    page = writable()
    page.unpublish()
    assert get(client, page, "document/").status_code == 410


def test_a_draft_has_none(client: Client) -> None:
    assert get(client, factories.draft(), "document/").status_code == 404
