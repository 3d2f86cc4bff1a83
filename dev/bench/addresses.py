"""What is asked for: details by id, parts of the list, searches. The same of every API."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from .words import LANGUAGES, searches

LIMIT = 20
DETAILS = 500
# Each is set once before it counts, which takes a while.
LETTERS = 60


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one API, each list in an order that the others have too."""

    detail: Sequence[str]
    list: Sequence[str]
    search: Sequence[str]
    letter: Sequence[str] = ()


def some(ids: Sequence[int]) -> list[int]:
    """Return some ids by chance, the same ones in each run on the same content."""
    return random.Random(1).sample(ids, min(DETAILS, len(ids)))  # noqa: S311  # no secret


def stock(ids: Sequence[int]) -> Addresses:
    """Return those of Wagtail's own page API."""
    return _of_wagtail("/stock/pages/", ids)


def plain(ids: Sequence[int]) -> Addresses:
    """Return those of Wagtail's page API with plain fields."""
    return _of_wagtail("/plain/pages/", ids)


def page_api(ids: Sequence[int]) -> Addresses:
    """Return those of the plugin's version of it."""
    return _of_wagtail("/api/v2/pages/", ids)


def own(ids: Sequence[int]) -> Addresses:
    """Return those of the plugin's own API."""
    root = "/api/urgent-actions/v1/"
    return Addresses(
        detail=[f"{root}{pk}/" for pk in ids],
        list=[f"{root}?{urlencode(each)}" for each in _parts("locale")],
        search=[f"{root}?{urlencode({'q': words, 'limit': LIMIT})}" for words in searches()],
        letter=[f"{root}{pk}/letters/?format=pdf" for pk in ids[:LETTERS]],
    )


def bare(ids: Sequence[int]) -> Addresses:
    """Return those of the bare view, which has nothing to search in."""
    return Addresses(
        detail=[f"/{pk}/" for pk in ids],
        list=[f"/?{urlencode(each)}" for each in _parts("")],
        search=[],
        letter=[f"/{pk}/letter/" for pk in ids[:LETTERS]],
    )


def _of_wagtail(root: str, ids: Sequence[int]) -> Addresses:
    kind = {"type": "urgent_actions.UrgentActionPage", "limit": LIMIT}
    return Addresses(
        detail=[f"{root}{pk}/" for pk in ids],
        list=[f"{root}?{urlencode(kind | each)}" for each in _parts("locale")],
        search=[f"{root}?{urlencode(kind | {'search': words})}" for words in searches()],
    )


def _parts(language: str) -> list[dict[str, str | int]]:
    """Return the parameters of some parts of the list, the whole first; ``language`` names that of the locale."""
    parts: list[dict[str, str | int]] = [{"limit": LIMIT, "offset": offset} for offset in (0, 20, 40, 100, 200)]
    for each in LANGUAGES if language else ():
        parts.append({"limit": LIMIT, "offset": 0, language: each})
    return parts
