from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

import pytest
import time_machine as travel
from django.core.cache import cache
from django.test import Client, TestCase

from tests import factories

Get = Callable[..., Any]
Committed = Callable[[], AbstractContextManager[Any]]
Change = Callable[..., None]


@pytest.fixture(autouse=True)
def now(time_machine: travel.TimeMachineFixture) -> None:
    """Let everything here happen at one moment, and nothing be left over from another test's page tree."""
    time_machine.move_to(factories.NOW, tick=False)
    cache.clear()


@pytest.fixture
def committed() -> Committed:
    """Context in which what happens is committed at its end, as far as those are concerned who wait for that."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture
def change(committed: Committed) -> Change:
    """Give columns of some rows other values and commit: `change(Official.objects.all(), live=False)`."""

    def each(rows: Iterable[Any], **values: Any) -> None:
        with committed():
            for row in rows:
                for name, value in values.items():
                    setattr(row, name, value)
                row.save()

    return each


@pytest.fixture
def get(client: Client) -> Get:
    """Return what the API says: `get("pages/", type="...")`; an answer of another status than expected is a failure."""

    def answer(path: str, /, *, expect: int = 200, **parameters: Any) -> Any:
        response = client.get(f"/api/v2/{path}", parameters)
        assert response.status_code == expect, response.content[:2000]
        assert response["Content-Type"] == ("application/json" if expect == 200 else "application/problem+json")
        return response.json()

    return answer
