"""Files as a web server wants them: plain, and compressed beside it."""

from collections.abc import Collection, Iterator

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


def sweep(storage: Storage, folder: str, *, keep: Collection[str], after: str) -> Iterator[str]:
    """Delete all files below ``folder`` but these and what is beside them; yield each folder when it is done.

    Those up to ``after``, in the order in which they are yielded, have been done before.
    """
    above = {name[:end] for name in keep for end, sign in enumerate(name) if sign == "/"}
    return _sweep(storage, folder, keep, above, _place(after))


def _sweep(
    storage: Storage, folder: str, keep: Collection[str], above: Collection[str], done: list[str]
) -> Iterator[str]:
    here = _place(folder)
    if here < done and done[: len(here)] != here:
        return
    folders, files = listed(storage, folder)
    if here > done:
        # Backwards, so that none that is compressed is left alone.
        for name in (f"{folder}/{each}" for each in reversed(files)):
            if _plain(name) not in keep:
                storage.delete(name)
        yield folder
    for each in folders:
        yield from _sweep(storage, f"{folder}/{each}", keep, above, done)
    if folder not in above:
        storage.delete(folder)


def _place(folder: str) -> list[str]:
    return folder.split("/")


def _plain(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in COMPRESSED if name.endswith(suffix)), name)
