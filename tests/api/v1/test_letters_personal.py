"""Letters with the writer's own words: used for the answer, and kept nowhere."""

import logging
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter

from tests.api.v1.conftest import ROOT
from tests.api.v1.letters import post, writable

pytestmark = pytest.mark.django_db

WORDS = {"name": "Zyxwer Writer", "place": "Quuxtown", "paragraph": "Grault is a word of mine."}


def test_the_words_stand_in_the_letter(client: Client) -> None:
    item = post(client, writable(), **WORDS, channel="post").json()["items"][0]
    assert (item["signature"], item["sender"]) == ("Zyxwer Writer", ["Zyxwer Writer", "Quuxtown"])
    assert item["place_and_date"] == "Quuxtown, June 15, 2026"
    assert item["closing"] == ["Grault is a word of mine."]


@pytest.mark.parametrize("form", ["json", "text", "html", "eml", "pdf", "docx", "kit"])
def test_no_cache_keeps_it(client: Client, form: str) -> None:
    page = writable()
    response = post(client, page, **WORDS, format=form)
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert "ETag" not in response
    plain = client.get(f"{ROOT}{page.pk}/letters/", {"format": form})
    assert b"Zyxwer" not in plain.content


def test_nothing_of_it_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    page = writable()
    with caplog.at_level(logging.DEBUG):
        post(client, page, **WORDS)
        post(client, page, **{**WORDS, "name": "Zyxwer\r\nBcc: x@example.org"})
        post(client, page, **WORDS, channel="pigeon")
    assert [record.getMessage() for record in caplog.records if "Zyxwer" in record.getMessage()] == []
    assert "Grault" not in caplog.text


def test_nothing_of_it_is_stored(client: Client, django_assert_max_num_queries: Any) -> None:
    page = writable()
    with django_assert_max_num_queries(12) as captured:
        post(client, page, **WORDS, format="pdf")
    assert [each["sql"] for each in captured if not each["sql"].startswith("SELECT")] == []
    assert [each["sql"] for each in captured if "Zyxwer" in each["sql"] or "Quux" in each["sql"]] == []


@pytest.mark.parametrize(
    ("words", "parameter"),
    [
        ({"paragraph": "x" * 50_000}, "paragraph"),
        ({"name": "Example\r\nBcc: all@example.org"}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"place": "bell \x07"}, "place"),
        ({"paragraph": "I am [YOUR NAME]."}, "paragraph"),
        ({"email": "me@example.org"}, "email"),
        ({"channel": "pigeon"}, "channel"),
        ({"target": "nobody"}, "target"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(client: Client, words: dict[str, str], parameter: str) -> None:
    response = post(client, writable(), **words)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["parameter"] == parameter
    assert response["Cache-Control"] == "no-store"


def test_markup_and_turned_text_are_made_harmless(client: Client) -> None:
    item = post(client, writable(), name="<b>\u202eA</b>", paragraph="<script>alert(1)</script>").json()["items"][0]
    assert item["signature"] == "<b>A</b>"
    assert "<script>" not in item["html"]
    assert "&lt;script&gt;" in item["html"]


def test_too_much_is_refused(client: Client) -> None:
    body = f'{{"name": "x"{" " * 40_000}}}'
    response = client.post(f"{ROOT}{writable().pk}/letters/", body, content_type="application/json")
    assert (response.status_code, response.json()["detail"]) == (413, "That is too much text.")


@pytest.mark.parametrize("body", ["", "[]", "nonsense", '{"name": 5}', '{"name": null}'])
def test_what_is_no_question_is_refused(client: Client, body: str) -> None:
    response = client.post(f"{ROOT}{writable().pk}/letters/", body, content_type="application/json")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


def test_a_browser_on_another_site_may_post(client: Client) -> None:
    page = writable()
    asked = client.options(
        f"{ROOT}{page.pk}/letters/",
        headers={"Origin": "https://front.example.org", "Access-Control-Request-Headers": "content-type"},
    )
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS, POST"
    assert asked["Access-Control-Allow-Headers"] == "content-type"
    assert post(client, page, **WORDS)["Access-Control-Allow-Origin"] == "*"


def test_a_form_on_another_page_cannot_post(client: Client) -> None:
    response = client.post(f"{ROOT}{writable().pk}/letters/", '{"format": "html"}', content_type="text/plain")
    assert (response.status_code, response["Content-Type"]) == (415, "application/problem+json")


def test_what_stands_in_the_address_is_refused_and_not_ignored(client: Client) -> None:
    response = client.post(f"{ROOT}{writable().pk}/letters/?site=x", WORDS, content_type="application/json")
    assert (response.status_code, response.json()["parameter"]) == (400, "site")


def test_the_words_are_in_no_error_report(client: Client, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("on purpose")

    page = writable()
    monkeypatch.setattr("urgent_actions.api.v1.letters.offer", fails)
    with pytest.raises(RuntimeError) as caught:
        post(client, page, **WORDS)
    trace = caught.tb
    # The frames above ours are those of this test, which knows the words.
    while "door.py" not in trace.tb_frame.f_code.co_filename and trace.tb_next:
        trace = trace.tb_next
    report = ExceptionReporter(rf.post("/"), caught.type, caught.value, trace).get_traceback_html()
    assert "on purpose" in report
    assert [word for word in ("Zyxwer", "Grault", "Quuxtown") if word in report] == []


def test_nothing_else_may_be_posted(client: Client) -> None:
    response = client.post(f"{ROOT}{writable().pk}/", "{}", content_type="application/json")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
