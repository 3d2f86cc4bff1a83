"""Groups of a section, kept by its coordinators."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from tests import factories
from tests.admin.desk import member, messages, outsider, rows, soup
from tests.admin.reports.sections import coordinator_of
from tests.reporting.telling import group
from urgent_actions.models import ReportingGroup

pytestmark = pytest.mark.django_db


def address(view: str, *args: object) -> str:
    return reverse(f"urgent_actions_groups:{view}", args=args)


def own_site() -> Site:
    return Site.objects.get(is_default_site=True)


def test_a_coordinator_adds_a_group() -> None:
    member("Coordinators").post(address("add"), {"site": own_site().pk, "name": "Sample town", "is_open": "on"})
    assert list(ReportingGroup.objects.values_list("site", "name", "is_open")) == [(own_site().pk, "Sample town", True)]


def test_a_coordinator_closes_a_group() -> None:
    made = group()
    member("Coordinators").post(address("edit", made.pk), {"site": own_site().pk, "name": "Renamed"})
    assert list(ReportingGroup.objects.values_list("name", "is_open")) == [("Renamed", False)]


def test_a_second_group_of_the_same_name_is_refused() -> None:
    group("Sample town")
    response = member("Coordinators").post(address("add"), {"site": own_site().pk, "name": "Sample town"})
    assert "Reporting group with this Section and Name already exists." in messages(response)
    assert ReportingGroup.objects.count() == 1


def test_the_list_has_the_groups_of_the_own_sections() -> None:
    group("Ours")
    other = factories.section()
    group("Theirs", site=other)
    assert [row["Name"].split()[0] for row in rows(coordinator_of(other).get(address("index")))] == ["Theirs"]


def test_a_group_of_another_section_cannot_be_changed() -> None:
    ours = group("Ours")
    client = coordinator_of(factories.section())
    response = client.post(address("edit", ours.pk), {"site": own_site().pk, "name": "Taken over"}, follow=True)
    assert response.status_code == 404
    assert ReportingGroup.objects.get().name == "Ours"


def test_a_group_cannot_be_put_into_another_section() -> None:
    client = coordinator_of(factories.section())
    client.post(address("add"), {"site": own_site().pk, "name": "Put there"})
    assert not ReportingGroup.objects.exists()


def test_the_form_offers_the_own_sections_alone() -> None:
    other = factories.section()
    choices = soup(coordinator_of(other).get(address("add"))).select("#id_site option[value]:not([value=''])")
    assert [choice["value"] for choice in choices] == [str(other.pk)]


@pytest.mark.parametrize("view", ["index", "add"])
@pytest.mark.parametrize("who", [lambda: member("Editors"), outsider], ids=["editor", "outsider"])
def test_groups_are_for_coordinators(view: str, who: object) -> None:
    assert who().get(address(view)).status_code == 302  # type: ignore[operator]  # one of the two above


def test_nobody_is_led_to_delete_a_group() -> None:
    made = group()
    page = soup(member(None).get(address("edit", made.pk)))
    assert [link["href"] for link in page.select("a[href*='delete']")] == []
    assert member("Coordinators").get(f"/admin/letter-reports/groups/delete/{made.pk}/", follow=True).status_code == 404
