"""Bad questions: each is refused by name, in problem+json, and no question is answered with an error of ours."""

from typing import Any

import pytest
from django.test import Client

from tests.api.v1.conftest import PROBLEM, ROOT, Ask

pytestmark = pytest.mark.django_db

EVERYTHING = (
    "",
    "1/",
    "1/chain/",
    "by-ua-number/44/22/",
    "by-index-number/ASA/17/5628/2022/",
    "facets/",
    "impact/",
    "changes/",
)
OF_LIST = (
    "concern, country, deadline_from, deadline_to, fallback, language, limit, locale, offset, ordering, q, site, "
    "status, translation_of"
)


@pytest.mark.parametrize(
    ("parameters", "detail"),
    [
        ({"status": "closed"}, "Input should be 'open', 'expiring', 'expired', 'superseded' or 'stopped'."),
        ({"status": "open,closed"}, "Input should be 'open', 'expiring', 'expired', 'superseded' or 'stopped'."),
        ({"status": ""}, "Input should be 'open', 'expiring', 'expired', 'superseded' or 'stopped'."),
        ({"country": "UK"}, "“UK” is no country code of two letters (ISO 3166-1 alpha-2)."),
        ({"country": ""}, "“” is no country code of two letters (ISO 3166-1 alpha-2)."),
        ({"country": "China"}, "“China” is no country code of two letters (ISO 3166-1 alpha-2)."),
        ({"concern": "unfair trial"}, "String should match pattern '^[A-Za-z0-9_-]+$'."),
        ({"concern": "x" * 101}, "String should have at most 100 characters."),
        ({"language": "Klingonese!"}, "“Klingonese!” is no language tag like es or zh-Hans (BCP 47)."),
        ({"deadline_from": "soon"}, "“soon” is no date like 2026-12-31."),
        ({"deadline_from": "2026-02-30"}, "“2026-02-30” is no date like 2026-12-31."),
        ({"deadline_to": "20260101"}, "“20260101” is no date like 2026-12-31."),
        ({"deadline_to": "2026-W01-1"}, "“2026-W01-1” is no date like 2026-12-31."),
        ({"deadline_to": "1781524800"}, "“1781524800” is no date like 2026-12-31."),
        ({"locale": "../en"}, "String should match pattern '^[A-Za-z0-9@_-]+$'."),
        ({"q": "x" * 201}, "String should have at most 200 characters."),
        ({"q": " ".join(f"w{number}" for number in range(41))}, "At most 40 words are allowed."),
        ({"limit": "0"}, "Input should be greater than or equal to 1."),
        ({"limit": "101"}, "Input should be less than or equal to 100."),
        ({"limit": "all"}, "“all” is no number in digits."),
        ({"limit": "1_0"}, "“1_0” is no number in digits."),
        ({"limit": "5.0"}, "“5.0” is no number in digits."),
        ({"limit": "٥"}, "“٥” is no number in digits."),
        ({"limit": "9" * 5000}, f"“{'9' * 79}…” is no number in digits."),
        ({"offset": "-1"}, "“-1” is no number in digits."),
        ({"offset": "1000000001"}, "Input should be less than or equal to 1000000000."),
        ({"site": "localhost:x"}, "A port is a number up to 65535."),
        ({"site": "localhost:65536"}, "A port is a number up to 65535."),
        ({"site": "nowhere.example.org"}, "There is no such site, or more than one: then name the port, too."),
        ({"site": "localhost:81"}, "There is no such site, or more than one: then name the port, too."),
        ({"colour": "red"}, f"There is no such parameter here. These may be given: {OF_LIST}."),
        ({"title": "x"}, f"There is no such parameter here. These may be given: {OF_LIST}."),
        ({"limit": ["1", "2"]}, "A parameter is given once; several values go with commas where they may."),
        ({"status": ["open", "open"]}, "A parameter is given once; several values go with commas where they may."),
        ({"q": "a\x00b"}, "It holds what is no text in UTF-8."),
    ],
)
def test_a_bad_value_is_refused_by_name(ask: Ask, parameters: dict[str, Any], detail: str) -> None:
    (name,) = parameters
    assert ask(expect=400, **parameters) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": detail,
        "parameter": name,
    }


def test_an_order_that_there_is_not_is_refused_with_those_that_there_are(ask: Ask) -> None:
    answer = ask(expect=400, ordering="title")
    assert (answer["parameter"], "'-first_published_at'" in answer["detail"]) == ("ordering", True)


def test_several_faults_are_told_at_once(ask: Ask) -> None:
    assert ask(expect=400, limit="0", deadline_to="never") == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "These are wrong: deadline_to, limit.",
        "errors": [
            {"detail": "“never” is no date like 2026-12-31.", "parameter": "deadline_to"},
            {"detail": "Input should be greater than or equal to 1.", "parameter": "limit"},
        ],
    }


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_endpoint_names_what_it_does_not_know(ask: Ask, path: str) -> None:
    assert ask(path, expect=400, colour="red")["parameter"] == "colour"


@pytest.mark.parametrize("path", [*EVERYTHING, "missions/"])
@pytest.mark.parametrize("query", ["?%ff=1", "?q=%ff", "?site=%ff", "?site=%00", "?site=%ED%A0%80"])
def test_what_is_no_text_is_refused(client: Client, path: str, query: str) -> None:
    response = client.get(f"{ROOT}{path}{query}")
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize("path", EVERYTHING)
def test_a_site_that_there_is_not_is_refused_everywhere(ask: Ask, path: str) -> None:
    assert ask(path, expect=400, site="nowhere.example.org")["parameter"] == "site"


def test_more_parameters_than_we_read_are_refused(client: Client) -> None:
    response = client.get(f"{ROOT}?{'&'.join(f'a{number}=1' for number in range(10_001))}")
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize("path", [*EVERYTHING, "missions/", "openapi.json", "docs/", "nothing/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, path: str, method: str) -> None:
    response = getattr(client, method)(f"{ROOT}{path}")
    assert (response.status_code, response["Allow"], response["Content-Type"]) == (405, "GET, HEAD, OPTIONS", PROBLEM)


def test_nothing_is_to_be_kept_of_a_refusal(client: Client) -> None:
    responses = [client.get(f"{ROOT}{path}") for path in ("?limit=0", "999999/", "nothing/")]
    assert {response["Cache-Control"] for response in responses} == {"no-store"}
