from typing import Any

import pytest
from django.utils import translation

from tests import machine
from tests.golden import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    for mark, (_, reason) in machine.PARTS.items():
        config.addinivalue_line("markers", f"{mark}: does not run where {reason}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    machine.require_marked(item)
    # The language of the last request stays with the thread, here as in a server; the next test speaks English.
    translation.deactivate()


@pytest.fixture
def client() -> Any:
    """A client that meets the memory first, as a reader of the site does."""
    # Not before Django is set up.
    from tests.reader import Reader

    return Reader()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.path.parent / "golden", refresh=request.config.getoption("--refresh-golden"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chromium to drive; whoever asks for it needs no mark."""
    machine.require("needs_chromium")
    return machine.chromium() or ""
