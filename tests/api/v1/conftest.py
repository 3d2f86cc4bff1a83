from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.api.v1.world import World, planted

ROOT = "/api/urgent-actions/v1/"
PROBLEM = "application/problem+json"
Ask = Callable[..., Any]
Names = Callable[[Any], list[str]]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Published urgent actions by name, for tests that only read."""
    with planted(django_db_blocker) as world:
        yield world


@pytest.fixture
def names(world: World) -> Names:
    """Return the names of the items of an answer, in their order."""
    by_id = {page.pk: name for name, page in world.items()}
    return lambda answer: [by_id[item["id"]] for item in answer["items"]]


@pytest.fixture
def ask(client: Client) -> Ask:
    """Return what the API says: `ask("missions/", of="CN")`; an answer of another status than expected is a failure."""

    def answer(path: str = "", /, *, expect: int = 200, **parameters: Any) -> Any:
        response = client.get(f"{ROOT}{path}", parameters)
        assert response.status_code == expect, response.content[:2000]
        assert response["Content-Type"] == ("application/json" if expect == 200 else PROBLEM)
        return response.json()

    return answer
