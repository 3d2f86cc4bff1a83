"""The leases, without which nothing is handed out."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import Storage

from tests import factories
from tests.publishing.tree.spies import Bucket
from urgent_actions.models.publications import END
from urgent_actions.publishing.tree import layout, leases
from urgent_actions.publishing.tree.storage import FolderStorage, listed, read, write

PART = layout.DOCUMENTS


def renewed(tree: Storage, *, moment: datetime = factories.NOW, until: datetime = END) -> list[int]:
    """Return the slots that are leased, the first of ``moment`` being 0."""
    leases.renew(tree, PART, moment=moment, until=until)
    folders, files = listed(tree, layout.leases(PART))
    return [int(name) - layout.slot(factories.NOW) for name in (*folders, *files)]


def test_leases_are_written_for_ten_minutes(tree: Storage) -> None:
    assert renewed(tree) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("seconds", "expected"), [(205, [0, 1]), (204, [0]), (105, [0]), (104, []), (0, []), (-9, [])])
def test_no_lease_reaches_beyond_what_changes_by_itself(seconds: int, expected: list[int], tree: Storage) -> None:
    assert renewed(tree, until=factories.NOW + timedelta(seconds=seconds)) == expected


def test_leases_that_are_over_or_too_long_are_taken_away(tree: Storage) -> None:
    renewed(tree)
    later = factories.NOW + timedelta(seconds=250)
    assert renewed(tree, moment=later, until=later + timedelta(seconds=200)) == [2, 3]


def test_after_closing_there_is_none(tree: Storage) -> None:
    renewed(tree)
    leases.close(tree, PART)
    assert listed(tree, layout.leases(PART)) == ([], [])


def test_a_part_is_open_in_a_slot_that_is_leased(tree: Storage) -> None:
    renewed(tree, until=factories.NOW + timedelta(seconds=150))
    asked = (factories.NOW + timedelta(seconds=each) for each in (0, 99, 100))
    assert [leases.is_open(tree, PART, moment=each) for each in asked] == [True, True, False]


def test_the_parts_have_leases_of_their_own(tree: Storage) -> None:
    renewed(tree)
    assert leases.is_open(tree, layout.PAGES, moment=factories.NOW) is False


def test_in_a_folder_a_lease_leads_to_the_files(tmp_path: Path) -> None:
    storage = FolderStorage(location=tmp_path)
    write(storage, "documents/index.json", b"text")
    renewed(storage)
    lease = f"alive-documents/{layout.slot(factories.NOW)}"
    assert (tmp_path / lease).readlink() == Path("../documents")
    assert read(storage, f"{lease}/index.json") == b"text"


def test_in_an_object_store_a_lease_is_an_object() -> None:
    bucket: Any = Bucket()
    assert renewed(bucket) == [0, 1, 2, 3, 4, 5]
    assert read(bucket, f"alive-documents/{layout.slot(factories.NOW)}") == b"lease\n"
