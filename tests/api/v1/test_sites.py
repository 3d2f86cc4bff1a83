"""The section that is asked: the one that Wagtail finds for the request, or the one that is named."""

from itertools import product
from typing import Any

import pytest
from django.test import Client, RequestFactory
from wagtail.models import Page, Site

from tests import factories
from tests.api.v1.conftest import ROOT, Ask
from urgent_actions.api.sites import asked_site

pytestmark = pytest.mark.django_db

A, B, C = "a.example.org", "b.example.org", "c.example.org"
SITES: dict[str, list[tuple[str, int, bool]]] = {
    "none": [],
    "one": [(A, 80, True)],
    "one that is no default": [(A, 80, False)],
    "two": [(A, 80, True), (B, 80, False)],
    "two without a default": [(A, 80, False), (B, 80, False)],
    "two ports": [(A, 80, True), (A, 8000, False)],
    "two ports, the default elsewhere": [(A, 8000, False), (A, 8080, False), (B, 80, True)],
    "two ports without a default": [(A, 8000, False), (A, 8080, False)],
    "another port": [(A, 8080, False), (B, 80, True)],
    "the default at another port": [(A, 8080, True), (A, 8000, False), (B, 80, False)],
}


def plant(sites: list[tuple[str, int, bool]]) -> None:
    Site.objects.all().delete()
    for number, (hostname, port, is_default_site) in enumerate(sites):
        home = Page(title="Home", slug=f"home-{number}")
        Page.get_first_root_node().add_child(instance=home)
        Site.objects.create(hostname=hostname, port=port, is_default_site=is_default_site, root_page=home)


def found(expression: Any) -> int | None:
    return Site.objects.filter(pk=expression).values_list("pk", flat=True).first()


@pytest.mark.parametrize("sites", SITES.values(), ids=SITES)
@pytest.mark.parametrize("i18n", [True, False])
def test_the_site_is_the_one_that_wagtail_finds(
    settings: Any, rf: RequestFactory, sites: list[tuple[str, int, bool]], i18n: bool
) -> None:
    settings.WAGTAIL_I18N_ENABLED = i18n
    plant(sites)
    for hostname, port in product((A, A.upper(), B, C), (80, 8000, 8080, 9999)):
        request = rf.get("/", headers={"host": f"{hostname}:{port}"}, SERVER_PORT=str(port))
        site = Site.find_for_request(request)
        assert found(asked_site(request)) == (site and site.pk), (hostname, port)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (A, None),
        (f"{A}:8000", (A, 8000)),
        (f"{A.upper()}:8000", (A, 8000)),
        (f"{A}:81", None),
        (B, (B, 80)),
        (f"{B}:80", (B, 80)),
        (C, None),
    ],
)
def test_a_site_is_named_by_its_host_and_by_its_port_if_there_are_more(
    rf: RequestFactory, named: str, expected: tuple[str, int] | None
) -> None:
    plant(SITES["two ports, the default elsewhere"])
    pk = found(asked_site(rf.get("/"), named=named))
    assert Site.objects.filter(pk=pk).values_list("hostname", "port").first() == expected


@pytest.mark.parametrize("root", ["the same page", "its translation"])
def test_sites_with_the_same_pages_have_the_same_urgent_actions(ask: Ask, root: str) -> None:
    page = factories.published()
    home = Site.objects.get(is_default_site=True).root_page
    if root == "its translation":
        factories.index_page(language="ar")
        home = home.get_translations().get()
    Site.objects.create(hostname=B, root_page=home)
    assert [item["id"] for item in ask(site=B)["items"]] == [page.pk]


def test_a_section_has_its_own_urgent_actions(client: Client, ask: Ask) -> None:
    here = factories.published()
    site = factories.section(hostname=B)
    index = factories.UrgentActionIndexPage(title="Urgent actions", slug="urgent-actions")
    site.root_page.add_child(instance=index)
    there = factories.published(parent=index, ua_number="44/26")
    by_host = client.get(ROOT, headers={"host": B}).json()
    for answer, page in ((ask(), here), (ask(site="localhost"), here), (ask(site=B), there), (by_host, there)):
        assert [item["id"] for item in answer["items"]] == [page.pk]
    assert ask(f"{there.pk}/", expect=404)["status"] == 404
    assert ask(f"{there.pk}/", site=B)["id"] == there.pk
    assert ask("by-ua-number/44/26/", expect=404)["status"] == 404
    assert ask("facets/", site=B)["total_count"] == 1
