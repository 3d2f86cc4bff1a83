"""What a reader of a translation is told: how it stands to its original, and where to write from."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from tests import factories
from tests.api.v1.letters import get, writable
from tests.api.v1.test_letters import in_spanish
from tests.publishing.standing import stand
from tests.site.test_public_pages import read, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def pair(status: str = "letter_withheld") -> tuple[Any, Any]:
    source = writable(title="Sample Person in danger", languages=["es", "fr"])
    spanish = in_spanish(source)
    stand(spanish, source=source, status=status)
    return source, spanish


def in_its_language(message: str) -> str:
    """Return a message as the Spanish page says it."""
    with translation.override("es"):
        return translation.gettext(message)


def writing(page: Any, **choices: str) -> Any:
    return BeautifulSoup(Client().get(page.url, choices).content, "lxml").select_one(".ua-write")


def test_a_page_whose_letter_is_behind_leads_to_its_original() -> None:
    source, spanish = pair()
    link = read(spanish).select_one(".ua-notice a.ua-button")
    assert link is not None
    assert (link["href"], link["hreflang"], link["lang"], words(link)) == (
        source.full_url,
        "en",
        "en",
        "English : Sample Person in danger",
    )


def test_a_page_whose_letter_is_behind_says_why() -> None:
    notice = read(pair()[1]).select_one(".ua-notice")
    assert notice is not None
    assert in_its_language("Please write from the original") in words(notice)


def test_a_page_whose_letter_is_behind_shows_no_letter_and_no_address() -> None:
    html = Client().get(pair()[1].url).content.decode()
    assert [
        each for each in ("Le escribo sobre", "1 Example Street", "minister@example.org", "write-now") if each in html
    ] == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("partial", "Some of this has not been translated yet."),
        ("outdated", "The original has changed in the meantime. The letter is up to date."),
    ],
)
def test_a_page_whose_prose_is_behind_says_so_and_hands_out_its_letter(status: str, said: str) -> None:
    _, spanish = pair(status)
    page = read(spanish)
    note = page.select_one(".ua-opening .ua-note")
    assert note is not None
    assert words(note).startswith(in_its_language(said))
    assert [words(each) for each in note.select("a")] == ["inglés"]
    assert page.select_one(".ua-write") is not None


def test_a_complete_translation_says_nothing_of_it() -> None:
    assert read(pair("complete")[1]).select(".ua-opening .ua-note") == []


def test_the_preferred_languages_come_first_and_are_marked() -> None:
    source, _ = pair("complete")
    options = writing(source).select("#language option")
    assert [words(each) for each in options] == ["Spanish (preferred)", "English"]
    assert [each["value"] for each in options if "selected" in each.attrs] == ["en"]


def test_the_writer_sees_the_preferred_languages_and_a_way_to_the_version_in_each() -> None:
    source, spanish = pair("complete")
    found = writing(source).select_one(".ua-preferred")
    assert words(found) == "Preferred language to address the target: Spanish , French"
    assert [(link["href"], link["hreflang"]) for link in found.select("a")] == [(f"{spanish.full_url}#write-now", "es")]


def test_a_letter_that_is_behind_is_not_among_the_choices() -> None:
    source, _ = pair()
    found = writing(source)
    assert (found.select("#language option"), found.select(".ua-preferred a")) == ([], [])


def test_an_old_link_to_a_letter_that_is_behind_is_told_so_and_gives_the_other_one() -> None:
    source, _ = pair()
    found = writing(source, language="es")
    assert words(found.select_one("[role=alert]")) == (
        "The letter in that language is behind the original. Please write in another one."
    )
    assert "I am writing to you about Sample Person." in found.get_text()


def test_the_api_gives_no_letter_that_is_behind_and_names_the_original(client: Client) -> None:
    source, spanish = pair()
    response = get(client, spanish)
    answer = response.json()
    assert (response.status_code, answer["reason"], answer["original"]["id"]) == (
        410,
        "translation_outdated",
        source.pk,
    )


@pytest.mark.parametrize("form", ["json", "text", "html", "eml", "pdf", "docx", "kit"])
def test_the_api_gives_no_letter_that_is_behind_by_way_of_the_original(client: Client, form: str) -> None:
    source, _ = pair()
    response = get(client, source, language="es", format=form)
    assert (response.status_code, response.json()["reason"]) == (410, "translation_outdated")


def test_the_api_gives_no_document_of_a_translation_that_is_behind(client: Client) -> None:
    assert get(client, pair()[1], "document/").json()["reason"] == "translation_outdated"


def test_the_api_offers_the_preferred_languages_first_and_none_that_is_behind(client: Client) -> None:
    source, spanish = pair("complete")
    offered = [(each["language"]["code"], each["preferred"]) for each in get(client, source).json()["languages"]]
    assert offered == [("es", True), ("en", False)]
    stand(spanish, source=source, status="letter_withheld")
    assert [each["language"]["code"] for each in get(client, source).json()["languages"]] == ["en"]
