"""What Django can do at best: views that return bytes that were read at start-up, and their WSGI application."""

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import path

_ANSWERS = Path(os.environ["BENCH_ANSWERS"])
_DETAIL = (_ANSWERS / "detail.json").read_bytes()
_LIST = (_ANSWERS / "list.json").read_bytes()


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the bytes of a detail, whichever is asked for."""
    return HttpResponse(_DETAIL, content_type="application/json")


def listing(request: HttpRequest) -> HttpResponse:
    """Return the bytes of a list, whichever part is asked for."""
    return HttpResponse(_LIST, content_type="application/json")


def file(request: HttpRequest, pk: int) -> FileResponse:
    """Return a file as Django serves one, whichever letter is asked for."""
    return FileResponse((_ANSWERS / "letter.json").open("rb"), content_type="application/pdf")


urlpatterns = [path("<int:pk>/", detail), path("<int:pk>/letter/", file), path("", listing)]
application = get_wsgi_application()
