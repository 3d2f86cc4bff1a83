"""The case: all urgent actions of one number, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Numbered(Protocol):
    """Anything that has a place in a chain."""

    @property
    def ordinal(self) -> int | None: ...


T = TypeVar("T", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Chain(Generic[T]):
    """The published urgent actions of a case as seen from one of them, first to latest."""

    items: tuple[T, ...]
    ordinal: int | None

    @property
    def previous(self) -> T | None:
        """Return the one before, or None. A gap (the first is missing) is skipped."""
        earlier = [item for item in self.items if _place(item) < (self.ordinal or 0)]
        return earlier[-1] if earlier else None

    @property
    def next(self) -> T | None:
        """Return the one after, or None."""
        return self.later[0] if self.later else None

    @property
    def latest(self) -> T | None:
        """Return the newest one, be it later, earlier or the one looked from; None for an empty chain."""
        return self.items[-1] if self.items else None

    @property
    def superseded(self) -> bool:
        """Say whether a later urgent action of the case is published."""
        return bool(self.later)

    @property
    def later(self) -> list[T]:
        """Return those after this one, in order."""
        # Without an ordinal nobody can say which one is newer, so none is.
        return [item for item in self.items if self.ordinal is not None and _place(item) > self.ordinal]


def chain(items: Iterable[T], *, ordinal: int | None) -> Chain[T]:
    """Return the chain of ``items`` in their order, as seen from the urgent action with this ordinal."""
    return Chain(tuple(sorted(items, key=_place)), ordinal)


def _place(item: Numbered) -> int:
    return item.ordinal or 0
