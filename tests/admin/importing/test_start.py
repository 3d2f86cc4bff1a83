from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.admin.desk import member, messages, outsider, soup, words
from tests.admin.importing.reading import REVIEW, SAMPLE, START, paste, place, upload
from urgent_actions.importing.readers import MOST_BYTES
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    place()
    return member("Editors")


def test_the_menu_leads_to_the_import_beside_the_urgent_actions(editor: Client) -> None:
    assert START in editor.get("/admin/").content.decode()


@pytest.mark.parametrize("role", ["Coordinators"])
def test_who_may_add_nothing_is_not_led_there_and_not_let_in(role: str) -> None:
    place()
    client = member(role)
    assert START not in client.get("/admin/").content.decode()
    assert client.get(START)["Location"] == "/admin/"
    assert client.post(START, {"text": SAMPLE})["Location"] == "/admin/"
    assert client.post(REVIEW, {})["Location"] == "/admin/"


def test_an_outsider_is_not_let_in() -> None:
    place()
    assert outsider().get(START)["Location"] == "/admin/"


def test_only_lists_below_which_the_user_may_add_are_offered(editor: Client) -> None:
    elsewhere = factories.index_page_of(factories.section())
    limited = member(None)
    assert len(soup(limited.get(START)).select("#id_place option")) == 2
    response = editor.post(START, {"text": SAMPLE, "place": elsewhere.pk + 1000})
    assert "Select a valid choice" in messages(response)


def test_a_pasted_text_is_shown_beside_what_was_read_of_it(editor: Client) -> None:
    page = soup(paste(editor))
    assert page.select_one("#id_headline")["value"] == "SAMPLE TEACHER THREATENED AGAIN"
    assert "threatened on 3 May 2026" in words(page.select_one("#line-3"))


def test_a_file_is_read_as_a_text_is(editor: Client) -> None:
    page = soup(upload(editor, SAMPLE.encode()))
    assert page.select_one("#id_ua_number")["value"] == "801/26"
    assert words(page.select_one("#document h2")) == "The document sample.txt"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a file, or paste the text below."),
        ({"text": "   "}, "Choose a file, or paste the text below."),
        ({"text": "x" * 300_001}, "at most 300000 characters"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(editor: Client, sent: dict[str, Any], said: str) -> None:
    response = editor.post(START, {"place": place(), **sent})
    assert said in messages(response)


def test_an_empty_file_is_told(editor: Client) -> None:
    assert "There is nothing in it." in messages(upload(editor, b""))


def test_a_file_and_a_text_are_one_too_many(editor: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("sample.txt", SAMPLE.encode())
    response = editor.post(START, {"place": place(), "text": SAMPLE, "file": file})
    assert "Choose a file or paste a text, not both." in messages(response)


def test_a_file_that_is_too_big_is_dropped_and_told(editor: Client) -> None:
    response = upload(editor, b"x" * (MOST_BYTES + 1))
    assert "It is bigger than any urgent action: nothing of it was read." in messages(response)


def test_an_upload_never_gets_to_a_disk(editor: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert upload(editor, SAMPLE.encode() + b" " * 4_000_000).status_code == 200


def test_a_request_of_another_site_is_refused(editor: Client) -> None:
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = editor.cookies
    response = careful.post(START, {"place": place(), "text": SAMPLE})
    assert response.status_code == 403


def test_nothing_is_kept_of_a_document_that_was_handed_over(editor: Client) -> None:
    from django.contrib.sessions.models import Session

    response = paste(editor)
    assert response["Cache-Control"] == "no-store" or "no-store" in response["Cache-Control"]
    assert not UrgentActionPage.objects.exists()
    assert all("Sample" not in str(session.get_decoded()) for session in Session.objects.all())


def test_to_ask_for_the_review_without_a_document_leads_to_the_beginning(editor: Client) -> None:
    assert editor.get(REVIEW)["Location"] == START
