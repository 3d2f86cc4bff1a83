"""The page API: the filters of urgent actions."""

from datetime import date
from typing import Any

import pytest
import time_machine as travel

from tests import factories
from tests.api.conftest import Get
from tests.api.situations import complete
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
FILTERS = {
    "status": "open",
    "country": "HN",
    "concern": "threats",
    "language": "zh-Hans",
    "deadline_from": "2026-07-01",
    "deadline_to": "2026-07-01",
}


def ids(answer: Any) -> list[int]:
    return [item["id"] for item in answer["items"]]


@pytest.fixture
def page() -> UrgentActionPage:
    """Publish one that is like all the filters, and return it; others are like none of them."""
    page = complete(deadline=date(2026, 7, 1))
    other = {"countries": ["CN"], "languages": ["zh"]}
    factories.published(deadline=date(2026, 6, 30), stopped_at=factories.NOW, stop_reason="She is safe.", **other)
    factories.published(deadline=date(2026, 7, 2), **other)
    return page


@pytest.mark.parametrize(
    "parameters",
    [
        {"status": "open", "deadline_to": "2026-07-01"},
        {"status": "open,expiring", "country": "HN"},
        {"country": "sv"},
        {"concern": "threats"},
        {"language": "zh-hans"},
        {"deadline_from": "2026-07-01", "deadline_to": "2026-07-01"},
        FILTERS,
        {"country": "HN", "search": "teacher"},
        {"country": "HN", "ua_number": "UA 44.26", "order": "-deadline", "fields": "*"},
    ],
)
def test_a_filter_finds_what_is_like_it(get: Get, page: UrgentActionPage, parameters: dict[str, str]) -> None:
    answer = get("pages/", type=TYPE, **parameters)
    assert (answer["meta"]["total_count"], ids(answer)) == (1, [page.pk])


@pytest.mark.parametrize(
    "parameters", [{"status": "superseded"}, {"country": "FR"}, {"concern": "x"}, {"language": "de"}]
)
def test_a_filter_finds_nothing_where_nothing_is_like_it(
    get: Get, page: UrgentActionPage, parameters: dict[str, str]
) -> None:
    assert get("pages/", type=TYPE, **parameters) == {"meta": {"total_count": 0}, "items": []}


def test_the_filter_by_status_knows_what_time_it_is(get: Get, time_machine: travel.TimeMachineFixture) -> None:
    page = factories.published(deadline=factories.NOW.date())
    found = [ids(get("pages/", type=TYPE, status=status)) for status in ("expiring", "expired")]
    time_machine.move_to("2026-06-16T00:00:00Z", tick=False)
    later = [ids(get("pages/", type=TYPE, status=status)) for status in ("expiring", "expired")]
    assert (found, later) == ([[page.pk], []], [[], [page.pk]])


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("status", "closed", "Input should be 'open', 'expiring', 'expired', 'superseded' or 'stopped'"),
        ("status", "", "Input should be 'open', 'expiring', 'expired', 'superseded' or 'stopped'"),
        ("country", "UK", "“UK” is no country code of two letters (ISO 3166-1 alpha-2)"),
        ("concern", "a b", "String should match pattern '^[A-Za-z0-9_-]+$'"),
        ("language", "x!", "“x!” is no language tag like es or zh-Hans (BCP 47)"),
        ("deadline_from", "soon", "“soon” is no date like 2026-12-31"),
        ("deadline_to", "2026-02-30", "“2026-02-30” is no date like 2026-12-31"),
        ("country", "\x00", "null characters are not allowed"),
    ],
)
def test_a_bad_value_is_refused_by_name(get: Get, name: str, value: str, why: str) -> None:
    answer = get("pages/", expect=400, type=TYPE, **{name: value})
    assert (answer["parameter"], answer["message"]) == (name, f"{name}: {why}")


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("type", [{}, {"type": "home.HomePage"}, {"type": f"{TYPE},home.HomePage"}])
def test_other_pages_have_none_of_the_filters(get: Get, name: str, type: dict[str, str]) -> None:
    answer = get("pages/", expect=400, **type, **{name: FILTERS[name]})
    assert answer == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": f"{name}: it needs type={TYPE} beside it",
        "parameter": name,
        "message": f"{name}: it needs type={TYPE} beside it",
    }
