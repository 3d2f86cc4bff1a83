"""The page of an urgent action as visitors get it: from the edition in force, and in no cache beyond it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.views.defaults import server_error
from pytest_django.fixtures import Settings
from wagtail.models import Page

from tests import factories
from tests.lifecycle.test_stop_decision import in_spanish
from urgent_actions.models import Edition, UrgentActionPage

pytestmark = pytest.mark.django_db

PASSWORD = {"restriction_type": "password", "password": "sesame"}


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def get(page: Page, *, client: Client | None = None) -> Any:
    return (client or Client()).get(page.url)


def read(page: Page) -> BeautifulSoup:
    response = get(page)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def headings(page: Page) -> list[str]:
    return [words(each) for each in read(page).select("h2")]


def restricted() -> tuple[UrgentActionPage, Client]:
    """Return a page behind a password, and a visitor who has typed it."""
    page = factories.published()
    restriction = page.view_restrictions.create(**PASSWORD)
    client = Client()
    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()
    return page, client


# --- from what is published


def test_a_page_is_read_from_the_edition_in_force() -> None:
    page = factories.published(title="Before")
    UrgentActionPage.objects.filter(pk=page.pk).update(deadline=date(2026, 6, 16))
    assert words(read(page).select_one(".ua-left")) == "199 days left"


def test_a_page_that_has_no_edition_in_force_is_not_there() -> None:
    page = factories.published()
    Edition.objects.all().delete()
    assert get(page).status_code == 404


def test_a_page_says_the_next_edition_from_its_moment_on() -> None:
    page = factories.published(deadline=date(2026, 6, 15))
    with time_machine.travel(datetime(2026, 6, 16, tzinfo=factories.UTC), tick=False):
        assert words(read(page).select_one(".ua-badge")) == "Expired"


def test_who_satisfied_a_restriction_reads_the_page() -> None:
    page, visitor = restricted()
    assert "Sample Person was threatened." in get(page, client=visitor).content.decode()


def test_who_did_not_satisfy_it_reads_nothing_of_the_page() -> None:
    page, _ = restricted()
    assert "Sample Person was threatened." not in get(page).content.decode()


def test_a_page_needs_eighteen_queries() -> None:
    page = factories.published()
    get(page)
    with CaptureQueriesContext(connection) as asked:
        get(page)
    assert len(asked) == 18


def test_a_case_of_four_needs_no_more_queries() -> None:
    pages = [factories.published(ua_number="44/26", ordinal=ordinal) for ordinal in (1, 2, 3, 4)]
    get(pages[3])
    with CaptureQueriesContext(connection) as asked:
        get(pages[3])
    assert len(asked) == 18


# --- caches


def test_a_cache_has_to_ask_before_it_shows_a_page() -> None:
    assert get(factories.published())["Cache-Control"] == "no-cache"


def test_a_cache_has_to_ask_before_it_shows_a_list() -> None:
    assert get(factories.published().get_parent())["Cache-Control"] == "no-cache"


def test_a_site_may_let_caches_answer_for_a_while(settings: Settings) -> None:
    settings.URGENT_ACTIONS_MAX_AGE = 60
    page = factories.published()
    assert get(page)["Cache-Control"] == "public, max-age=60"
    assert get(page.get_parent())["Cache-Control"] == "public, max-age=60"


def test_no_cache_answers_beyond_the_moment_of_a_stop(settings: Settings) -> None:
    settings.URGENT_ACTIONS_MAX_AGE = 3600
    page = factories.published(stopped_at=factories.NOW + timedelta(seconds=90), stop_reason="Released.")
    assert get(page)["Cache-Control"] == "public, max-age=90"
    assert get(page.get_parent())["Cache-Control"] == "public, max-age=90"


def test_no_cache_counts_days_beyond_midnight(settings: Settings) -> None:
    settings.URGENT_ACTIONS_MAX_AGE = 86_400
    page = factories.published()
    assert get(page)["Cache-Control"] == f"public, max-age={12 * 3600}"


def test_no_cache_keeps_what_one_visitor_may_see() -> None:
    page, visitor = restricted()
    response = get(page, client=visitor)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


# --- sections of the document


def test_an_open_one_has_all_its_sections() -> None:
    assert headings(factories.published()) == [
        "Summary",
        "Take action",
        "Write now",
        "Tell us what you sent",
        "Targets",
        "Sample letter",
        "Additional information",
        "At a glance",
        "Name and pronouns",
    ]


def test_a_stopped_one_says_so_before_anything_else() -> None:
    assert headings(factories.stopped_case()) == [
        "Please do not write any more",
        "Summary",
        "Targets",
        "Additional information",
        "Letters that were sent",
        "At a glance",
        "Name and pronouns",
        "The case so far",
    ]


def test_the_case_is_a_timeline_in_which_this_one_is_marked() -> None:
    page = factories.superseded_action(title="The first")
    found = read(page).select(".ua-timeline li")
    assert [(words(each.find(["a", "strong"])), each.get("aria-current")) for each in found] == [
        ("First Urgent Action 901/26", "page"),
        ("Second Urgent Action 901/26", None),
    ]


def test_the_timeline_tells_what_came_of_it_with_its_days() -> None:
    told = [words(each) for each in read(factories.stopped_case(issued_on=date(2026, 6, 1))).select(".ua-timeline li")]
    assert [line.partition(" Action ")[0] if " Action " in line else line for line in told] == [
        "First Urgent",
        "Sample Person : Released June 14, 2026",
        "Stopped: nobody is asked to write any more June 15, 2026",
    ]


def test_the_timeline_leads_to_a_translation_by_the_name_of_its_language() -> None:
    page = factories.superseded_action()
    in_spanish(page, ordinal=1)
    (link,) = read(page).select(".ua-timeline a[lang=es]")
    assert (words(link), link["hreflang"]) == ("Español", "es")


def test_a_link_to_what_came_before_opens_the_timeline() -> None:
    page = factories.published(previous_url="https://example.org/before/")
    assert [link["href"] for link in read(page).select(".ua-timeline a")] == ["https://example.org/before/"]


def test_one_alone_has_no_timeline() -> None:
    assert read(factories.published()).select(".ua-timeline") == []


def test_targets_are_numbered_where_some_come_before_others() -> None:
    first, second = factories.official(name="One"), factories.official(name="Two")
    targets = [("target", {"official": first, "priority": 2}), ("target", {"official": second, "priority": 1})]
    found = read(factories.published(targets=targets)).select(".ua-target")
    assert [(words(each.select_one(".ua-priority")), words(each.h3)) for each in found] == [
        ("Priority 1", "Two"),
        ("Priority 2", "One"),
    ]


def test_a_single_target_has_no_number() -> None:
    assert read(factories.published()).select(".ua-priority") == []


CONTACTS = (
    ("email", "o'brien+office@example.org"),
    ("phone", "+504 2230-0000"),
    ("phone", "2230 ext. 5"),
    ("web_form", "https://example.org/form/"),
    ("social", "@ministry"),
)


def ways(page: UrgentActionPage) -> list[str]:
    return [link["href"] for link in read(page).select(".ua-contacts a")]


def test_contacts_for_use_are_links_where_a_program_can_open_them() -> None:
    targets = [("target", {"official": factories.official(contacts=CONTACTS), "priority": 1})]
    assert ways(factories.published(targets=targets)) == [
        "mailto:o%27brien%2Boffice@example.org",
        "tel:+50422300000",
        "https://example.org/form/",
    ]


def test_contacts_as_a_record_are_no_links() -> None:
    targets = [("target", {"official": factories.official(contacts=CONTACTS), "priority": 1})]
    page = factories.expired_action(targets=targets)
    assert (ways(page), len(read(page).select(".ua-contacts li"))) == ([], 5)


def test_where_contacts_are_withheld_the_page_says_so() -> None:
    page = read(factories.stopped_case())
    assert words(page.select_one(".ua-record")) == "Their addresses have been withdrawn."
    assert page.select(".ua-contacts") == []


@pytest.mark.parametrize(
    "make",
    [factories.expired_action, factories.superseded_action, factories.stopped_case],
    ids=lambda make: make.__name__,
)
def test_a_closed_one_leads_to_those_who_need_letters_now(make: Any) -> None:
    page = make()
    links = {words(link): link["href"] for link in read(page).select(".ua-notice a")}
    assert links["Who needs letters now"] == page.get_parent().url


def test_a_closed_one_leads_to_no_list_that_is_not_public() -> None:
    page = factories.expired_action()
    Page.objects.filter(pk=page.get_parent().pk).update(live=False)
    assert read(page).select(".ua-notice a, .ua-back a") == []


def test_on_paper_an_open_one_says_where_to_look_before_writing() -> None:
    page = factories.published()
    assert words(read(page).select_one(".ua-on-paper")) == (
        f"This sheet does not know when the urgent action ends. Look here before you write: {page.full_url}"
    )


# --- errors


def test_the_page_for_a_broken_server_asks_nobody(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Please try again in a few minutes." in response.content.decode()
