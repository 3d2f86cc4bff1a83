"""Where everything stands in the tree. Pure.

``documents/<host>/<id>.json`` is what the API says of an urgent action, so that the way to the file is short, and
``documents/<host>/<path>/index.json`` what it says at another path below its root; ``pages/<host>/<path>/index.html``
is a page. Beside each stands the same with ``.gz`` and with ``.br``. ``alive-documents/<slot>`` and
``alive-pages/<slot>`` say that the one or the other is true during that slot of time, and ``state/`` is for the writer
alone.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote, urlsplit

DOCUMENTS, PAGES = "documents", "pages"
COMPRESSED = (".br", ".gz")
SLOT = 100
"""Seconds. A web server can cut two digits off the number of seconds since 1970, and cannot compare moments."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def document(host: str, path: str, *, language: str = "") -> str:
    """Return the file of what the API says at ``path`` below its root; with a language, to ``?locale=`` there."""
    return f"{DOCUMENTS}/{host}/{path}index{f'.{language}' if language else ''}.json"


def detail(host: str, page_id: int) -> str:
    """Return the file of what the API says of one urgent action: in no folder of its own, for a short way to it."""
    return f"{DOCUMENTS}/{host}/{page_id}.json"


def changes(host: str) -> str:
    """Return the file that says what there is at a host, and what there was."""
    return f"{DOCUMENTS}/{host}/changes.json"


def page(host: str, address: str) -> str:
    """Return the file of the page of the site at ``address``."""
    return f"{PAGES}/{host}{unquote(address).rstrip('/')}/index.html"


def address(url: str) -> str:
    """Return the path of a URL."""
    return urlsplit(url).path


def state(part: str) -> str:
    """Return the file in which the writer of a part notes how far it is."""
    return f"state/{part}.json"


def leases(part: str) -> str:
    """Return the folder of the leases of a part."""
    return f"alive-{part}"


def slot(moment: datetime) -> int:
    """Return the slot of time in which ``moment`` lies."""
    return (moment - _EPOCH) // timedelta(seconds=SLOT)


def slots(since: datetime, until: datetime) -> Iterator[int]:
    """Yield the slots from that of ``since`` on that are over by ``until``."""
    yield from range(slot(since), slot(until))
