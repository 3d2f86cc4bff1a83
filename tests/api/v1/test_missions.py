"""To which embassy a writer sends the copy."""

import pytest

from tests import factories
from tests.api.conftest import Change
from tests.api.v1.conftest import Ask
from urgent_actions.models import Mission, MissionContact

pytestmark = pytest.mark.django_db

BETWEEN = {"of": "HN", "in": "US"}


def test_a_mission_is_told_with_all_by_which_it_is_reached(ask: Ask) -> None:
    factories.mission(head_of_mission="Example Head", head_of_mission_title="Ambassador")
    assert ask("missions/", **BETWEEN) == {
        "items": [
            {
                "name": "Example Embassy",
                "of": {"code": "HN", "name": "Honduras"},
                "in": {"code": "US", "name": "United States"},
                "head_of_mission": "Example Head",
                "head_of_mission_title": "Ambassador",
                "address": {
                    "lines": ["2 Example Avenue", "Example Capital"],
                    "country": {"code": "US", "name": "United States"},
                    "verified_on": None,
                },
                "contacts": [
                    {
                        "kind": "email",
                        "value": "embassy@example.org",
                        "platform": None,
                        "label": None,
                        "verified_on": None,
                    }
                ],
            }
        ]
    }


def test_countries_are_named_in_the_language_that_is_asked_for(ask: Ask) -> None:
    factories.mission()
    (mission,) = ask("missions/", locale="ar", **BETWEEN)["items"]
    assert (mission["of"]["name"], mission["in"]["name"]) == ("هندوراس", "الولايات المتحدة")


@pytest.mark.parametrize("pair", [{"of": "US", "in": "HN"}, {"of": "HN", "in": "GB"}])
def test_where_none_is_known_there_is_none(ask: Ask, pair: dict[str, str]) -> None:
    factories.mission()
    assert ask("missions/", **pair) == {"items": []}


def test_a_draft_of_the_directory_is_not_told(ask: Ask) -> None:
    factories.mission(live=False)
    assert ask("missions/", **BETWEEN) == {"items": []}


def test_a_mission_that_is_taken_out_is_not_told_any_more(ask: Ask, change: Change) -> None:
    factories.mission()
    assert len(ask("missions/", **BETWEEN)["items"]) == 1
    change(Mission.objects.all(), live=False)
    assert ask("missions/", **BETWEEN) == {"items": []}


def test_a_dead_contact_is_not_told(ask: Ask, change: Change) -> None:
    factories.mission()
    assert len(ask("missions/", **BETWEEN)["items"][0]["contacts"]) == 1
    change(MissionContact.objects.all(), health="dead")
    assert ask("missions/", **BETWEEN)["items"][0]["contacts"] == []


@pytest.mark.parametrize("given", [{}, {"of": "HN"}, {"in": "US"}])
def test_both_countries_are_needed(ask: Ask, given: dict[str, str]) -> None:
    answer = ask("missions/", expect=400, **given)
    missing = [fault["parameter"] for fault in answer.get("errors", [answer])]
    assert missing == [name for name in ("of", "in") if name not in given]
