"""A preview on a front end as tests need it: opened by an editor, fetched with its token."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import time_machine as travel
from django.apps import apps
from django.core.signing import TimestampSigner
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.admin.desk import form_data, member
from urgent_actions.models import UrgentActionPage

FRONT_END = "https://front.example.org"
TYPE = "urgent_actions.urgentactionpage"
SALT = "urgent_actions.preview"
ADDRESS = "/api/v2/page_preview/"
REFUSED = "There is no such preview, or it is over. Open it again from the editor."
REFUSAL = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": REFUSED, "message": REFUSED}


def token_of(redirect: Any) -> str:
    """Return the token that a redirect to the front end carries."""
    (token,) = parse_qs(urlsplit(redirect["Location"]).query)["token"]
    return token


def minted(page: UrgentActionPage, mode: str = "now") -> str:
    """Return the token that an editor gets for the saved draft of ``page``."""
    editor = member("Editors", username=f"editor-{page.pk}-{mode}")
    return token_of(editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": f"front-end-{mode}"}))


def minted_unsaved(parent: Any, **typed: Any) -> str:
    """Return the token that an editor gets for a page that was typed in under ``parent`` and never saved."""
    factories.official()
    editor = member("Editors", username=f"typist-{typed.get('title', 'one')}")
    address = reverse("wagtailadmin_pages:preview_on_add", args=["urgent_actions", "urgentactionpage", parent.pk])
    assert editor.post(address, form_data(**typed)).json() == {"is_valid": True, "is_available": True}
    return token_of(editor.get(address, {"mode": "front-end-now"}))


def fetched(token: str, /, *, content_type: str = TYPE, origin: str | None = FRONT_END, **query: str) -> HttpResponse:
    """Return what a script of the front end gets for a token."""
    headers = {"authorization": f"Bearer {token}", **({"origin": origin} if origin else {})}
    return Client().get(ADDRESS, {"content_type": content_type, **query}, headers=headers)


def refused(answer: HttpResponse) -> bool:
    """Say whether this is the one refusal, to the byte of its body and headers."""
    return (
        answer.json(),
        answer.status_code,
        answer["Content-Type"],
        answer["Cache-Control"],
        answer["Referrer-Policy"],
        answer["X-Robots-Tag"],
    ) == (REFUSAL, 404, "application/problem+json", "no-store", "no-referrer", "noindex")


def rows() -> Any:
    """Return the rows of the table of previews, the oldest first."""
    return apps.get_model("wagtail_headless_preview", "PagePreview").objects.order_by("token")


def later(time_machine: travel.TimeMachineFixture, seconds: int) -> None:
    """Let so many seconds have passed since NOW."""
    time_machine.move_to(factories.NOW.timestamp() + seconds, tick=False)


def claims(token: str) -> dict[str, Any]:
    """Return what is signed in a token."""
    found: dict[str, Any] = TimestampSigner(salt=SALT).unsign_object(token)
    return found


def signed(**changed: Any) -> str:
    """Return a token that says this, as only somebody with the secret key could make it."""
    return TimestampSigner(salt=SALT).sign_object(changed)
