"""An answer of an API goes to whoever asks, whatever language they speak: no locale middleware leads it elsewhere."""

import pytest
from django.test import Client

from tests import factories
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

NOTHING = [
    "/api/",
    "/api/nothing/",
    "/api/v2/",
    "/api/v2/nothing/",
    "/api/v2/pages/999999/",
    "/api/v2/pages/find/?html_path=/nowhere/",
    "/api/v2/pages/?type=urgent_actions.UrgentActionPage&locale=tlh",
    "/api/v2/images/999999/",
    "/api/v3/nothing/",
    "/api/v3/pages/999999/",
    "/api/v9/pages/",
    "/api/urgent-actions/",
    "/api/urgent-actions/v1/999999/",
    "/api/urgent-actions/v1/nothing/",
    "/api/urgent-actions/v1/by-ua-number/999/26/",
]
ASKING = {
    "in Spanish": {"accept-language": "es"},
    "in Spanish for a web page": {"accept-language": "es", "accept": "text/html"},
    "for anything": {"accept-language": "es", "accept": "*/*"},
    "for nothing said": {},
}


@pytest.mark.parametrize("headers", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize("address", NOTHING)
def test_what_an_api_has_not_is_a_refusal_there_and_no_way_to_a_page(address: str, headers: dict[str, str]) -> None:
    factories.index_page()
    response = Client().get(address, headers=headers)
    assert (response.status_code in (400, 404), response.headers.get("Location")) == (True, None)


@pytest.mark.parametrize("address", NOTHING)
def test_what_an_api_has_not_is_said_in_json(address: str) -> None:
    response = Client().get(address, headers={"accept-language": "es"})
    assert response["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize("api", ["/api/v2/pages", "/api/v3/pages", "/api/urgent-actions/v1"])
def test_a_missing_slash_leads_to_the_same_api(api: str) -> None:
    response = Client().get(f"{api}/", headers={"accept-language": "es"})
    without = Client().get(api, headers={"accept-language": "es"})
    assert (response.status_code, without.headers.get("Location", f"{api}/")) == (200, f"{api}/")


@pytest.mark.parametrize("address", ["/sitemap-pages-99.xml", "/urgent-actions/999999/report/"])
def test_what_stands_outside_the_languages_is_led_into_none(address: str) -> None:
    factories.index_page()
    assert Client().get(address, headers={"accept-language": "es"}).status_code == 404


def test_a_page_without_its_language_is_still_led_to_it() -> None:
    page: UrgentActionPage = factories.published()
    bare = page.url.removeprefix("/en")
    response = Client().get(bare, headers={"accept-language": "en"})
    assert (response.status_code, response.headers["Location"]) == (302, page.url)
