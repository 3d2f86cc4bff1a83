"""The page types: where they may stand, what they hold, what a visitor reads in each status."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests import factories
from urgent_actions.models import OfficialContact, PersonAtRisk, UrgentActionIndexPage, UrgentActionPage
from urgent_actions.urgent_action import Outcome

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def read(page: Page, query: str = "") -> BeautifulSoup:
    response = Client().get(page.url + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def titles(index: UrgentActionIndexPage, query: str = "") -> list[str]:
    return [words(heading) for heading in read(index, query).select(".ua-card h2")]


# --- places


def test_an_urgent_action_stands_under_an_index_page_alone() -> None:
    assert UrgentActionPage.allowed_parent_page_models() == [UrgentActionIndexPage]


def test_nothing_stands_under_an_urgent_action() -> None:
    assert UrgentActionPage.allowed_subpage_models() == []


def test_nothing_but_urgent_actions_stands_under_an_index_page() -> None:
    assert UrgentActionIndexPage.allowed_subpage_models() == [UrgentActionPage]


def test_an_index_page_may_stand_under_any_page() -> None:
    assert Page in UrgentActionIndexPage.allowed_parent_page_models()


# --- persons


def test_a_date_needs_an_outcome() -> None:
    with pytest.raises(ValidationError) as refused:
        PersonAtRisk(name="Sample Person", outcome_on=date(2026, 6, 1)).clean()
    assert refused.value.message_dict == {"outcome": ["A date needs an outcome: choose what came of it."]}


def test_an_outcome_needs_no_date() -> None:
    person = PersonAtRisk(name="Sample Person", outcome="released")
    person.clean()
    assert (person.as_person().outcome, person.as_person().outcome_on) == (Outcome.RELEASED, None)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Sample Person", "S. P."), ("sample", "S."), ("  Ana  María Ejemplo ", "A. M. E."), ("李 明", "李. 明.")],
)
def test_initials_are_the_first_letters_of_a_name(name: str, initials: str) -> None:
    assert PersonAtRisk(name=name, use_initials=True).as_person().public_name == initials


def test_who_asked_for_initials_is_named_nowhere_on_the_page() -> None:
    person = {"name": "Hidden Name", "name_in_original_script": "隐藏", "use_initials": True, "pronouns": "They/them"}
    html = str(read(factories.published(title="Teacher in danger", persons=[person])))
    assert "H. N." in html
    assert "Hidden" not in html
    assert "隐藏" not in html


# --- the index page


def test_the_nearest_deadline_comes_first_and_the_closed_ones_last() -> None:
    factories.published(title="In December", deadline=date(2026, 12, 1))
    factories.published(title="In July", deadline=date(2026, 7, 1))
    factories.expired_action(title="Yesterday")
    factories.published(title="In May", deadline=date(2026, 5, 1))
    factories.stopped_case(title="Stopped", deadline=date(2026, 12, 31))
    assert titles(UrgentActionIndexPage.objects.get()) == ["In July", "In December", "Stopped", "Yesterday", "In May"]


def test_a_list_is_read_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UrgentActionIndexPage, "per_page", 2)
    for month in (7, 8, 9):
        factories.published(title=f"Until {month}", deadline=date(2026, month, 1))
    index = UrgentActionIndexPage.objects.get()
    assert (titles(index), titles(index, "?page=2")) == (["Until 7", "Until 8"], ["Until 9"])
    assert words(read(index).select_one(".ua-pages span")) == "Page 1 of 2"
    assert [link["href"] for link in read(index).select(".ua-pages a")] == ["?page=2"]
    assert [link["href"] for link in read(index, "?page=2").select(".ua-pages a")] == ["?page=1"]


@pytest.mark.parametrize(("asked", "shown"), [("0", "Until 9"), ("99", "Until 9"), ("x", "Until 7"), ("", "Until 7")])
def test_a_page_that_is_not_there_is_the_nearest_one(asked: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UrgentActionIndexPage, "per_page", 2)
    for month in (7, 8, 9):
        factories.published(title=f"Until {month}", deadline=date(2026, month, 1))
    assert titles(UrgentActionIndexPage.objects.get(), f"?page={asked}")[0] == shown


def test_an_empty_list_says_so() -> None:
    page = read(factories.index_page())
    assert "There is no urgent action in this language at the moment." in words(page)


@pytest.mark.parametrize(
    "hidden",
    [
        factories.draft,
        lambda: factories.published().view_restrictions.create(restriction_type="login"),
        lambda: factories.published(expire_at=factories.NOW + timedelta(seconds=1)),
    ],
    ids=["a draft", "a private one", "one past its expiry"],
)
def test_what_the_public_may_not_see_is_not_listed(hidden: Callable[[], object]) -> None:
    hidden()
    with time_machine.travel(factories.NOW + timedelta(seconds=1), tick=False):
        assert titles(UrgentActionIndexPage.objects.get()) == []


def test_those_of_another_index_page_are_not_listed() -> None:
    factories.published(parent=factories.index_page(slug="others"))
    assert titles(factories.index_page(slug="these")) == []


def test_a_list_of_ten_needs_as_many_queries_as_a_list_of_one() -> None:
    factories.published()
    index = UrgentActionIndexPage.objects.get()
    read(index)
    with CaptureQueriesContext(connection) as one:
        read(index)
    for _ in range(9):
        factories.published()
    with CaptureQueriesContext(connection) as ten:
        assert len(titles(index)) == 10
    assert len(ten) == len(one)


# --- each status

STATES = [
    pytest.param(factories.published, "Open", None, id="open"),
    pytest.param(lambda: factories.published(deadline=date(2026, 6, 20)), "Expiring", None, id="expiring"),
    pytest.param(factories.expired_action, "Expired", "The deadline has passed", id="expired"),
    pytest.param(factories.superseded_action, "Superseded", "There is a newer urgent action", id="superseded"),
    pytest.param(factories.stopped_case, "Stopped", "Please do not write any more", id="stopped"),
]


@pytest.mark.parametrize(("make", "badge", "notice"), STATES)
def test_a_page_says_its_status(make: Callable[[], UrgentActionPage], badge: str, notice: str | None) -> None:
    page = read(make())
    heading = page.select_one(".ua-notice h2")
    assert (words(page.select_one(".ua-badge")), words(heading) if heading else None) == (badge, notice)


@pytest.mark.parametrize(("make", "badge", "notice"), STATES)
def test_the_list_says_the_status_too(make: Callable[[], UrgentActionPage], badge: str, notice: str | None) -> None:
    page = make()
    cards = {words(card.h2): words(card.select_one(".ua-badge")) for card in read(page.get_parent()).select(".ua-card")}
    assert cards[page.title] == badge


@pytest.mark.parametrize(
    ("deadline", "left"),
    [
        (date(2026, 6, 15), "Please write as soon as possible, until June 15, 2026 (last day)."),
        (date(2026, 6, 16), "Please write as soon as possible, until June 16, 2026 (1 day left)."),
        (date(2026, 6, 25), "Please write as soon as possible, until June 25, 2026 (10 days left)."),
        (date(2026, 6, 14), "The deadline was June 14, 2026 ."),
    ],
)
def test_the_days_that_are_left_are_told(deadline: date, left: str) -> None:
    page = factories.published(deadline=deadline)
    assert left in words(read(page.get_parent()))


def test_the_days_that_are_left_are_those_of_the_section() -> None:
    factories.section_settings(time_zone="Pacific/Kiritimati")
    page = factories.published(deadline=date(2026, 6, 16))
    assert words(read(page).select_one(".ua-left")) == "last day"


def test_a_stopped_one_shows_neither_letter_nor_contacts() -> None:
    text = words(read(factories.stopped_case()))
    assert "Sample Person has been released." in text
    assert "I am writing to you" not in text
    assert "minister@example.org" not in text
    assert "1 Example Street" not in text


def test_a_superseded_one_leads_to_the_newer_one() -> None:
    page = factories.superseded_action()
    newer = UrgentActionPage.objects.get(ordinal=2)
    assert read(page).select_one(".ua-notice a")["href"] == newer.full_url


# --- language


def arabic() -> UrgentActionPage:
    index = factories.index_page(language="ar")
    kept = factories.official(salutations={"ar": "معالي الوزير،"})
    return factories.published(parent=index, targets=[("target", {"official": kept, "priority": 1})])


def test_a_page_in_arabic_runs_from_right_to_left() -> None:
    html = read(arabic()).html
    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_a_list_in_arabic_runs_from_right_to_left() -> None:
    html = read(arabic().get_parent()).html
    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_a_page_in_english_runs_from_left_to_right() -> None:
    html = read(factories.published()).html
    assert (html["lang"], html["dir"]) == ("en", "ltr")


def test_a_country_is_named_in_the_language_of_the_page() -> None:
    assert "هندوراس" in words(read(arabic()).select_one(".ua-facts"))


# --- plain text stays plain


def with_scripts() -> UrgentActionPage:
    kept = factories.official(
        name=f"Name {SCRIPT}",
        role=f"Role {SCRIPT}",
        organisation=f"Organisation {SCRIPT}",
        address=f"Line {SCRIPT}",
        salutations={"en": f"Salutation {SCRIPT},"},
    )
    kept.contacts.add(
        OfficialContact(kind="social", value=f"@account{SCRIPT}", platform=f"Net {SCRIPT}", label=f"Label {SCRIPT}")
    )
    kept.save()
    return factories.published(
        title=f"Title {SCRIPT}",
        slug="with-scripts",
        targets=[
            ("note_to_writers", f"Note to all {SCRIPT}"),
            ("target", {"official": kept, "priority": 1, "note": f"Note to one {SCRIPT}"}),
            ("copy_to_missions", {"country": "HN", "note": f"Note on copies {SCRIPT}"}),
        ],
        sample_letter=[
            ("paragraph", f"Paragraph {SCRIPT}"),
            ("asks", {"introduction": f"Opening {SCRIPT}", "asks": [f"Ask {SCRIPT}"]}),
        ],
        summary=[("paragraph", f"<p>Summary {SCRIPT}</p>")],
        additional_information=[
            ("heading", f"Heading {SCRIPT}"),
            ("quote", {"text": f"Quote {SCRIPT}", "source": f"Source {SCRIPT}"}),
        ],
        persons=[
            {"name": f"Person {SCRIPT}", "pronouns": f"She {SCRIPT}", "name_in_original_script": f"Script {SCRIPT}"}
        ],
        stop_reason=f"Reason {SCRIPT}",
    )


@pytest.mark.parametrize(
    "prefix",
    [
        "Title", "Name", "Role", "Organisation", "Line", "Salutation", "@account", "Net", "Label", "Note to all",
        "Note to one", "Note on copies", "Paragraph", "Opening", "Ask", "Heading", "Quote", "Source", "Person", "She",
        "Script",
    ],
)  # fmt: skip
def test_what_was_typed_as_plain_text_is_shown_as_plain_text(prefix: str) -> None:
    html = Client().get(with_scripts().url).content.decode()
    between = "" if prefix == "@account" else " "
    assert f"{prefix}{between}{ESCAPED}" in html
    assert "<script>" not in html


def test_the_reason_of_a_stop_is_plain_text() -> None:
    page = with_scripts()
    page.stopped_at = factories.NOW
    page.save_revision().publish()
    html = Client().get(page.url).content.decode()
    assert f"Reason {ESCAPED}" in html
    assert "<script>" not in html


def test_a_script_in_a_paragraph_falls_away() -> None:
    assert words(read(with_scripts()).select_one(".ua-summary p")) == "Summary"


def test_the_list_shows_plain_text_too() -> None:
    html = Client().get(with_scripts().get_parent().url).content.decode()
    assert f"Title {ESCAPED}" in html
    assert "<script>" not in html
