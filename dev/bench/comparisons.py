"""The comparisons under load: which side is asked for what, and how it has to come out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from . import addresses, figures
from .figures import Aim, Row
from .load import Pace, Side, with_rounds
from .servers import Server
from .terminal import NotThereYet


@dataclass(frozen=True, slots=True)
class Setting:
    """What is up while one number of documents is measured."""

    documents: int
    ids: Sequence[int]
    site: Server
    cold: Server
    bare: Server
    pace: Pace


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row. ``ours`` and ``baseline`` raise NotThereYet for what this tree does not have."""

    name: str
    what: str
    aim: Aim
    ours: Callable[[Setting], Side]
    baseline: Callable[[Setting], Side]


def _there(side: Side) -> Side:
    """Return the side if it answers; raise NotThereYet if not."""
    answer = side.server.get(side.paths[0])
    if answer.status != 200:
        raise NotThereYet(f"{side.paths[0]} answers {answer.status}")
    return side


def _own(kind: str) -> Callable[[Setting], Side]:
    return lambda setting: _there(Side(setting.site, getattr(addresses.own(setting.ids), kind), remembers=True))


def _cold(kind: str) -> Callable[[Setting], Side]:
    return lambda setting: _there(Side(setting.cold, getattr(addresses.own(setting.ids), kind)))


def _stock(kind: str) -> Callable[[Setting], Side]:
    return lambda setting: _there(Side(setting.site, getattr(addresses.stock(setting.ids), kind)))


def _plain(setting: Setting) -> Side:
    return _there(Side(setting.site, addresses.plain(setting.ids).detail))


def _page_api(setting: Setting) -> Side:
    return _there(Side(setting.site, addresses.page_api(setting.ids).detail, remembers=True))


def _bare(kind: str) -> Callable[[Setting], Side]:
    return lambda setting: _there(Side(setting.bare, getattr(addresses.bare(setting.ids), kind)))


def _letters(setting: Setting) -> Side:
    """Return the letters of those that can be written from; they are set here, before anything counts."""
    side = Side(setting.site, addresses.own(setting.ids).letter, remembers=True)
    there = [path for path in side.paths if side.server.get(path).status == 200]
    if not there:
        raise NotThereYet(f"{side.paths[0]} gives no letter")
    return replace(side, paths=there)


def _not_modified(setting: Setting) -> Side:
    side = _own("detail")(setting)
    etags = [side.server.get(path).etag for path in side.paths]
    if not etags[0] or side.server.get(side.paths[0], etag=etags[0]).status != 304:
        raise NotThereYet(f"{side.paths[0]} does not answer 304")
    return replace(side, etags=etags)


COLD = "own API without its memory against stock v2"
COMPARISONS = (
    Comparison("detail/bare", "own API against a bare view", figures.speed(0.75), _own("detail"), _bare("detail")),
    Comparison("list/bare", "own API against a bare view", figures.speed(0.75), _own("list"), _bare("list")),
    Comparison("detail/stock", "own API against stock v2", figures.speed(30), _own("detail"), _stock("detail")),
    Comparison("list/stock", "own API against stock v2", figures.speed(50), _own("list"), _stock("list")),
    Comparison("search/stock", "own API against stock v2", figures.speed(50), _own("search"), _stock("search")),
    Comparison("page-api/stock", "detail of /api/v2/ against stock v2", figures.speed(15), _page_api, _stock("detail")),
    Comparison("letter/file", "a letter as PDF, again, against a file", figures.time(1.1), _letters, _bare("letter")),
    # Without an aim. What if the baseline did not have to make what the plugin serves, and how much is the memory's?
    Comparison("detail/plain", "own API against v2 with plain fields", figures.speed(None), _own("detail"), _plain),
    Comparison("detail/cold", COLD, figures.speed(None), _cold("detail"), _stock("detail")),
    Comparison("list/cold", COLD, figures.speed(None), _cold("list"), _stock("list")),
    Comparison("search/cold", COLD, figures.speed(None), _cold("search"), _stock("search")),
    Comparison("304/200", "detail not modified against whole", figures.speed(1), _not_modified, _own("detail")),
)
GROWTH = (
    Comparison("detail/growth", "own API, many against few", figures.time(1.3), _own("detail"), _own("detail")),
    Comparison("list/growth", "own API, many against few", figures.time(1.3), _own("list"), _own("list")),
)


def is_wanted(name: str, only: Sequence[str]) -> bool:
    """Say whether a row was asked for: by its name, or by either part of it; all are if none was."""
    return not only or bool({name, *name.split("/")} & set(only))


def measured(setting: Setting, *, only: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each comparison with a baseline."""
    for each in COMPARISONS:
        if is_wanted(each.name, only):
            ours, baseline = _found(each.ours, setting), _found(each.baseline, setting)
            yield _row(each, f"{setting.documents:,}", ours, baseline, setting.pace)


def grown(few: Setting, many: Setting, *, only: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each comparison of many documents with few."""
    for each in GROWTH:
        if is_wanted(each.name, only):
            ours, baseline = _found(each.ours, many), _found(each.baseline, few)
            yield _row(each, f"{many.documents:,} : {few.documents:,}", ours, baseline, many.pace)


def _found(side: Callable[[Setting], Side], setting: Setting) -> Side | str:
    """Return the side, or why it is not there."""
    try:
        return side(setting)
    except NotThereYet as error:
        return str(error)


def _row(which: Comparison, documents: str, ours: Side | str, baseline: Side | str, pace: Pace) -> Row:
    missing = " and ".join(side for side in (ours, baseline) if isinstance(side, str))
    return with_rounds(
        Row(which.name, which.what, documents, which.aim),
        None if isinstance(ours, str) else ours,
        None if isinstance(baseline, str) else baseline,
        pace=pace,
        missing=missing,
    )
