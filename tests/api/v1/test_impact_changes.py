"""What came of the cases, when it changes, and where it is told."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client

from tests import factories
from tests.api.conftest import Change
from tests.api.v1.conftest import ROOT, Ask

pytestmark = pytest.mark.django_db

HOPING = {"name": "Person Hoping"}


def counted(answer: Any) -> dict[str, tuple[int, int]]:
    """Return cases and persons by outcome."""
    return {each["value"]: (each["cases"], each["persons"]) for each in answer["outcome"]}


def test_each_section_tells_of_its_own_cases(ask: Ask) -> None:
    site = factories.section(hostname="b.example.org")
    factories.published(parent=factories.index_page(), persons=[HOPING])
    factories.stopped_case(parent=factories.index_page_of(site))
    here, there = ask("impact/"), ask("impact/", site="b.example.org")
    assert [counted(each) for each in (here, there)] == [{"not_known_yet": (1, 1)}, {"released": (1, 1)}]


def test_where_there_is_no_section_nothing_is_told_of_others(ask: Ask) -> None:
    factories.published(parent=factories.index_page_of(factories.section(hostname="b.example.org")))
    factories.Site.objects.filter(is_default_site=True).delete()
    assert counted(ask("impact/")) == {}


def test_an_outcome_is_in_the_figures_at_once_though_they_were_remembered(ask: Ask, change: Change) -> None:
    page = factories.published(persons=[HOPING])
    assert counted(ask("impact/")) == {"not_known_yet": (1, 1)}
    person = page.persons.get()
    person.outcome, person.outcome_on = "released", date(2026, 6, 15)
    change([page], persons=[person])
    assert counted(ask("impact/")) == {"released": (1, 1)}


def test_what_is_over_is_in_no_figure_from_that_moment_on(ask: Ask, time_machine: travel.TimeMachineFixture) -> None:
    ends = factories.NOW + timedelta(hours=1)
    factories.published(expire_at=ends)
    assert ask("impact/")["cases"] == 1
    time_machine.move_to(ends, tick=False)
    assert counted(ask("impact/")) == {}


def test_whoever_has_the_figures_already_is_told_so(client: Client) -> None:
    factories.published()
    first = client.get(f"{ROOT}impact/")
    again = client.get(f"{ROOT}impact/", headers={"if-none-match": first["ETag"]})
    assert (first["Cache-Control"], again.status_code, again.content) == ("public, no-cache", 304, b"")
