"""What is for everybody to read and to keep, and so may stand in the tree."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.http import HttpRequest, HttpResponse

from tests import factories
from tests.publishing.tree.trees import html, write_all
from urgent_actions.models import UrgentActionPage
from urgent_actions.publishing.tree import asking
from urgent_actions.publishing.tree.asking import told
from urgent_actions.publishing.tree.hosts import Host

pytestmark = pytest.mark.django_db
HERE = Host("localhost", 80, 1, 1)


@pytest.fixture
def _only_https(settings: Any) -> Iterator[None]:
    """Middleware reads its settings once in the life of a process."""
    settings.SECURE_SSL_REDIRECT = True
    asking._handler.cache_clear()
    yield
    asking._handler.cache_clear()


@pytest.mark.usefixtures("_only_https")
def test_a_site_that_answers_by_https_alone_is_asked_by_https() -> None:
    assert (told(HERE, factories.index_page().url) or "").startswith("<!DOCTYPE html>")


def test_what_is_not_there_is_not_told() -> None:
    assert told(HERE, "/en/nothing/") is None


def test_what_is_behind_a_login_is_not_told() -> None:
    assert told(HERE, "/admin/") is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "private"},
        {"Cache-Control": "max-age=60, No-Store"},
        {"Vary": "Accept-Encoding, cookie"},
        {"Set-Cookie": ""},
    ],
)
def test_a_page_that_is_not_for_everybody_to_keep_is_not_in_the_tree(
    headers: dict[str, str], tree: Storage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = factories.published()
    write_all(tree)
    before = html(tree, page)

    def serve(page: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse("text", headers=headers)
        if "Set-Cookie" in headers:
            del response["Set-Cookie"]
            response.set_cookie("some", "cookie")
        return response

    monkeypatch.setattr(UrgentActionPage, "serve", serve)
    write_all(tree, anew=True)
    assert (bool(before), html(tree, page)) == (True, None)
    assert f"localhost{page.url} is not for everybody to keep: it is left to the application" in caplog.text
