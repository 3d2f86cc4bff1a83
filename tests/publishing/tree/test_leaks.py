"""What is not public does not leak: the canaries of the APIs, looked for in every file of the tree."""

import gzip

import brotli
import pytest
from django.core.files.storage import Storage

from tests.api.canaries import CANARY
from tests.api.test_leaks import Planted, planted
from tests.publishing.tree.trees import names, write_all
from urgent_actions.publishing.tree.storage import read

__all__ = ["planted"]

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files that it made renditions in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

OPENED = {"gz": gzip.decompress, "br": brotli.decompress}


def test_no_file_tells_of_what_is_hidden_by_its_name_or_in_it(planted: Planted, tree: Storage) -> None:
    write_all(tree)
    found = {name: read(tree, name) or b"" for name in names(tree)}
    plain = {name: OPENED.get(name.rpartition(".")[2], bytes)(body) for name, body in found.items()}
    assert {page.pk for page in planted.live if any(name.endswith(f"/{page.pk}.json") for name in plain)} == {
        page.pk for page in planted.live
    }, "what is public must be there, or this proves nothing"
    assert [name for name, body in plain.items() if CANARY.encode() in name.encode() + body.lower()] == []
