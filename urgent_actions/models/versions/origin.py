"""What a version was made from. It stands on the page, so each of its revisions has its own."""

from typing import Any

from ...rules.translation import Origin, Standing, standing
from .facts import dangerous_facts
from .texts import texts_of

Record = dict[str, Any]
"""``revision``: id of the source's revision. ``texts``, ``facts``: marks, see ``Origin``. ``by_hand``: the version has
blocks of its own. ``machine``: paths of texts that no human has looked at."""


def origin_of(version: Any) -> Origin:
    """Return what ``version`` was made from; nothing, if nobody has said so."""
    record: Record = version.translated_from or {}
    return Origin(texts=record.get("texts", {}), facts=record.get("facts", {}))


def machine_made(version: Any) -> list[str]:
    """Return the paths of the texts that a machine has translated and no human has looked at."""
    return list((version.translated_from or {}).get("machine", ()))


def standing_of(version: Any, *, source: Any) -> Standing:
    """Return how ``version`` stands to ``source`` as that one is now."""
    return standing(texts_of(source).values(), facts=dangerous_facts(source), origin=origin_of(version))


def by_hand(version: Any, *, source: Any) -> Record:
    """Return the record of a version that somebody has written as a page of its own, and publishes now.

    Whoever publishes it answers for it: it is taken as made from the source as that one is. A text that is still the
    source's own, as in a copy, is not translated.
    """
    theirs, own = texts_of(source), texts_of(version)
    made = {
        path: text.mark
        for path, text in theirs.items()
        if text.words.strip() and not (path in own and own[path].mark == text.mark)
    }
    return {
        "revision": source.live_revision_id,
        "texts": made,
        "facts": dangerous_facts(source),
        "by_hand": not any("." in path for path in theirs.keys() & own.keys()),
    }
