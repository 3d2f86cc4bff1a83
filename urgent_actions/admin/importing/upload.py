"""A file that is uploaded: in memory alone, one, and no more of it than is read. No disk ever has it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from ...importing.readers import MOST_BYTES

View = Callable[..., HttpResponse]


class OneInMemory(FileUploadHandler):
    """Takes the first file of a request into memory; of one beyond ``MOST_BYTES`` nothing is kept."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._files = 0
        self._chunks: list[bytes] = []
        self._size = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin the file, or skip it if it is not the first."""
        super().new_file(*args, **kwargs)
        self._files += 1
        if self._files > 1:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a part of the file; end the upload where it is too big."""
        self._size += len(raw_data)
        if self._size > MOST_BYTES:
            self._chunks.clear()
            if self.request is not None:
                self.request.META[TOO_BIG] = self._size
            raise StopUpload
        self._chunks.append(raw_data)
        return None

    def file_complete(self, file_size: int) -> SimpleUploadedFile | None:
        """Return the file, or None for one that was skipped."""
        if self._files > 1:
            return None
        return SimpleUploadedFile(self.file_name or "", b"".join(self._chunks), self.content_type or "")


TOO_BIG = "urgent_actions.upload_too_big"
"""Where the request is told that its file was cut off."""


def uploads_in_memory(view: View) -> View:
    """Let a view receive a file by ``OneInMemory``. Its CSRF check comes later than usual, since it reads the file."""
    protected = csrf_protect(view)

    @wraps(view)
    def receive(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.upload_handlers = [OneInMemory(request)]
        return protected(request, *args, **kwargs)

    return csrf_exempt(receive)
