"""From one language version of an urgent action to the others, and through a site of several languages."""

from collections.abc import Iterator

import pytest
import time_machine

from tests import factories
from tests.site.test_public_pages import read, words
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def in_two_languages() -> tuple[UrgentActionPage, UrgentActionPage]:
    page = factories.published()
    version = factories.translated(page, language="ar")
    return factories.fresh(page), version


def test_other_languages_are_named_in_themselves() -> None:
    page, version = in_two_languages()
    (link,) = read(page).select(".ua-versions a")
    assert (words(link), link["lang"], link["dir"], link["hreflang"], link["href"]) == (
        "العربية", "ar", "rtl", "ar", version.full_url
    )  # fmt: skip


def test_the_language_switch_leads_to_the_version_of_the_page() -> None:
    page, version = in_two_languages()
    links = {link["hreflang"]: link for link in read(page).select(".ua-languages a")}
    assert links["ar"]["href"] == version.full_url
    assert [code for code, link in links.items() if link.get("aria-current")] == ["en"]


def test_the_language_switch_leads_to_the_front_page_where_there_is_no_version() -> None:
    page = factories.published()
    front = factories.index_page(language="ar").get_parent()
    links = {link["hreflang"]: link["href"] for link in read(page).select(".ua-languages a")}
    assert links["ar"] == front.url


def test_a_site_of_one_language_has_no_switch() -> None:
    assert read(factories.published()).select(".ua-languages") == []
