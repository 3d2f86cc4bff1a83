"""The contract: the OpenAPI document, and the page that shows it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.api.situations import SITUATIONS
from tests.api.v1.conftest import ROOT, Ask
from tests.golden import Golden
from urgent_actions.api.v1 import schemas, urgent_actions_api

HERE = Path(__file__).parent


def test_the_contract_is_the_one_that_was_looked_at(client: Client, request: pytest.FixtureRequest) -> None:
    golden = Golden(HERE.parent, refresh=request.config.getoption("--refresh-golden"))
    golden("openapi.json", client.get(f"{ROOT}openapi.json").json())


def test_the_contract_is_openapi_3_1() -> None:
    assert urgent_actions_api.get_openapi_schema()["openapi"] == "3.1.0"


def test_every_schema_is_used_and_every_one_that_is_used_is_there() -> None:
    document = urgent_actions_api.get_openapi_schema()
    used = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert used == set(document["components"]["schemas"])


def test_a_refusal_has_a_type_of_its_own_everywhere() -> None:
    refusals = [
        (list(response["content"]), response["content"]["application/problem+json"]["schema"])
        for operations in urgent_actions_api.get_openapi_schema()["paths"].values()
        for operation in operations.values()
        for status, response in operation["responses"].items()
        if int(status) >= 400
    ]
    assert {str(refusal) for refusal in refusals} == {
        str((["application/problem+json"], {"$ref": f"#/components/schemas/{name}"})) for name in ("Problem", "Closed")
    }


@pytest.mark.django_db
@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_urgent_action_is_as_the_contract_says(ask: Ask, situation: str) -> None:
    page = SITUATIONS[situation]()
    for schema, path in (
        (schemas.UrgentAction, f"{page.pk}/"),
        (schemas.UrgentActions, ""),
        (schemas.Case, f"{page.pk}/chain/"),
    ):
        answer = ask(path)
        read: Any = schema.model_validate_json(json.dumps(answer))
        assert read.model_dump(mode="json", by_alias=True) == answer


def test_the_docs_page_names_no_other_host(client: Client) -> None:
    page = client.get(f"{ROOT}docs/").content.decode()
    assert re.findall(r"""(?:src|href|url)["']?\s*[=:]\s*["']?((?:https?:)?//[^"'\s>]+)""", page) == []


def test_what_the_docs_page_loads_is_here(client: Client) -> None:
    page = client.get(f"{ROOT}docs/").content.decode()
    loaded = re.findall(r'(?:src|href)="/static/([^"]+)"', page)
    assert len(loaded) == 5
    assert [path for path in loaded if not finders.find(path)] == []


def test_the_docs_page_may_draw_itself_and_nothing_else(client: Client) -> None:
    policy = client.get(f"{ROOT}docs/")["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "script-src" not in policy
