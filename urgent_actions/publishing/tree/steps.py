"""Leading the tree to the present state, a bounded step at a time.

Each step holds the lock of all that is public: whoever publishes waits for it, and what it writes is of one state. What
is to be done is noted before it is done, so it does not matter who takes the next step, or when.
"""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from ...models.publications import Publication
from .. import generation
from ..present import present
from . import layout, leases
from .documents import Documents
from .files import sweep
from .hosts import hosts
from .pages import Pages
from .part import Part
from .state import Mark, State, forget

SECONDS = 0.5
"""So long whoever publishes may have to wait for a step."""
MOST_DUE = 5000
"""If more than these are due, everything is: a list of ids is a burden, and databases limit it."""
PARTS: tuple[Part, ...] = (Documents(), Pages())


@dataclass(frozen=True, slots=True)
class Standing:
    """How a part of the tree stands: the state that it follows, what is left to write, and until when it is true."""

    part: str
    mark: Mark
    left: int
    until: datetime


def present_mark() -> Mark:
    """Return the mark of the present state of all that is public, as the tree notes it."""
    value, nonce = present()
    return value, str(nonce)


def begun(storage: Storage) -> list[str]:
    """Return the parts that have been begun."""
    return [part.name for part in PARTS if storage.exists(layout.state(part.name))]


def close(storage: Storage) -> None:
    """Hand out nothing from here on."""
    for part in PARTS:
        leases.close(storage, part.name)


def step(storage: Storage, *, pages: bool, anew: bool = False, seconds: float = SECONDS) -> list[Standing]:
    """Write what can be written in so many seconds, at least one piece; hand out from now on what is complete.

    Return how the parts stand, up to the first that is not complete, since the next one rests on it. With ``anew``
    everything is begun again.
    """
    end, found = monotonic() + seconds, []
    with transaction.atomic():
        generation.hold_by_writing()
        # Another process may have changed a site since this one last looked.
        Site.clear_site_root_paths_cache()
        for part in PARTS if pages else PARTS[:1]:
            found.append(_Step(storage, part, end=end).take(anew=anew))
            if found[-1].left:
                break
    return found


class _Step:
    """One part's share of a step."""

    def __init__(self, storage: Storage, part: Part, *, end: float) -> None:
        self.storage, self.part, self.end = storage, part, end
        self.mark, self.moment, self.hosts = present_mark(), timezone.now(), hosts()
        place = PARTS.index(part)
        # This part and those that rest on it, and those that it rests on.
        self._resting, self._below = PARTS[place:], PARTS[: place + 1]

    def take(self, *, anew: bool) -> Standing:
        """Write what there is time for."""
        stored = None if anew else State.read(self.storage, self.part.name)
        known = stored.mark if stored else None
        state = self._led(stored)
        if not state.is_complete:
            self._close()
            state.write(self.storage, self.part.name)
            self._work(state)
            state.write(self.storage, self.part.name)
        elif state.mark != known:
            state.write(self.storage, self.part.name)
        # A part is not true for longer than those that it rests on.
        until = min(each.until(moment=self.moment) for each in self._below)
        if state.is_complete:
            leases.renew(self.storage, self.part.name, moment=self.moment, until=until)
        return Standing(self.part.name, self.mark, self._left(state), until)

    def _led(self, state: State | None) -> State:
        """Return the state with what is to be written to come to the present one."""
        around = self.part.around(moment=self.moment)
        if state is None or not state.is_before(self.mark, self.hosts):
            return self._anew(around)
        due = self.part.due(state, moment=self.moment, hosts=self.hosts)
        if len(due.ids) > MOST_DUE:
            return self._anew(around)
        state.lead(self.mark, moment=self.moment, ids=due.ids, hosts=due.hosts)
        if state.around != around:
            state.around, state.after, state.hosts_todo = around, 0, sorted(state.hosts)
        return state

    def _anew(self, around: str) -> State:
        # What documents there were does not say any more which pages have to go.
        self._close()
        for each in self._resting:
            forget(self.storage, each.name)
        return State.anew(self.mark, moment=self.moment, hosts=self.hosts, around=around)

    def _close(self) -> None:
        for each in self._resting:
            leases.close(self.storage, each.name)

    def _work(self, state: State) -> None:
        while not state.is_complete:
            if state.swept is not None:
                self._sweep(state)
            elif state.todo:
                ids, state.todo = state.todo[: self.part.batch], state.todo[self.part.batch :]
                self._write(ids)
            elif state.after is not None:
                waiting = Publication.objects.filter(pk__gt=state.after).order_by("pk").values_list("pk", flat=True)
                ids = list(waiting[: self.part.batch])
                self._write(ids)
                state.after = ids[-1] if ids else None
            else:
                name = state.hosts_todo.pop()
                host = next(host for host in self.hosts if host.name == name)
                self.part.write_lists(self.storage, host, state, moment=self.moment)
            if monotonic() > self.end:
                return

    def _sweep(self, state: State) -> None:
        keep = set(self.part.names(self.hosts, moment=self.moment))
        for folder in sweep(self.storage, self.part.name, keep=keep, after=state.swept or ""):
            state.swept = folder
            if monotonic() > self.end:
                return
        state.swept = None

    def _write(self, ids: list[int]) -> None:
        self.part.write(self.storage, ids, moment=self.moment, hosts=self.hosts)

    def _left(self, state: State) -> int:
        waiting = Publication.objects.filter(pk__gt=state.after).count() if state.after is not None else 0
        # To find that there is nothing more is a piece of work, too.
        looking = (state.after is not None) + (state.swept is not None)
        return len(state.todo) + len(state.hosts_todo) + waiting + looking
