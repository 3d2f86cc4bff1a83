"""What is in a tree, and what the application says instead."""

import gzip
import json
import re
from threading import Event
from typing import Any

import brotli
from django.core.files.storage import Storage
from django.test import Client

from urgent_actions.publishing.tree import layout
from urgent_actions.publishing.tree.following import lead
from urgent_actions.publishing.tree.storage import listed, read

HOST = "localhost"
API = "/api/urgent-actions/v1/"
PARTS = (layout.DOCUMENTS, layout.PAGES)


def write_all(tree: Storage, *, pages: bool = True, anew: bool = False) -> None:
    """Take steps until nothing is left."""
    lead(tree, pages=pages, anew=anew, told=lambda standing: None, stop=Event())


def names(tree: Storage, folder: str = "") -> list[str]:
    """Return the names of all files below a folder, the notes of the writer and the leases left out."""
    folders, files = listed(tree, folder)
    below = f"{folder}/" if folder else ""
    found = [below + each for each in files]
    for each in folders if folder else PARTS:
        found += names(tree, below + each)
    return found


def text(tree: Storage, name: str) -> str | None:
    """Return what a file says, or None if it is not there."""
    found = read(tree, name)
    return None if found is None else found.decode()


def detail(tree: Storage, page: Any, *, host: str = HOST) -> dict[str, Any] | None:
    """Return the document of a page."""
    found = text(tree, layout.detail(host, page.pk))
    return None if found is None else json.loads(found)


def html(tree: Storage, page: Any, *, host: str = HOST) -> str | None:
    """Return the page of a page."""
    return text(tree, layout.page(host, page.get_url_parts()[2]))


def changes(tree: Storage, *, host: str = HOST) -> dict[str, Any]:
    """Return the file by which copies are kept."""
    return json.loads(text(tree, layout.changes(host)) or "{}")


def is_open(tree: Storage, part: str = layout.DOCUMENTS) -> bool:
    """Say whether any lease of a part is there."""
    return listed(tree, layout.leases(part)) != ([], [])


def asked(name: str) -> tuple[str, str]:
    """Return host and address, with its question, that a file answers."""
    part, host, rest = name.split("/", 2)
    folder, _, file = rest.rpartition("/")
    if part == layout.DOCUMENTS and (number := file.partition(".")[0]).isdecimal():
        return host, f"{API}{number}/"
    language = file.removeprefix("index.").removesuffix("json").removesuffix("html").removesuffix(".")
    root = API if part == layout.DOCUMENTS else "/"
    return host, root + (f"{folder}/" if folder else "") + (f"?locale={language}" if language else "")


def differences(tree: Storage, *, compressed: bool = False) -> list[str]:
    """Return the names of the files that say something else than the application does.

    With ``compressed``, of those that say something else than the file beside them.
    """
    return [name for name in names(tree) if _differs(tree, name, compressed=compressed)]


def _differs(tree: Storage, name: str, *, compressed: bool) -> bool:
    body = read(tree, name) or b""
    if name.endswith(".gz"):
        return compressed and gzip.decompress(body) != read(tree, name.removesuffix(".gz"))
    if name.endswith(".br"):
        return compressed and brotli.decompress(body) != read(tree, name.removesuffix(".br"))
    if compressed or name.endswith("/changes.json"):
        return False
    host, address = asked(name)
    answer = Client(headers={"host": host}).get(address)
    return answer.status_code != 200 or _said(answer.content) != _said(body)


def _said(body: bytes) -> bytes:
    """Return what is told without the place to ask on from: an older one tells more, and nothing wrong."""
    return re.sub(rb'"next":"[^"]*"', b"", body)
