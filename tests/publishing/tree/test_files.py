"""Files and what is beside them."""

import gzip

import brotli
import pytest
from django.core.files.storage import Storage

from tests.publishing.tree.spies import Bucket
from urgent_actions.publishing.ready import ready
from urgent_actions.publishing.tree.files import put, remove, sweep
from urgent_actions.publishing.tree.storage import read, write

NAME = "pages/www.example.org/en/index.html"


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


def everything(storage: Storage, folder: str = "") -> list[str]:
    folders, files = storage.listdir(folder)
    below = f"{folder}/" if folder else ""
    return sorted(
        [below + each for each in files] + [name for each in folders for name in everything(storage, below + each)]
    )


def test_a_file_stands_beside_the_same_compressed(bucket: Bucket) -> None:
    assert put(bucket, NAME, ready("text")) is True
    assert read(bucket, NAME) == b"text"
    assert gzip.decompress(read(bucket, NAME + ".gz") or b"") == b"text"
    assert brotli.decompress(read(bucket, NAME + ".br") or b"") == b"text"


def test_what_says_so_already_is_not_written(bucket: Bucket) -> None:
    put(bucket, NAME, ready("text"))
    bucket.deeds.clear()
    assert (put(bucket, NAME, ready("text")), bucket.deeds) == (False, [])


@pytest.mark.parametrize("lost", [NAME, f"{NAME}.gz", f"{NAME}.br"])
def test_what_is_not_there_as_a_whole_is_written(lost: str, bucket: Bucket) -> None:
    put(bucket, NAME, ready("text"))
    bucket.delete(lost)
    assert put(bucket, NAME, ready("text")) is True
    assert everything(bucket) == [NAME, f"{NAME}.br", f"{NAME}.gz"]


def test_what_is_compressed_goes_before_the_plain_file_changes(bucket: Bucket) -> None:
    put(bucket, NAME, ready("old"))
    bucket.deeds.clear()
    put(bucket, NAME, ready("new"))
    assert bucket.deeds == [
        ("delete", f"{NAME}.br"),
        ("delete", f"{NAME}.gz"),
        ("write", NAME),
        ("write", f"{NAME}.br"),
        ("write", f"{NAME}.gz"),
    ]


def test_a_file_goes_with_what_is_beside_it(bucket: Bucket) -> None:
    put(bucket, NAME, ready("text"))
    remove(bucket, NAME)
    assert everything(bucket) == []


def test_to_remove_what_is_not_there_is_no_deed(bucket: Bucket) -> None:
    remove(bucket, NAME)
    assert bucket.deeds == []


def test_a_sweep_leaves_what_is_wanted_and_nothing_else(tree: Storage) -> None:
    wanted = ["pages/a/index.html", "pages/a/b/index.html", "pages/a/b/c/index.html", "pages/d/index.html"]
    for name in [
        *wanted,
        "pages/a/b/e/index.html",
        "pages/f/index.html",
        "pages/f/g/h/index.html",
        "pages/.unfinished",
    ]:
        put(tree, name, ready("text"))
    write(tree, "state/pages.json", b"{}")
    assert list(sweep(tree, "pages", keep=wanted, after="")) == [
        "pages",
        "pages/a",
        "pages/a/b",
        "pages/a/b/c",
        "pages/a/b/e",
        "pages/d",
        "pages/f",
        "pages/f/g",
        "pages/f/g/h",
    ]
    beside = [name + suffix for name in wanted for suffix in (".br", ".gz")]
    assert everything(tree, "pages") == sorted([*wanted, *beside])
    assert read(tree, "state/pages.json") == b"{}"
    assert tree.exists("pages/f") is False


def test_a_sweep_goes_on_after_any_folder(tree: Storage) -> None:
    for name in ("a/b/c", "a/b-c", "a/b", "a", "d/e"):
        put(tree, f"pages/{name}/index.html", ready("text"))
    deeds = [next(sweep(tree, "pages", keep=["pages/a/index.html"], after="")) for _ in range(1)]
    while found := next(sweep(tree, "pages", keep=["pages/a/index.html"], after=deeds[-1]), ""):
        deeds.append(found)
    assert deeds == ["pages", "pages/a", "pages/a/b", "pages/a/b/c", "pages/a/b-c", "pages/d", "pages/d/e"]
    assert everything(tree, "pages") == ["pages/a/index.html", "pages/a/index.html.br", "pages/a/index.html.gz"]


def test_in_a_sweep_what_is_compressed_goes_first(bucket: Bucket) -> None:
    put(bucket, NAME, ready("text"))
    bucket.deeds.clear()
    list(sweep(bucket, "pages", keep=[], after=""))
    files = [name for _, name in bucket.deeds if "index" in name]
    assert files == [f"{NAME}.gz", f"{NAME}.br", NAME]


def test_a_sweep_of_what_is_not_there_is_no_mistake(tree: Storage) -> None:
    assert list(sweep(tree, "pages", keep=["pages/a/index.html"], after="")) == ["pages"]
    assert tree.exists("pages") is False
