"""Files as a web server wants them: plain, and compressed beside it."""

from collections.abc import Collection

from django.core.files.storage import Storage

from ..ready import Ready
from .layout import COMPRESSED
from .storage import listed, read, write


def put(storage: Storage, name: str, body: Ready) -> bool:
    """Let a file and what is beside it say ``body``; say whether it said something else before.

    At no moment a compressed one is older than the plain one, or alone.
    """
    beside = {".br": body.brotli, ".gz": body.gzip}
    if read(storage, name) == body.plain and all(storage.exists(name + suffix) for suffix in beside):
        return False
    for suffix in beside:
        storage.delete(name + suffix)
    write(storage, name, body.plain)
    for suffix, compressed in beside.items():
        write(storage, name + suffix, compressed)
    return True


def remove(storage: Storage, name: str) -> None:
    """Delete a file and what is beside it, as far as they are there."""
    for suffix in (*COMPRESSED, ""):
        storage.delete(name + suffix)


def sweep(storage: Storage, folder: str, *, keep: Collection[str]) -> None:
    """Delete all files below ``folder`` but these and what is beside them."""
    kept = set(keep)
    above = {name[:end] for name in kept for end, sign in enumerate(name) if sign == "/"}
    leaves = {name.rpartition("/")[0] for name in kept} - {each.rpartition("/")[0] for each in above}
    _sweep(storage, folder, kept, above, leaves)


def _sweep(storage: Storage, folder: str, kept: set[str], above: set[str], leaves: set[str]) -> None:
    # A leaf has nothing but its own file; there are as many as pages, and to look into each takes long.
    if folder in leaves:
        return
    folders, files = listed(storage, folder)
    # Backwards, so that none that is compressed is left alone.
    for name in (f"{folder}/{each}" for each in reversed(files)):
        if _plain(name) not in kept:
            storage.delete(name)
    for name in (f"{folder}/{each}" for each in folders):
        _sweep(storage, name, kept, above, leaves)
        if name not in above:
            storage.delete(name)


def _plain(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in COMPRESSED if name.endswith(suffix)), name)
