from collections.abc import Callable
from typing import Any

import pytest
import time_machine as travel
from django.core.cache import cache
from django.test import Client

from tests import factories

Get = Callable[..., Any]


@pytest.fixture(autouse=True)
def now(time_machine: travel.TimeMachineFixture) -> None:
    """Let everything here happen at one moment, and nothing be left over from another test's page tree."""
    time_machine.move_to(factories.NOW, tick=False)
    cache.clear()


@pytest.fixture
def get(client: Client) -> Get:
    """Return what the API says: `get("pages/", type="...")`; an answer of another status than expected is a failure."""

    def answer(path: str, /, *, expect: int = 200, **parameters: Any) -> Any:
        response = client.get(f"/api/v2/{path}", parameters)
        assert response.status_code == expect, response.content[:2000]
        assert response["Content-Type"] == "application/json"
        return response.json()

    return answer
