"""Storages that tell of each single deed, when it is done."""

from collections.abc import Callable
from typing import Any

from django.core.files.storage import InMemoryStorage

from urgent_actions.publishing.tree.storage import FolderStorage


class Spied:
    """Keeps in ``deeds`` what was done; ``heard`` is called after each."""

    heard: Callable[[], None] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.deeds: list[tuple[str, str]] = []

    def _tell(self, deed: str, name: str) -> None:
        self.deeds.append((deed, name))
        if self.heard:
            self.heard()

    def _save(self, name: str, content: Any) -> str:
        written: str = super()._save(name, content)  # type: ignore[misc]  # mixed into a storage
        self._tell("write", written)
        return written

    def delete(self, name: str) -> None:
        there = self.exists(name)  # type: ignore[attr-defined]  # mixed into a storage
        super().delete(name)  # type: ignore[misc]  # mixed into a storage
        if there:
            self._tell("delete", name)


class Folder(Spied, FolderStorage):
    """A folder as it is used."""

    def link(self, name: str, *, to: str) -> None:
        super().link(name, to=to)
        self._tell("write", name)


class Bucket(Spied, InMemoryStorage):
    """An object store: what is put takes the place of what is there."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: Any) -> str:
        # In memory a shorter text would leave the end of a longer one.
        InMemoryStorage.delete(self, name)
        return super()._save(name, content)
