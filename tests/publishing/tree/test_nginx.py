"""What a real nginx hands out of the tree, with the configuration of the documentation."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.core.files.storage import Storage
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.publishing.tree import nginx
from tests.publishing.tree.application import application
from tests.publishing.tree.nginx import Nginx
from tests.publishing.tree.trees import API, asked, names, write_all
from tests.reference.tables import ROOT
from urgent_actions.publishing.tree import layout, leases
from urgent_actions.publishing.tree.storage import read

pytestmark = [pytest.mark.django_db, pytest.mark.needs_nginx]

Serve = Callable[..., AbstractContextManager[Nginx]]
NOBODY = "127.0.0.1:1"
"""No application answers here: what is answered nevertheless comes out of the tree."""
OF_THE_MOMENT = {"Date", "Server", "Connection", "ETag", "Expires", "Content-Length"}
# Said by a middleware of every answer; none of these depends on the language that a reader asks for.
OF_LANGUAGE = {"Content-Language", "Vary"}
OF_PAGES = {"Content-Security-Policy", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"}


@pytest.fixture(autouse=True)
def _now(settings: Any) -> None:
    """Nobody can set the clock of nginx: here it is as late as it is, and no day is about to end."""
    settings.TIME_ZONE = nginx.noon_zone()


@pytest.fixture
def serve(tree: Storage, tmp_path: Path) -> Serve:
    """Run nginx on the tree, in front of an application."""

    def run(application: str = NOBODY, *, time_zone: str = "UTC") -> AbstractContextManager[Nginx]:
        port = nginx.free_port()
        replaced = {
            "server 127.0.0.1:8000;": f"server {application};",
            "listen 80;": f"listen 127.0.0.1:{port};",
            "/srv/urgent-actions/tree": str(tmp_path / "tree"),
        }
        conf = nginx.example("urgent-actions.conf", replaced)
        return nginx.running(conf, port=port, folder=tmp_path / "nginx", time_zone=time_zone)

    return run


@pytest.fixture
def page(tree: Storage) -> Any:
    """An urgent action that is open for months, and is in the tree."""
    made = factories.published(deadline=timezone.now().date() + timedelta(days=90), slug="sample-person")
    write_all(tree)
    return made


@pytest.fixture
def document(page: Any) -> str:
    """Its address in the API."""
    return f"{API}{page.pk}/"


@pytest.fixture
def told() -> Iterator[str]:
    """Address of an application that answers what it was asked."""
    with application() as address:
        yield address


def test_each_file_is_handed_out_without_the_application(page: Any, tree: Storage, serve: Serve) -> None:
    plain = [name for name in names(tree) if not name.endswith((".gz", ".br", "/changes.json"))]
    with serve() as server:
        found = {name: server.ask(asked(name)[1]) for name in plain}
    assert len(found) == 7
    assert {name: answer.body for name, answer in found.items()} == {name: read(tree, name) for name in plain}


def test_changes_is_handed_out_under_its_own_name(page: Any, serve: Serve) -> None:
    with serve() as server:
        answer = server.ask(f"{API}changes.json")
    assert [item["id"] for item in json.loads(answer.body)["items"]] == [page.pk]


@pytest.mark.parametrize(("coding", "opened"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_it_is_compressed_as_the_reader_takes_it(
    coding: str, opened: Callable[[bytes], bytes], document: str, serve: Serve
) -> None:
    with serve() as server:
        answer = server.ask(document, Accept_Encoding=coding, Via="1.1 cdn")
        plain = server.ask(document)
    assert (answer.headers["Content-Encoding"], opened(answer.body)) == (coding, plain.body)
    assert (answer.headers["Vary"], plain.headers["Vary"]) == ("Accept-Encoding", "Accept-Encoding")


def test_who_has_it_already_gets_304(document: str, serve: Serve) -> None:
    with serve() as server:
        etag = server.ask(document).headers["ETag"]
        again = server.ask(document, If_None_Match=etag)
    assert (again.status, again.body, again.headers["Cache-Control"]) == (304, b"", "public, no-cache")


def test_a_file_has_another_etag_after_a_change_of_the_same_length_in_the_same_second(
    page: Any, document: str, tree: Storage, serve: Serve
) -> None:
    name = layout.detail("localhost", page.pk)
    found = []
    with serve() as server:
        for letter in "abc":
            from urgent_actions.publishing.ready import ready
            from urgent_actions.publishing.tree.files import put

            put(tree, name, ready(letter * 500))
            found += [server.ask(document, Accept_Encoding=each).headers["ETag"] for each in ("", "gzip", "br")]
    assert len(set(found)) == 9


@pytest.mark.parametrize("address", ["{document}", "{page}", API, "/en/urgent-actions/"])
def test_it_has_the_headers_that_the_application_gives_it(address: str, page: Any, document: str, serve: Serve) -> None:
    path = address.format(document=document, page=page.url)
    with serve() as server:
        found = server.ask(path).headers
    expected = dict(Client().get(path).headers)
    left_out = OF_THE_MOMENT | OF_LANGUAGE | (OF_PAGES if path.startswith("/api/") else set())
    assert _comparable(found, left_out) == _comparable(expected, left_out)


@pytest.mark.parametrize("time_zone", ["UTC", "Asia/Kathmandu", "America/St_Johns", "Nowhere/Land"])
def test_the_time_zone_of_the_web_server_does_not_matter(time_zone: str, document: str, serve: Serve) -> None:
    with serve(time_zone=time_zone) as server:
        assert server.ask(document).status == 200


def test_without_a_lease_of_the_present_time_the_application_answers(
    page: Any, document: str, tree: Storage, serve: Serve, told: str
) -> None:
    for part in (layout.DOCUMENTS, layout.PAGES):
        leases.close(tree, part)
        past = timezone.now() - timedelta(minutes=10)
        leases.renew(tree, part, moment=past, until=timezone.now())
    with serve(told) as server:
        found = [server.ask(each).body.decode() for each in (document, page.url)]
    assert found == [f"GET {document} of localhost", f"GET {page.url} of localhost"]


def test_a_stop_is_heard_before_its_commit(page: Any, document: str, serve: Serve, told: str) -> None:
    with serve(told) as server:
        before = json.loads(server.ask(document).body)["take_action"]
        with transaction.atomic():
            page.stopped_at, page.stop_reason = timezone.now(), "Sample Person has been released."
            page.save_revision(clean=False).publish()
            found = [server.ask(each).body.decode() for each in (document, page.url)]
    assert before["letters_available"] is True
    assert found == [f"GET {document} of localhost", f"GET {page.url} of localhost"]


@pytest.mark.parametrize(
    "address",
    [
        "{document}?site=section.example.org",
        f"{API}?offset=20",
        f"{API}?locale=en&offset=20",
        f"{API}?locale=../en",
        f"{API}by-ua-number/44/26/",
        f"{API}7000000/",
        "{page}?x=1",
        "/en/other%20page/?a=%2F",
        "/admin/",
        "/api/v2/pages/",
        "/favicon.ico",
    ],
)
def test_the_application_is_asked_for_what_is_not_in_the_tree(
    address: str, page: Any, document: str, serve: Serve, told: str
) -> None:
    path = address.format(document=document, page=page.url)
    with serve(told) as server:
        assert server.ask(path).body.decode() == f"GET {path} of localhost"


@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_the_application_is_asked_whoever_does_not_only_read(
    method: str, page: Any, document: str, serve: Serve, told: str
) -> None:
    with serve(told) as server:
        found = [server.ask(each, method=method).body.decode() for each in (document, page.url)]
    assert found == [f"{method} {document} of localhost", f"{method} {page.url} of localhost"]


def test_head_is_answered_out_of_the_tree(document: str, serve: Serve) -> None:
    with serve() as server:
        answer, whole = server.ask(document, method="HEAD"), server.ask(document)
    assert (answer.status, answer.body, answer.headers["Content-Length"]) == (200, b"", str(len(whole.body)))


def test_who_is_logged_in_gets_the_page_from_the_application(page: Any, serve: Serve, told: str) -> None:
    with serve(told) as server:
        assert server.ask(page.url, Cookie="sessionid=some").body.decode() == f"GET {page.url} of localhost"


def test_another_host_than_those_of_the_tree_goes_to_the_application(document: str, serve: Serve, told: str) -> None:
    with serve(told) as server:
        assert server.ask(document, host="other.example.org").body.decode() == f"GET {document} of other.example.org"


def test_changes_without_a_lease_is_to_be_asked_for_later(page: Any, tree: Storage, serve: Serve, told: str) -> None:
    leases.close(tree, layout.DOCUMENTS)
    with serve(told) as server:
        answer = server.ask(f"{API}changes.json")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")


def test_the_notes_of_the_writer_are_not_handed_out(page: Any, serve: Serve, told: str) -> None:
    path = "/api/urgent-actions/v1/../../../../../state/documents.json"
    with serve(told) as server:
        assert server.ask("/state/documents.json").body.decode() == "GET /state/documents.json of localhost"
        assert server.ask(path).status == 400


def test_a_page_is_found_under_an_address_that_is_not_latin(tree: Storage, serve: Serve, settings: Any) -> None:
    settings.WAGTAIL_ALLOW_UNICODE_SLUGS = True
    made = factories.published(deadline=timezone.now().date() + timedelta(days=90), slug="عمل-عاجل")
    write_all(tree)
    with serve() as server:
        answer = server.ask(made.url)
    assert (answer.status, made.title in answer.body.decode()) == (200, True)


def test_what_the_documentation_quotes_is_in_the_configuration() -> None:
    told = (ROOT / "docs" / "how-to" / "serve-from-nginx.md").read_text(encoding="utf-8")
    used = "\n".join(line.strip() for line in nginx.example("urgent-actions.conf", {}).splitlines() if _is_said(line))
    quoted = re.findall(r"^```nginx\n(.*?)^```", told, re.MULTILINE | re.DOTALL)
    found = ["\n".join(line.strip() for line in each.splitlines()) in used for each in quoted]
    assert found == [True, True, True]


def _is_said(line: str) -> bool:
    return not line.strip().startswith("#")


def _comparable(headers: dict[str, str], left_out: set[str]) -> dict[str, list[str]]:
    return {name: sorted(value.split("; ")) for name, value in headers.items() if name not in left_out}


NOONS = [(0, "Etc/GMT-12"), (11, "Etc/GMT-1"), (12, "Etc/GMT+0"), (23, "Etc/GMT+11")]


@pytest.mark.parametrize(("hour", "zone"), NOONS)
def test_it_is_about_noon_where_nginx_is_asked(hour: int, zone: str) -> None:
    now = datetime(2026, 6, 1, hour, 59, tzinfo=UTC)
    assert (nginx.noon_zone(now), now.astimezone(ZoneInfo(zone)).hour) == (zone, 12)
