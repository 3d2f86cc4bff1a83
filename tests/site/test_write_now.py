"""“Write now” on the page of an urgent action: for the choices in the address, without any script."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories
from tests.api.v1.letters import writable
from tests.api.v1.test_letters import in_spanish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def section(page: Any, **choices: str) -> Any:
    return BeautifulSoup(Client().get(page.url, choices).content, "lxml").select_one(".ua-write")


def texts(found: Any, selector: str) -> list[str]:
    return [each.get_text(strip=True) for each in found.select(selector)]


def test_every_target_has_its_ways() -> None:
    found = section(writable())
    assert texts(found, "h3") == ["Example Minister", "Sample Judge"]
    assert texts(found, "summary") == ["Post", "E-mail", "Fax", "Phone", "Social media", "Web form", "Post"]


def test_one_target_can_be_chosen() -> None:
    page = writable()
    judge = page.as_urgent_action().targets[1]
    found = section(page, target=judge.id)
    assert texts(found, "h3") == ["Sample Judge"]
    assert found.select_one("#target option[selected]").get_text() == "Sample Judge"


def test_a_target_that_is_not_there_is_told_and_all_are_shown() -> None:
    found = section(writable(), target="nobody")
    assert "There is no such target here." in found.select_one("[role=alert]").get_text()
    assert texts(found, "h3") == ["Example Minister", "Sample Judge"]


def test_the_country_of_the_writer_decides_on_the_copy() -> None:
    factories.mission(in_country="DE", name="Example Embassy in Germany")
    page = writable()
    assert "Example Embassy in Germany" in section(page, country="DE").get_text()
    assert "The embassy in your country that should get a copy is not known to us." in section(page).get_text()
    assert section(page).select_one("#country option[selected]")["value"] == "US"


def test_the_letter_is_in_the_language_that_was_chosen() -> None:
    page = writable()
    in_spanish(page)
    area = section(page, language="es").select_one("textarea[lang=es]")
    assert "Le escribo sobre Sample Person." in area.get_text()


@pytest.mark.parametrize("choices", [{"country": "XX"}, {"language": "not a tag"}, {"country": "\x00"}])
def test_a_choice_that_cannot_be_read_counts_as_none(choices: dict[str, str]) -> None:
    assert texts(section(writable(), **choices), "h3") == ["Example Minister", "Sample Judge"]


def test_every_file_is_there() -> None:
    page = writable()
    for link in section(page).select('a[href^="/api/"]'):
        assert Client().get(link["href"]).status_code == 200


def test_a_letter_that_fits_opens_in_a_mail_program() -> None:
    (link,) = section(writable()).select('a[href^="mailto:"]')
    assert link["href"].startswith(
        "mailto:minister@example.org?subject=Concerning%20Sample%20Person&body=Dear%20Minister"
    )


def test_a_letter_that_does_not_fit_opens_an_empty_message_and_says_so() -> None:
    long = [("paragraph", "x" * 2000), ("asks", {"introduction": "", "asks": ["free her."]})]
    found = section(writable(sample_letter=long))
    assert "body=" not in found.select_one('a[href^="mailto:"]')["href"]
    assert not found.select_one("[data-too-long]").has_attr("hidden")


@pytest.mark.parametrize("make", [factories.expired_action, factories.stopped_case, factories.superseded_action])
def test_a_closed_one_has_no_such_section(make: Any) -> None:
    assert section(make()) is None


def test_the_section_goes_with_the_deadline() -> None:
    page = writable(deadline=factories.NOW.date())
    assert section(page) is not None
    with time_machine.travel(factories.NOW + timedelta(days=1), tick=False):
        assert section(page) is None


def test_what_stands_in_a_letter_is_no_markup() -> None:
    bad = [("paragraph", "</textarea><script>alert(1)</script>"), ("asks", {"introduction": "", "asks": ["x"]})]
    html = Client().get(writable(sample_letter=bad).url).content.decode()
    assert "<script>alert" not in html


def test_where_opened_letters_are_counted_the_page_says_so_and_where_to() -> None:
    page = writable()
    found = section(page)
    assert (found.get("data-opened"), "We count how often" in found.get_text()) == (None, False)
    factories.section_settings(count_opened=True)
    found = section(page)
    assert found["data-opened"] == f"/api/urgent-actions/v1/{page.pk}/opened/"
    assert "We count how often letters are opened here, and not by whom." in found.get_text()
    target = page.as_urgent_action().targets[0].id
    assert {(each["data-target"], each["data-channel"]) for each in found.select("[data-letter][data-target]")} >= {
        (target, "email"),
        (target, "post"),
    }
