"""A real Chromium in front of the demo as `make run` starts it, with a database of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from cms.demo.accounts import DEMO_PASSWORD

ROOT = Path(__file__).parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Chromium calls home by itself; here nothing may leave the machine.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a Chromium for the whole run."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the running demo."""
    with demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """Run the demo with database and media in ``folder``, and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DEMO_DIR": str(folder),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "manage.py", "demo", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = iter(server.stdout.readline, "")
        assert any("Quit the server" in line for line in said), "The demo did not start."
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.stdout.read()


@pytest.fixture
def complaints() -> list[str]:
    """Return what the browser complains of and what it asks of others; empty is right."""
    return []


@pytest.fixture
def visit(site: str, browser: Browser, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of the site: ``visit(path, width=, dark=, javascript=)``."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, *, width: int = 1280, dark: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((site, "data:", "blob:")) else complaints.append(asked.url),
        )
        page.goto(f"{site}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(site: str) -> Callable[[Page, str], None]:
    """Return a function that signs a demo account in on an open page."""

    def as_account(page: Page, username: str) -> None:
        page.goto(f"{site}/admin/login/")
        page.fill("#id_username", username)
        page.fill("#id_password", DEMO_PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url(f"{site}/admin/")

    return as_account
