"""What a real nginx hands out of an object store, with the configuration of the documentation.

The object store is a web server on a folder in which, as in any bucket, there are files and no links.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import Storage, storages
from django.utils import timezone

from tests import factories
from tests.publishing.tree import nginx
from tests.publishing.tree.application import application
from tests.publishing.tree.nginx import Nginx
from tests.publishing.tree.trees import API, PARTS, write_all
from urgent_actions.publishing.tree import leases
from urgent_actions.publishing.tree.storage import ALIAS

pytestmark = [pytest.mark.django_db, pytest.mark.needs_nginx]
_BUCKET = """
server {{
    listen 127.0.0.1:{port};
    default_type application/octet-stream;
    types {{ application/json json; text/html html; }}
    location /urgent-actions/ {{ alias {folder}/; log_not_found off; }}
}}
"""


@pytest.fixture(autouse=True)
def _now(settings: Any) -> None:
    """Nobody can set the clock of nginx: here it is as late as it is, and no day is about to end."""
    settings.TIME_ZONE = nginx.noon_zone()


@pytest.fixture
def tree(settings: Any, tmp_path: Path) -> Storage:
    """A tree in a storage that knows nothing of links, and replaces what is there."""
    options = {"location": str(tmp_path / "bucket"), "allow_overwrite": True}
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, ALIAS: backend}
    return storages[ALIAS]


@pytest.fixture
def page(tree: Storage) -> Any:
    """An urgent action that is open for months, and is in the tree."""
    made = factories.published(deadline=timezone.now().date() + timedelta(days=90), slug="sample-person")
    write_all(tree)
    return made


@pytest.fixture
def server(page: Any, tmp_path: Path) -> Iterator[Nginx]:
    """nginx, in front of that bucket and of an application."""
    port, bucket = nginx.free_port(), nginx.free_port()
    with application() as address:
        replaced = {
            "server 127.0.0.1:8000;": f"server {address};",
            "server 127.0.0.1:9000;": f"server 127.0.0.1:{bucket};",
            "listen 80;": f"listen 127.0.0.1:{port};",
        }
        conf = nginx.example("urgent-actions-bucket.conf", replaced)
        conf += _BUCKET.format(port=bucket, folder=tmp_path / "bucket")
        with nginx.running(conf, port=port, folder=tmp_path / "nginx") as running:
            yield running


def test_documents_and_pages_are_handed_out(page: Any, server: Nginx) -> None:
    documents = [server.ask(f"{API}{page.pk}/"), server.ask(API), server.ask(f"{API}?locale=en")]
    assert [json.loads(each.body).get("title") for each in documents] == [page.title, None, None]
    assert [each.headers["Content-Type"] for each in documents] == ["application/json"] * 3
    found = server.ask(page.url)
    assert (found.headers["Content-Type"], page.title in found.body.decode()) == ("text/html; charset=utf-8", True)


def test_without_a_lease_the_application_answers(page: Any, tree: Storage, server: Nginx) -> None:
    for part in PARTS:
        leases.close(tree, part)
    found = [server.ask(each).body.decode() for each in (f"{API}{page.pk}/", page.url)]
    assert found == [f"GET {API}{page.pk}/ of localhost", f"GET {page.url} of localhost"]


@pytest.mark.parametrize("path", [f"{API}7000000/", f"{API}?offset=20", "/en/nothing/?x=%2F", "/admin/"])
def test_the_application_is_asked_for_what_is_not_in_the_bucket(path: str, server: Nginx) -> None:
    assert server.ask(path).body.decode() == f"GET {path} of localhost"


def test_the_application_is_asked_whoever_does_not_only_read(page: Any, server: Nginx) -> None:
    found = [server.ask(each, method="POST").body.decode() for each in (f"{API}{page.pk}/", page.url)]
    assert found == [f"POST {API}{page.pk}/ of localhost", f"POST {page.url} of localhost"]


def test_leases_cannot_be_asked_for_from_outside(page: Any, server: Nginx) -> None:
    assert server.ask("/lease-of-documents").status == 403


def test_who_has_it_already_gets_304(page: Any, server: Nginx) -> None:
    etag = server.ask(f"{API}{page.pk}/").headers["ETag"]
    assert server.ask(f"{API}{page.pk}/", If_None_Match=etag).status == 304
