"""What this machine has. A test says what it needs with a mark (`@pytest.mark.needs_chromium`).

Where the part is missing, the test is skipped with the reason named. With CI=true it fails, since there nothing may be
missing unnoticed.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def chromium() -> str | None:
    """Return the path of a Chromium: the one that CHROMIUM names, else the first on the path."""
    names = (os.environ["CHROMIUM"],) if "CHROMIUM" in os.environ else CHROMIUM_NAMES
    return next(filter(None, map(shutil.which, names)), None)


def has_cjk_fonts() -> bool:
    fontconfig = shutil.which("fc-list")
    if fontconfig is None:
        return False
    return bool(subprocess.run([fontconfig, ":lang=zh-cn"], capture_output=True, check=False).stdout)


def nginx() -> str | None:
    """Return the path of an nginx that has the module for files compressed with brotli."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return found if BROTLI_MODULE.exists() else None


def is_on_postgresql() -> bool:
    return connection.vendor == "postgresql"


# Mark -> is it there?, and what to say where it is not.
PARTS: dict[str, tuple[Callable[[], object], str]] = {
    "needs_chromium": (chromium, "there is no Chromium (install chromium, or name one in CHROMIUM)"),
    "needs_cjk_fonts": (has_cjk_fonts, "there are no fonts for Chinese, Japanese and Korean (install fonts-noto-cjk)"),
    "needs_gettext": (lambda: shutil.which("xgettext"), "there is no xgettext (install gettext)"),
    "needs_nginx": (nginx, "there is no nginx with brotli (install nginx and libnginx-mod-http-brotli-static)"),
    "needs_postgresql": (is_on_postgresql, "this run is not on PostgreSQL (set DATABASE_URL=postgres://...)"),
}


def require_marked(item: pytest.Item) -> None:
    for mark in PARTS:
        if item.get_closest_marker(mark):
            require(mark)


def require(mark: str) -> None:
    is_there, reason = PARTS[mark]
    if is_there():
        return
    if os.environ.get("CI") == "true" and not runs_elsewhere(mark):
        pytest.fail(f"CI must have everything, but {reason}", pytrace=False)
    pytest.skip(reason)


def runs_elsewhere(mark: str) -> bool:
    """CI runs the suite twice. The run on SQLite says that the one on PostgreSQL is there for these tests."""
    return mark == "needs_postgresql" and os.environ.get("URGENT_ACTIONS_TEST_POSTGRESQL") == "elsewhere"
