"""Sections: which one a page belongs to, and what holds there."""

from zoneinfo import ZoneInfo

import pytest
from wagtail.models import Page, Site

from tests import factories
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.models.sections import (
    default_section,
    root_of,
    section_of,
    section_roots,
    time_zone_choices,
)
from urgent_actions.rules.status import Section

pytestmark = pytest.mark.django_db


def index_in(site: Site, *, slug: str = "elsewhere") -> UrgentActionIndexPage:
    index = UrgentActionIndexPage(title="Elsewhere", slug=slug, locale=site.root_page.locale)
    site.root_page.add_child(instance=index)
    return index


def test_a_page_has_what_its_section_sets() -> None:
    factories.section_settings(
        time_zone="Asia/Tokyo", expiring_days=3, country="JP", report_url="https://example.org/r/"
    )
    assert factories.draft().section() == Section(
        time_zone=ZoneInfo("Asia/Tokyo"), expiring_days=3, country="JP", report_url="https://example.org/r/"
    )


def test_a_section_that_sets_nothing_has_the_defaults(settings: pytest.FixtureRequest) -> None:
    assert factories.draft().section() == default_section() == Section(time_zone=ZoneInfo("UTC"), expiring_days=7)


def test_an_empty_time_zone_is_that_of_the_server() -> None:
    factories.section_settings(time_zone="", country="FR")
    assert factories.draft().section() == Section(time_zone=ZoneInfo("UTC"), expiring_days=7, country="FR")


def test_each_page_belongs_to_its_own_section() -> None:
    factories.section_settings(country="US")
    here = factories.draft()
    there = factories.draft(parent=index_in(factories.section(country="FR")))
    assert (here.section().country, there.section().country) == ("US", "FR")


def test_the_deepest_root_decides() -> None:
    factories.section_settings(country="US")
    inner = Page(title="Inner", slug="inner")
    Site.objects.get(is_default_site=True).root_page.add_child(instance=inner)
    site = Site.objects.create(hostname="inner.example.org", root_page=inner)
    factories.SectionSettings.objects.create(site=site, country="FR")
    page = factories.draft(parent=index_in(site))
    assert page.section().country == "FR"


def test_a_root_whose_path_begins_alike_is_another_section() -> None:
    first = factories.section(hostname="one.example.org", country="FR")
    second = factories.section(hostname="one.example.org2", country="DE")
    pages = [factories.draft(parent=index_in(site)) for site in (first, second)]
    assert [page.section().country for page in pages] == ["FR", "DE"]


def test_a_page_outside_all_sections_has_the_defaults() -> None:
    factories.section_settings(country="US")
    outside = Page(title="Outside", slug="outside")
    Page.get_first_root_node().add_child(instance=outside)
    index = UrgentActionIndexPage(title="Nowhere", slug="nowhere")
    outside.add_child(instance=index)
    page = factories.draft(parent=index)
    assert (root_of(page, section_roots()), page.section()) == (None, default_section())


def test_a_page_in_another_language_belongs_to_the_same_section() -> None:
    factories.section_settings(country="US")
    page = factories.draft(parent=factories.index_page(language="ar"))
    assert page.section().country == "US"


def test_a_page_that_is_not_in_the_tree_yet_has_the_defaults() -> None:
    factories.section_settings(country="US")
    assert section_of(UrgentActionPage(title="New")) == default_section()


def test_python_and_sql_find_the_same_section() -> None:
    first, second = factories.section(hostname="a.example.org"), factories.section(hostname="b.example.org")
    for site in (first, second):
        factories.draft(parent=index_in(site))
    factories.draft()
    roots = section_roots()
    in_python = {page.pk: getattr(root_of(page, roots), "site_id", 0) for page in UrgentActionPage.objects.all()}
    moment = factories.NOW
    in_sql = dict(UrgentActionPage.objects.with_status(moment=moment).values_list("pk", "section"))
    assert in_python == in_sql


def test_the_roots_of_all_sections_cost_one_query(django_assert_num_queries: object) -> None:
    Site.get_site_root_paths()
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture without types
        section_roots()


def test_time_zones_have_a_place_in_their_name() -> None:
    names = [name for name, _ in time_zone_choices()]
    assert ("Europe/Berlin" in names, "UTC" in names, "EST" in names, names == sorted(names)) == (
        True,
        True,
        False,
        True,
    )
