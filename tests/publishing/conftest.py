from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
import time_machine
from django.test import TestCase

from tests import factories

Committed = Callable[[], AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


@pytest.fixture
def committed() -> Committed:
    """Context in which what happens is committed at its end, as far as those are concerned who wait for that."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)
