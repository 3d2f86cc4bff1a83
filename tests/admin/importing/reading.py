"""A document in somebody's browser: handed over, looked at, corrected, sent."""

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.admin.desk import soup
from urgent_actions.models import UrgentActionIndexPage

START, REVIEW = "/admin/urgent-actions/import/", "/admin/urgent-actions/import/review/"
SAMPLE = (Path(__file__).parent.parent.parent / "importing" / "sample.txt").read_text(encoding="utf-8")


def place() -> int:
    """Return the id of the list that drafts go under."""
    page = UrgentActionIndexPage.objects.first() or factories.index_page()
    return int(page.pk)


def paste(client: Client, text: str = SAMPLE, **changes: Any) -> HttpResponse:
    """Return what somebody sees who has pasted a text."""
    return client.post(START, {"place": place(), "text": text, **changes})


def upload(client: Client, content: bytes, name: str = "sample.txt") -> HttpResponse:
    """Return what somebody sees who has handed over a file."""
    return client.post(START, {"place": place(), "file": SimpleUploadedFile(name, content)})


def sent(response: HttpResponse) -> dict[str, Any]:
    """Return what the form of a page would send if nobody touched it."""
    form = soup(response).select_one("form.ua-import")
    assert form is not None
    data: dict[str, Any] = {}
    for field in form.select("input, textarea, select"):
        name, kind = field.get("name"), field.get("type")
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            data[str(name)] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            # A browser drops the line break that stands first.
            data[str(name)] = field.text.removeprefix("\n")
        elif kind in ("radio", "checkbox"):
            if field.has_attr("checked"):
                data.setdefault(str(name), []).append(field.get("value", "on"))
        else:
            data[str(name)] = field.get("value", "")
    return {name: value[0] if isinstance(value, list) and name != "take" else value for name, value in data.items()}


def correct(client: Client, response: HttpResponse, do: str = "create", **changes: Any) -> HttpResponse:
    """Return what comes of it when somebody corrects fields and presses a button."""
    return client.post(REVIEW, {**sent(response), **changes, "do": do})
