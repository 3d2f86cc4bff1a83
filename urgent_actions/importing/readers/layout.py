"""The pages of a PDF as rows of characters, as they lie on paper, turned into the order in which they are read."""

import re
from itertools import pairwise, takewhile

_NUMBER = r"\d{1,3}(?:\s*(?:/|of|de|sur|von)\s*\d{1,3})?"
_PAGE = r"(?:page|pág(?:ina|\.)|seite|p\.|s\.)"
_PAGE_NUMBER = re.compile(rf"\W*(?:{_PAGE}\s*)?{_NUMBER}\W*", re.IGNORECASE)
_NUMBER_AT_END = re.compile(rf"(?:\b{_PAGE}\s*|\s{{3,}}){_NUMBER}\W*$", re.IGNORECASE)
# So many rows at the edge of a page may also stand on the one before.
_EDGE = 6
_LABEL = re.compile(r"[>\s]*[^\W\d_][\w'’-]{1,24}\s?:\s")
_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_GAP = re.compile(r" {2,}")
# So many rows with text on both sides make columns; fewer are lines with a wide gap.
_FEWEST_ROWS = 3


def is_page_number(row: str) -> bool:
    """Tell whether a row is the number of a page, and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(row))


def without_repetitions(pages: list[list[str]]) -> list[list[str]]:
    """Return the rows of the pages without page numbers, and without what the page before has at the same edge."""
    bare = [_without_number(page) for page in pages]
    kept = bare[:1]
    for before, page in pairwise(bare):
        top = _shared(before, page)
        bottom = _shared(before[::-1], page[::-1])
        kept.append(page[top : max(top, len(page) - bottom)])
    return kept


def in_columns(rows: list[str], *, labelled: bool = False) -> list[str]:
    """Return the rows so that of those that lie side by side, in columns, one column comes after the other.

    ``labelled``: only columns of which both have a label in the same row, as “Fax:” in two addresses; in a text that
    was not set in columns wide gaps are something else.
    """
    read, start = [], 0
    while start < len(rows):
        end, gutter = _columns(rows, start)
        if end == start or (labelled and not any(_are_labelled(row, gutter) for row in rows[start:end])):
            read.append(rows[start])
            start += 1
            continue
        left, right = [row[:gutter] for row in rows[start:end]], [row[gutter:] for row in rows[start:end]]
        read += ["", *left, "", *in_columns(right, labelled=labelled), ""]
        start = end
    return read


def _are_labelled(row: str, gutter: int) -> bool:
    return bool(_LABEL.match(row[:gutter]) and _LABEL.match(row[gutter:]))


def _columns(rows: list[str], start: int) -> tuple[int, int]:
    """Return where the columns that begin in row ``start`` end, and where the second one begins; ``start``: nowhere."""
    found = _WIDE_GAP.search(rows[start])
    if found is None:
        return start, 0
    gap, on_both_sides, end = found.span(), 0, start
    for number in range(start, len(rows)):
        row = rows[number].rstrip()
        if not row:
            continue
        free = _free(row, *gap)
        below = rows[number + 1] if number + 1 < len(rows) else ""
        if free is None and _is_full(row, gap[1]) and len(below) > gap[1] and _free(below, *gap):
            # The left one of the columns is full here, and goes on below.
            free = gap
        is_left_alone = len(row) <= gap[1]
        # What follows an empty row and has nothing beside it is a new paragraph.
        if free is None or (is_left_alone and number > end):
            break
        gap, end = free, number + 1
        on_both_sides += not is_left_alone and bool(row[: gap[0]].strip())
    return (end, gap[1]) if on_both_sides >= _FEWEST_ROWS else (start, 0)


def _is_full(row: str, gutter: int) -> bool:
    return row[gutter - 1 : gutter + 1].strip() != "" and row[gutter - 1 : gutter] == " "


def _free(row: str, left: int, right: int) -> tuple[int, int] | None:
    """Return the widest empty place of a row between two places, None where it has none."""
    gaps = [gap.span() for gap in _GAP.finditer(row.ljust(right), left, right)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _without_number(page: list[str]) -> list[str]:
    rows = _stripped(page)
    for edge in (0, -1):
        if rows and is_page_number(rows[edge]):
            rows.pop(edge)
    return _stripped(rows)


def _stripped(rows: list[str]) -> list[str]:
    """Return the rows from the first to the last that is not empty."""
    blank = len(list(takewhile(lambda row: not row.strip(), rows)))
    rows = rows[blank:]
    blank = len(list(takewhile(lambda row: not row.strip(), reversed(rows))))
    return rows[: len(rows) - blank]


def _shared(before: list[str], page: list[str]) -> int:
    """Return how many rows two pages have in common, from the first one on."""
    pairs = zip(before[:_EDGE], page[:_EDGE], strict=False)
    return len(list(takewhile(lambda pair: _key(pair[0]) == _key(pair[1]), pairs)))


def _key(row: str) -> str:
    return " ".join(_NUMBER_AT_END.sub("", row).split())
