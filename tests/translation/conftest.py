from collections.abc import Iterator

import pytest
import time_machine

from tests import factories


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield
