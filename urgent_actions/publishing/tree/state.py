"""How far the writer of a part is: written into the tree before each deed, so that a dead one's work goes on."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from django.core.files.storage import Storage

from . import layout
from .hosts import Host
from .storage import read, write

FORMAT = 1
"""Another one, and the whole tree is written anew."""

Mark = tuple[int, str]
"""The state of all that is public, as ``publishing.present.present`` names it, fit for JSON."""


@dataclass(slots=True, kw_only=True)
class State:
    """A place in what happens to the publications, and what is still to be written of all before it."""

    generation: int
    nonce: str
    moment: str
    hosts: dict[str, int]
    around: str
    """``Part.around`` of what is written."""
    swept: str | None = None
    """What should not be there is being deleted, and is up to this folder; None: nothing should not be there."""
    after: int | None = None
    """All is being written, in order of the ids, and is up to here; None: all is written."""
    todo: list[int] = field(default_factory=list)
    """Urgent actions to be written, in this order."""
    hosts_todo: list[str] = field(default_factory=list)
    """Hosts whose lists are to be written after them."""
    lists: dict[str, list[str]] = field(default_factory=dict)
    """Files of lists that may have to go again, by host."""
    format: int = FORMAT

    @classmethod
    def anew(cls, mark: Mark, *, moment: datetime, hosts: list[Host], around: str) -> Self:
        """Return the state of a part of which nothing is known: everything is to be written, and the rest to go."""
        owners = {host.name: host.owner for host in hosts}
        place: dict[str, Any] = {"generation": mark[0], "nonce": mark[1], "moment": moment.isoformat()}
        return cls(**place, hosts=owners, around=around, swept="", after=0, hosts_todo=sorted(owners))

    @classmethod
    def read(cls, storage: Storage, part: str) -> Self | None:
        """Return the state of a part, or None if there is none that can be gone on from."""
        stored: dict[str, Any] = json.loads(read(storage, layout.state(part)) or b"{}")
        return cls(**stored) if stored.get("format") == FORMAT else None

    def write(self, storage: Storage, part: str) -> None:
        """Store it."""
        write(storage, layout.state(part), json.dumps(asdict(self)).encode())

    @property
    def mark(self) -> Mark:
        """Return the state of all that is public to which this leads."""
        return self.generation, self.nonce

    @property
    def since(self) -> datetime:
        """Return the moment up to which time has been followed."""
        return datetime.fromisoformat(self.moment)

    @property
    def is_complete(self) -> bool:
        """Say whether nothing is left to be written."""
        return self.swept is None and self.after is None and not self.todo and not self.hosts_todo

    def is_before(self, mark: Mark, hosts: list[Host]) -> bool:
        """Say whether this leads on to ``mark``: not so after a backup was played back, or with other hosts."""
        if self.hosts != {host.name: host.owner for host in hosts}:
            return False
        return self.generation < mark[0] or self.mark == mark

    def lead(self, mark: Mark, *, moment: datetime, ids: list[int], hosts: list[str]) -> None:
        """Go to another place, with these to be written before all that is left."""
        self.generation, self.nonce = mark
        self.moment = moment.isoformat()
        self.todo = [*ids, *(each for each in self.todo if each not in set(ids))]
        self.hosts_todo = sorted({*self.hosts_todo, *hosts})


def forget(storage: Storage, part: str) -> None:
    """Let a part that has been begun be begun again."""
    if storage.exists(layout.state(part)):
        write(storage, layout.state(part), b"{}")
