"""What a reader may rely on at any instant, between any two deeds of the writer."""

import json
import re
from collections.abc import Iterator

from django.core.files.storage import Storage
from django.utils import timezone

from tests.publishing.tree.trees import HOST, PARTS, changes, differences, names, text
from urgent_actions.models import Edition
from urgent_actions.publishing.tree import layout, leases
from urgent_actions.publishing.tree.storage import read

_DETAIL = re.compile(r"documents/([^/]+)/([0-9]+)\.json")
_LIST = re.compile(r"documents/([^/]+)/.*(index(\..+)?|changes)\.json")


def broken(tree: Storage) -> list[str]:
    """Return what is wrong just now, in words."""
    return [*_compressed(tree), *_lists(tree), *_promised(tree)]


def _compressed(tree: Storage) -> Iterator[str]:
    """What is compressed says what the plain one says."""
    there = names(tree)
    yield from (f"{name} stands alone" for name in there if name.endswith((".gz", ".br")) and name[:-3] not in there)
    yield from (f"{name} is not compressed from what is beside it" for name in differences(tree, compressed=True))


def _lists(tree: Storage) -> Iterator[str]:
    """What a list names is there, unless it is being withdrawn just now."""
    public, there = _public(), _details(tree)
    for name in names(tree):
        if (found := _LIST.fullmatch(name)) and not _DETAIL.fullmatch(name):
            named = {item["id"] for item in json.loads(text(tree, name) or "").get("items", [])}
            missing = named & public.keys() - there.get(found[1], set())
            yield from (f"{name} names {page_id}" for page_id in sorted(missing))


def _promised(tree: Storage) -> Iterator[str]:
    """What is promised in its present state is there in that state."""
    public = _public()
    for item in changes(tree).get("items", []):
        etag, detail = public.get(item["id"], ("", ""))
        name = layout.detail(HOST, item["id"])
        if etag == item["etag"] and text(tree, name) != detail:
            yield f"changes.json promises {item['id']}"


def handed_out(tree: Storage) -> list[str]:
    """Return the files that a web server hands out just now, and that say something else than the application does."""
    wrong = []
    for part in PARTS:
        if leases.is_open(tree, part, moment=timezone.now()):
            wrong += [name for name in differences(tree) if name.startswith(f"{part}/")]
    return wrong


def gone_and_still_there(tree: Storage) -> list[int]:
    """Return the ids of the documents that are not public any more."""
    return sorted(set().union(*_details(tree).values()) - _public().keys())


def _details(tree: Storage) -> dict[str, set[int]]:
    """Return the ids of the documents that are there, by host."""
    there: dict[str, set[int]] = {}
    for name in names(tree):
        if (found := _DETAIL.fullmatch(name)) and read(tree, name):
            there.setdefault(found[1], set()).add(int(found[2]))
    return there


def _public() -> dict[int, tuple[str, str]]:
    rows = Edition.objects.in_force(moment=timezone.now()).values_list("publication_id", "etag", "detail")
    return {page_id: (etag, detail) for page_id, etag, detail in rows}
