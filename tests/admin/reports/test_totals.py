"""Totals in the editor: each provenance by itself, as tables with charts."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.admin.desk import member, outsider, soup, words
from tests.reporting.telling import group, target_of, tell
from urgent_actions.models import Report, UrgentActionPage
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


def totals(page: UrgentActionPage, client: Client | None = None) -> Any:
    return (client or member("Coordinators")).get(reverse("urgent_actions_totals", args=[page.pk]))


def tables(section: Any) -> dict[str, list[list[str]]]:
    """Return the rows of each table of a section, by its caption."""
    return {
        words(table.caption): [[words(cell) for cell in row.select("th, td")[:2]] for row in table.select("tbody tr")]
        for table in section.select("table:has(caption)")
    }


def test_each_provenance_is_told_by_itself() -> None:
    page = factories.published()
    tell(page, quantity=2)
    tell(page, quantity=3, provenance=Provenance.OFFLINE)
    tell(page, quantity=1200, provenance=Provenance.GROUP, group=group().pk)
    said = [words(each.p) for each in soup(totals(page)).select(".ua-totals > section:has(svg)")]
    assert said == ["2 letters in 1 report", "1,200 letters in 1 report", "3 letters in 1 report"]


def test_letters_are_told_apart_by_target_channel_country_and_language() -> None:
    page = factories.published()
    tell(page, quantity=2, country="FR")
    tell(page, quantity=3, channel="post")
    (section,) = soup(totals(page)).select(".ua-totals > section:has(svg)")
    assert tables(section) == {
        "By target": [["Example Minister", "5"]],
        "By channel": [["Post", "3"], ["E-mail", "2"]],
        "By the country that they were sent from": [["Not known", "3"], ["France", "2"]],
        "By the language of the page": [["English", "5"]],
    }


def test_letters_to_somebody_who_is_no_target_any_more_are_kept() -> None:
    page = factories.published()
    tell(page)
    page.targets = [("target", {"official": factories.official(name="Another Minister"), "priority": 1})]
    page.save_revision().publish()
    (section,) = soup(totals(page)).select(".ua-totals > section:has(svg)")
    assert tables(section)["By target"] == [["Not a target any more", "1"]]


def test_days_are_drawn_and_listed() -> None:
    page = factories.published()
    tell(page, quantity=4)
    tell(page, quantity=2, moment=factories.NOW + timedelta(days=2))
    figure = soup(totals(page)).select_one("figure")
    assert [each["height"] for each in figure.select("rect")] == ["100.00", "50.00"]
    assert [words(each) for each in figure.select("tbody tr")] == ["June 15, 2026 4", "June 17, 2026 2"]


def test_a_page_without_letters_says_so() -> None:
    assert "No letters were counted yet." in words(soup(totals(factories.draft())))


def test_those_that_wait_are_told_of_and_not_counted() -> None:
    factories.section_settings(flood_limit=1)
    page = factories.published(ua_number="44/26")
    tell(page, quantity=2)
    found = soup(totals(page))
    link = found.select_one(".help-warning a")
    assert words(link) == "1 report waits for somebody to look at it, and is not counted."
    assert link["href"] == "/admin/letter-reports/?ua_number=44/26&state=held"
    assert found.select("section svg") == []


@pytest.mark.parametrize("role", ["Editors", "Moderators", "Coordinators"])
def test_totals_are_for_those_who_may_edit(role: str) -> None:
    page = factories.published()
    tell(page)
    assert "1 letter in 1 report" in words(soup(totals(page, member(role))))


def test_strangers_see_no_totals() -> None:
    page = factories.published()
    assert [totals(page, client).status_code for client in (outsider(), Client())] == [302, 302]


@pytest.mark.parametrize(("role", "offered"), [("Coordinators", ["reports", "enter"]), ("Editors", ["reports"])])
def test_the_editor_leads_there(role: str, offered: list[str]) -> None:
    page = factories.published()
    links = soup(member(role).get(f"/admin/pages/{page.pk}/edit/")).select("a[href*='/reports/']")
    assert list(dict.fromkeys(link["href"].rstrip("/").rpartition("/")[2] for link in links)) == offered


def test_many_reports_need_as_many_queries_as_one() -> None:
    page, client = factories.published(), member("Coordinators")
    tell(page)
    totals(page, client)
    with CaptureQueriesContext(connection) as one:
        totals(page, client)
    for days in range(20):
        tell(page, moment=factories.NOW + timedelta(days=days), channel="post", country="FR")
    with CaptureQueriesContext(connection) as many:
        totals(page, client)
    assert (len(one), len(many)) == (26, 26)


def test_the_page_has_no_script_and_no_style_of_its_own_inside() -> None:
    page = factories.published()
    tell(page)
    assert soup(totals(page)).select(".ua-totals [style], .ua-totals style, .ua-totals script") == []


def test_a_letter_is_offered_for_each_target_of_whom_letters_were_told() -> None:
    judge = factories.official(name="Sample Judge")
    targets = [("target", {"official": factories.official()}), ("target", {"official": judge})]
    page = factories.published(targets=targets)
    tell(page)
    found = soup(totals(page)).select(".ua-letter-form")
    assert [words(each.h3) for each in found] == ["Example Minister"]
    assert found[0]["action"] == reverse("urgent_actions_letter", args=[page.pk, target_of(page)])
    assert found[0].select_one("option[selected]")["value"] == "en"


@pytest.mark.parametrize(
    ("stop", "status"), [({"deadline": factories.NOW.date() - timedelta(days=1)}, "Expired"), ({"live": False}, None)]
)
def test_where_there_is_no_letter_it_says_why(stop: dict[str, Any], status: str | None) -> None:
    page = factories.published()
    tell(page)
    if status:
        for name, value in stop.items():
            setattr(page, name, value)
        page.save_revision().publish()
    else:
        page.unpublish()
    found = soup(totals(page))
    said = f"in the state “{status}”" if status else "made of what is published, and this urgent action is not."
    assert said in words(found.select_one("section[aria-labelledby=letters]"))
    assert found.select(".ua-letter-form") == []
    assert Report.objects.count() == 1
