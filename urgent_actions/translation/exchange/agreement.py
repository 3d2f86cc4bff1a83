"""Whether the markup of a translation is that of its source: each piece once, in the same paragraphs and lists.

Emphasis, links and line breaks may change places, since languages order words differently.
"""

from collections import Counter
from collections.abc import Iterator

from ...messages import gettext_noop
from .markup import BLOCKS, INLINE, BadMarkup, Code, Nodes, codes

MISSING = gettext_noop("%(found)s of the source is missing")
EXTRA = gettext_noop("%(found)s is not in the source, or not as often")
OTHER_ORDER = gettext_noop("its paragraphs and lists are not those of the source")
OUTSIDE = gettext_noop("“%(found)s” stands outside the paragraphs and lists")


def check_agreement(target: Nodes, *, source: Nodes) -> None:
    """Raise BadMarkup, naming the first difference, where the markup of a translation is not that of its source."""
    wanted, given = _counted(source), _counted(target)
    if missing := wanted - given:
        raise BadMarkup(MISSING, found=_first(missing))
    if extra := given - wanted:
        raise BadMarkup(EXTRA, found=_first(extra))
    if list(_shape(target)) != list(_shape(source)):
        raise BadMarkup(OTHER_ORDER)
    if (outside := _outside(target)) and not _outside(source):
        raise BadMarkup(OUTSIDE, found=outside[:20])


def _counted(nodes: Nodes) -> Counter[str]:
    return Counter(code.opening for code in codes(nodes))


def _first(counted: Counter[str]) -> str:
    return next(iter(counted))


def _shape(nodes: Nodes) -> Iterator[str]:
    for each in nodes:
        if isinstance(each, Code) and each.tag in BLOCKS:
            yield each.opening
            yield from _shape(each.children)
            yield each.closing


def _outside(nodes: Nodes) -> str:
    """Return the first words, or the first piece of markup, that lie in no block; empty where all lie in one."""
    for each in nodes:
        if isinstance(each, str) and each.strip():
            return each.strip()
        if isinstance(each, Code) and each.tag in INLINE:
            return each.opening
    return ""
