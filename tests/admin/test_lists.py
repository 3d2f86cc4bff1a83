"""The lists of urgent actions: under an index page, and all of them in the menu."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.admin.desk import member, outsider, rows, soup, words
from urgent_actions.models import ConcernOnPage, UrgentActionIndexPage, UrgentActionPage

pytestmark = pytest.mark.django_db

Address = Callable[[], str]


def explorer() -> str:
    return reverse("wagtailadmin_explore", args=[UrgentActionIndexPage.objects.get().pk])


def flat_list() -> str:
    return reverse("urgent_actions:index")


both_lists = pytest.mark.parametrize("address", [explorer, flat_list])


def titles(client: Client, address: Address, **filters: object) -> list[str]:
    """Return the titles that a list shows, in alphabetical order."""
    listed = soup(client.get(address(), filters))
    return sorted(words(tag) for tag in listed.select("table.listing tbody span[id^=page_]"))


def one_of_each_status() -> None:
    factories.published(title="Open one")
    factories.published(title="Expiring one", deadline=date(2026, 6, 20))
    factories.expired_action(title="Expired one")
    factories.superseded_action(title="Superseded one")
    factories.stopped_case(title="Stopped one")
    factories.draft(title="Draft one")


@both_lists
def test_a_row_shows_the_facts_of_the_urgent_action(address: Address) -> None:
    factories.published(
        ua_number="44/26",
        ordinal=2,
        countries=("HN", "GT"),
        deadline=date(2026, 6, 20),
        persons=({"name": "Sample Person"}, {"name": "Second Person"}),
    )
    (row,) = rows(member("Editors").get(address()))
    facts = ("UA number", "Countries", "Appeal", "Deadline", "Persons")
    shown = {column: row[column] for column in facts}
    assert shown == {
        "UA number": "44/26 · 2",
        "Countries": "Honduras, Guatemala",
        "Appeal": "Expiring",
        "Deadline": "06/20/2026",
        "Persons": "Sample Person, Second Person",
    }


@both_lists
def test_a_row_of_an_empty_draft_shows_what_it_has(address: Address) -> None:
    factories.draft(ua_number="", deadline=None, countries=(), persons=(), targets=[])
    (row,) = rows(member("Editors").get(address()))
    facts = ("UA number", "Countries", "Appeal", "Deadline", "Persons")
    assert [row[column] for column in facts] == ["–", "", "Draft", "–", ""]


@both_lists
def test_countries_are_named_in_the_editors_language(address: Address) -> None:
    factories.published(countries=("DE",))
    response = member("Editors").get(address(), headers={"Accept-Language": "es"})
    assert "Alemania" in response.content.decode()


@both_lists
@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("open", ["Open one"]),
        ("expiring", ["Expiring one"]),
        ("expired", ["Expired one"]),
        ("superseded", ["Superseded one"]),
        ("stopped", ["Stopped one"]),
    ],
)
def test_the_filter_for_a_status_finds_those_in_it(address: Address, status: str, found: list[str]) -> None:
    one_of_each_status()
    # The one that supersedes is open too, and has no name of its own here.
    listed = [title for title in titles(member("Editors"), address, appeal_status=status) if "in danger" not in title]
    assert listed == found


@both_lists
def test_two_statuses_find_those_in_either(address: Address) -> None:
    one_of_each_status()
    found = titles(member("Editors"), address, appeal_status=["expired", "stopped"])
    assert found == ["Expired one", "Stopped one"]


@both_lists
def test_badges_say_the_status_of_each(address: Address) -> None:
    one_of_each_status()
    shown = sorted(row["Appeal"] for row in rows(member("Editors").get(address())))
    assert shown == ["Draft", "Expired", "Expiring", "Open", "Open", "Stopped", "Superseded"]


@both_lists
def test_the_filter_for_a_country_finds_each_page_once(address: Address) -> None:
    factories.published(title="Here", countries=("HN", "GT"))
    factories.published(title="There", countries=("GT",))
    assert titles(member("Editors"), address, country=["HN", "GT"]) == ["Here", "There"]
    assert titles(member("Moderators"), address, country="HN") == ["Here"]


@both_lists
def test_the_filter_for_a_concern_finds_those_that_have_it(address: Address) -> None:
    threats = factories.concern()
    page = factories.draft(title="Threatened")
    page.concern_items.add(ConcernOnPage(concern=threats))
    page.save()
    factories.draft(title="Something else")
    assert titles(member("Editors"), address, concern=threats.pk) == ["Threatened"]


@both_lists
def test_the_filter_for_the_deadline_includes_both_ends(address: Address) -> None:
    for day in (9, 10, 20, 21):
        factories.draft(title=f"Until {day:02d}", deadline=date(2026, 7, day))
    found = titles(member("Editors"), address, deadline_from="2026-07-10", deadline_to="2026-07-20")
    assert found == ["Until 10", "Until 20"]


@both_lists
def test_a_ua_number_is_found_by_search(address: Address) -> None:
    factories.published(title="Wanted", ua_number="44/26")
    factories.published(title="Other", ua_number="45/26")
    assert titles(member("Editors"), address, q="44/26") == ["Wanted"]


@both_lists
def test_search_and_filter_work_together(address: Address) -> None:
    factories.stopped_case(title="Wanted stopped", ua_number="44/26")
    factories.published(title="Wanted open", ua_number="46/26")
    assert titles(member("Editors"), address, q="Wanted", appeal_status="stopped") == ["Wanted stopped"]


@both_lists
@pytest.mark.parametrize("ordering", ["ua_number", "-ua_number", "deadline", "-deadline"])
def test_the_list_can_be_ordered_by_its_facts(address: Address, ordering: str) -> None:
    factories.draft(title="First", ua_number="10/26", deadline=date(2026, 7, 1))
    factories.draft(title="Second", ua_number="20/26", deadline=date(2026, 8, 1))
    listed = [row["UA number"] for row in rows(member("Editors").get(address(), {"ordering": ordering}))]
    expected = ["10/26 · 1", "20/26 · 1"]
    assert listed == (expected[::-1] if ordering.startswith("-") else expected)


@both_lists
def test_there_is_no_export(address: Address) -> None:
    factories.published()
    editor = member("Editors")
    assert "export=" not in editor.get(address()).content.decode()
    # Wagtail answers whoever types the address, with nothing in it.
    assert b"".join(editor.get(address(), {"export": "csv"}).streaming_content).strip() == b""


@pytest.mark.parametrize(("address", "queries"), [(explorer, 42), (flat_list, 33)])
def test_ten_rows_need_as_many_queries_as_one(address: Address, queries: int) -> None:
    moderator = member("Moderators")
    factories.published()
    moderator.get(address())  # fills Wagtail's caches of content types and sites
    with CaptureQueriesContext(connection) as one:
        assert len(rows(moderator.get(address()))) == 1
    for _ in range(9):
        factories.published()
    with CaptureQueriesContext(connection) as ten:
        assert len(rows(moderator.get(address()))) == 10
    assert (len(one), len(ten)) == (queries, queries)


def test_the_list_is_in_the_menu() -> None:
    home = member("Editors").get(reverse("wagtailadmin_home")).content.decode()
    assert f'"url": "{flat_list()}"' in home


def test_who_may_nothing_is_shown_no_list() -> None:
    factories.published()
    response = outsider().get(flat_list())
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))


def test_an_index_page_without_urgent_actions_shows_an_empty_list() -> None:
    factories.index_page()
    assert rows(member("Editors").get(explorer())) == []


def test_the_report_of_page_types_has_the_same_columns() -> None:
    factories.published(ua_number="44/26")
    address = reverse("wagtailadmin_pages:type_use", args=["urgent_actions", "urgentactionpage"])
    (row,) = rows(member("Editors").get(address))
    assert (row["UA number"], row["Appeal"]) == ("44/26 · 1", "Open")


def test_a_draft_of_a_live_page_does_not_change_its_badge() -> None:
    page = factories.published()
    draft = UrgentActionPage.objects.get(pk=page.pk)
    draft.stopped_at = factories.NOW
    draft.save_revision(clean=False)
    assert [row["Appeal"] for row in rows(member("Editors").get(flat_list()))] == ["Open"]
