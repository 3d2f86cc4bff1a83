"""Diplomatic missions as an editor keeps them."""

import pytest
from wagtail.test.utils.form_data import inline_formset

from tests import factories
from tests.admin.desk import member, rows, soup, words
from tests.admin.directory import contact, missions, problems_of, publish, typed_mission
from urgent_actions.models import Mission

pytestmark = pytest.mark.django_db


def test_a_mission_is_created_and_published() -> None:
    publish(missions("add"), typed_mission(contacts=inline_formset([contact(kind="phone", value="+1 202-555-0100")])))
    created = Mission.objects.get()
    assert (created.live, str(created), created.contacts.get().value) == (
        True,
        "Embassy of Honduras",
        "+1 202-555-0100",
    )


def test_the_list_of_missions_shows_whose_and_where() -> None:
    factories.mission()
    (row,) = rows(member("Editors").get(missions("list")))
    assert (row["Mission of"], row["Accredited in"]) == ("Honduras", "United States")


@pytest.mark.parametrize(("filters", "found"), [({"of_country": "HN"}, 1), ({"in_country": "DE"}, 0)])
def test_missions_are_filtered_by_country(filters: dict[str, str], found: int) -> None:
    factories.mission()
    assert len(rows(member("Editors").get(missions("list"), filters))) == found


@pytest.mark.parametrize("wanted", ["Example Emb", "Ambassador Sam"])
def test_a_mission_is_found_by_its_name_and_its_head(wanted: str) -> None:
    factories.mission(head_of_mission="Ambassador Sample")
    factories.mission(of="DE", name="Other")
    assert len(rows(member("Editors").get(missions("list"), {"q": wanted}))) == 1


def test_a_mission_in_its_own_country_is_refused() -> None:
    response = publish(missions("add"), typed_mission(in_country="HN"))
    assert problems_of(response) == ["A mission is in another country than its own."]


def test_a_second_mission_of_the_same_pair_is_refused() -> None:
    factories.mission(of="HN", in_country="US")
    response = publish(missions("add"), typed_mission())
    assert "There is a mission of this country in that one already: edit it instead." in words(soup(response))
    assert Mission.objects.count() == 1


def test_a_mission_of_the_other_way_round_is_another_one() -> None:
    factories.mission(of="US", in_country="HN")
    publish(missions("add"), typed_mission())
    assert Mission.objects.count() == 2


def test_a_draft_of_a_mission_gets_no_copies() -> None:
    factories.mission(live=False)
    assert Mission.objects.accredited(of="HN", in_country="US") is None


def test_without_a_country_of_the_section_no_mission_is_found() -> None:
    factories.mission()
    assert Mission.objects.accredited(of="HN", in_country="") is None
