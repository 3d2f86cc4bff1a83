"""The folder in which each file is there as a whole or not at all."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage

from urgent_actions.publishing.tree.storage import FolderStorage, UnfitStorage, read, tree_storage, write

NAME = "documents/www.example.org/index.json"


def test_a_project_without_a_storage_for_it_has_no_tree(settings: Any) -> None:
    assert tree_storage() is None


def test_what_is_written_takes_the_place_of_what_was_there(tree: Storage) -> None:
    write(tree, NAME, b"old")
    write(tree, NAME, b"new")
    assert (read(tree, NAME), tree.listdir("documents/www.example.org")) == (b"new", ([], ["index.json"]))


def test_who_reads_meanwhile_reads_the_old_file_to_its_end(tree: Storage) -> None:
    write(tree, NAME, b"old and long")
    with tree.open(NAME) as reader:
        begin = reader.read(4)
        write(tree, NAME, b"new")
        assert begin + reader.read() == b"old and long"


def test_what_breaks_while_it_is_written_leaves_the_old_file_and_nothing_else(tree: Storage) -> None:
    class Broken(ContentFile[bytes]):
        def chunks(self, chunk_size: int | None = None) -> Any:
            yield b"half"
            raise OSError

    write(tree, NAME, b"old")
    with pytest.raises(OSError):  # noqa: PT011  # it says nothing
        tree.save(NAME, Broken(b""))
    assert (read(tree, NAME), tree.listdir("documents/www.example.org")) == (b"old", ([], ["index.json"]))


def test_a_file_that_is_replaced_has_another_second_as_its_date(tree: Any) -> None:
    dates = []
    for text in (b"one", b"two", b"six"):
        write(tree, NAME, text)
        dates.append(int(Path(tree.path(NAME)).stat().st_mtime))
    assert [date - dates[0] for date in dates] == [0, 1, 2]


def test_a_compressed_file_has_the_date_of_the_plain_one(tree: Any) -> None:
    for name in (NAME, NAME, NAME + ".gz"):
        write(tree, name, b"text")
    plain, compressed = (int(Path(tree.path(name)).stat().st_mtime) for name in (NAME, NAME + ".gz"))
    assert plain == compressed


def test_a_file_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    storage = FolderStorage(location=tmp_path, file_permissions_mode=0o640)
    write(storage, NAME, b"text")
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o640


def test_a_link_is_deleted_and_what_it_leads_to_stays(tree: Any) -> None:
    write(tree, NAME, b"text")
    tree.link("alive-documents/1", to="documents")
    assert read(tree, "alive-documents/1/www.example.org/index.json") == b"text"
    tree.delete("alive-documents/1")
    assert (tree.exists("alive-documents/1"), read(tree, NAME)) == (False, b"text")


@pytest.mark.parametrize("kind", [FileSystemStorage, InMemoryStorage])
def test_a_storage_that_keeps_both_is_refused(kind: type[Any], tmp_path: Path) -> None:
    storage = kind(location=tmp_path)
    write(storage, NAME, b"old")
    with pytest.raises(UnfitStorage, match="urgent_actions_tree must replace what is there"):
        write(storage, NAME, b"new")
    assert (read(storage, NAME), storage.listdir("documents/www.example.org")) == (b"old", ([], ["index.json"]))
