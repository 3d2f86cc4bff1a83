"""What the tree is made of, for whoever leads it on."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from django.core.files.storage import Storage

from .due import Due
from .hosts import Host
from .state import State


class Part(Protocol):
    """Files of one kind. What time or deeds have done to an urgent action is known to all parts alike."""

    @property
    def name(self) -> str:
        """Name of its folder."""

    batch: int
    """So many urgent actions are written at once."""

    def around(self, *, moment: datetime) -> str:
        """Return a name of all else that each of its files shows: where that is another one, everything is due."""

    def due(self, state: State, *, moment: datetime, hosts: list[Host]) -> Due:
        """Return what is to be written to lead ``state`` to the present one."""

    def write(self, storage: Storage, ids: list[int], *, moment: datetime, hosts: list[Host]) -> None:
        """Write the files of these as they are at ``moment``."""

    def write_lists(self, storage: Storage, host: Host, state: State, *, moment: datetime) -> None:
        """Write the lists of a host."""

    def until(self, *, moment: datetime) -> datetime:
        """Return when something of it changes by itself after ``moment``."""

    def names(self, hosts: list[Host], *, moment: datetime) -> Iterable[str]:
        """Yield the names of all files that are to be there."""
