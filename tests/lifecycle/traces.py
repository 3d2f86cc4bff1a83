"""Everything that a site stores, read as plain text: to look for what must not be there any more."""

import base64
import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
from django.conf import settings
from django.core.cache import caches
from django.db import connection

from urgent_actions.writing.printed import printed


def traces(*words: str, folders: tuple[Path, ...] = ()) -> list[str]:
    """Return the places that still hold one of ``words``: tables, caches, files in MEDIA_ROOT and ``folders``."""
    places = [*_database(), *_caches(), *_files((Path(settings.MEDIA_ROOT), *folders))]
    sought = [word.casefold() for word in words]
    return sorted({place for place, text in places if any(word in text.casefold() for word in sought)})


def _database() -> Iterator[tuple[str, str]]:
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # its own tables
            for row in cursor.fetchall():
                yield table, "\n".join(map(_plain, row))


def _caches() -> Iterator[tuple[str, str]]:
    for alias in settings.CACHES:
        for key, value in getattr(caches[alias], "_cache", {}).items():
            yield f"cache {alias}", f"{key}\n{_plain(value)}"
    yield "sheets", f"{len(printed._kept)} kept" if printed._kept else ""


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for path in folder.rglob("*"):
            content = _plain(path.read_bytes()) if path.is_file() else ""
            yield f"file {path.name}", f"{path.relative_to(folder)}\n{content}"


def _plain(value: Any) -> str:
    """Return a value as people would read it, unpacked where it is packed, and with JSON's signs for letters undone."""
    if isinstance(value, memoryview):
        value = bytes(value)
    text = _unpacked(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def _unpacked(value: bytes) -> bytes:
    for unpack, error in ((gzip.decompress, OSError), (zlib.decompress, zlib.error), (brotli.decompress, brotli.error)):
        try:
            return bytes(unpack(value))
        except (error, EOFError):
            continue
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        return value
