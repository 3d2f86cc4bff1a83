"""One urgent action in several languages: its source, its versions, and what of it is the same in all of them."""

from .facts import dangerous_facts, take_facts
from .family import source_of, sources_of, versions_of
from .following import following, problems_of_version, publish_source_first
from .origin import by_hand, machine_made, origin_of, standing_of
from .texts import texts_of, with_texts
from .told import translations

__all__ = [
    "by_hand",
    "dangerous_facts",
    "following",
    "machine_made",
    "origin_of",
    "problems_of_version",
    "publish_source_first",
    "source_of",
    "sources_of",
    "standing_of",
    "take_facts",
    "texts_of",
    "translations",
    "versions_of",
    "with_texts",
]
