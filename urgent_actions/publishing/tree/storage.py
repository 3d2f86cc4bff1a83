"""Where the tree is stored: in a folder, or in what Django knows as a storage."""

import os
import time
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from .layout import COMPRESSED

ALIAS = "urgent_actions_tree"
"""Key in STORAGES. A project that does not have it has no tree."""


class UnfitStorage(Exception):  # noqa: N818  # it is the storage that is wrong, as its name says
    """The storage in STORAGES cannot hold a tree."""


def tree_storage() -> Storage | None:
    """Return the storage of the tree, or None if the project wants no tree."""
    return storages[ALIAS] if ALIAS in settings.STORAGES else None


def read(storage: Storage, name: str) -> bytes | None:
    """Return what is in a file, or None if there is none."""
    if not storage.exists(name):
        return None
    with storage.open(name) as file:
        return bytes(file.read())


def write(storage: Storage, name: str, body: bytes) -> None:
    """Write a file in the place of what is there; raise UnfitStorage if the storage keeps both."""
    written = storage.save(name, ContentFile(body))
    if written != name:
        storage.delete(written)
        raise UnfitStorage(f"{ALIAS} must replace what is there, but wrote “{written}” beside “{name}”.")


def listed(storage: Storage, folder: str) -> tuple[list[str], list[str]]:
    """Return the names of folders and files in a folder; none if it is not there."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return [], []
    return sorted(folders), sorted(files)


class FolderStorage(FileSystemStorage):
    """A folder in which each file is there as a whole or not at all, for whoever reads it at any moment."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"allow_overwrite": True, **options})

    def _save(self, name: str, content: File[Any]) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{uuid.uuid4().hex}")
        try:
            with unfinished.open("xb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
            if self.file_permissions_mode is not None:
                unfinished.chmod(self.file_permissions_mode)
            os.utime(unfinished, (changed_at := self._changed_at(path), changed_at))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        return name

    def _changed_at(self, path: Path) -> int:
        """Return another second than that of what is replaced: with the size it is all that nginx's ETag is made of."""
        if path.suffix in COMPRESSED:
            return _second_of(path.with_suffix("")) or int(time.time())
        return max(int(time.time()), _second_of(path) + 1)

    def link(self, name: str, *, to: str) -> None:
        """Let ``name`` lead to the folder ``to``."""
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(os.path.relpath(self.path(to), path.parent), target_is_directory=True)

    def delete(self, name: str) -> None:
        """Delete a file, a link, or an empty folder; nothing if it is gone already."""
        path = Path(self.path(name))
        if path.is_symlink():
            path.unlink(missing_ok=True)
        else:
            super().delete(name)


def _second_of(path: Path) -> int:
    return int(path.stat().st_mtime) if path.exists() else 0
