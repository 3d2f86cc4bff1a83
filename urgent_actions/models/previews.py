"""Drafts kept for a short while, each behind a token that opens it and nothing else (ADR 0014).

They are rows of wagtail_headless_preview, which need not be installed: then nothing is kept, and nothing opens.
"""

import json
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.core.signing import BadSignature, TimestampSigner
from django.views.decorators.debug import sensitive_variables

from ..rules.status import Status
from .swap import base_page_model, page_model

APP = "wagtail_headless_preview"
DEFAULT_SECONDS = 15 * 60
LONGEST_SECONDS = 24 * 60 * 60

_SALT = "urgent_actions.preview"
_OURS = "urgent_actions/"
_AT_ONCE = 100


class NoSuchPreview(LookupError):  # noqa: N818  # a refusal, named for what it says
    """A token that opens nothing. It does not say why: who guesses must not learn how near they came."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft, and the status in which its editor wants to see it; None: the one that it has."""

    page: Any
    status: Status | None


def lifetime() -> Any:
    """Return for how many seconds a token opens its preview. A system check looks after the value."""
    return getattr(settings, "URGENT_ACTIONS_PREVIEW_SECONDS", DEFAULT_SECONDS)


def keep(page: Any, *, status: Status | None) -> str:
    """Keep ``page`` as it stands, saved or not, and return the token that opens it."""
    remove_expired(at_most=_AT_ONCE)
    # Begins with its age, so that what is over can be found; and is no token, so that who reads the table has none.
    row = f"{_OURS}{int(time.time()):010d}/{secrets.token_urlsafe(16)}"
    kept = {"status": status.value if status else None, "page": page.serializable_data()}
    _rows().create(
        token=row,
        content_type=ContentType.objects.get_for_model(type(page)),
        content_json=json.dumps(kept, cls=DjangoJSONEncoder),
    )
    parent = None if page.pk else page.get_parent().pk
    return _signer().sign_object({"row": row, "type": page._meta.label_lower, "page": page.pk, "parent": parent})


@sensitive_variables("token", "claims")
def opened(token: str, *, content_type: str) -> Preview:
    """Return what ``token`` opens; raise NoSuchPreview if it is not ours, not of this type, too old, or the page gone.

    ``content_type`` is the label of the page model in small letters: ``urgent_actions.urgentactionpage``.
    """
    try:
        claims = _signer().unsign_object(token, max_age=lifetime())
    except BadSignature as error:
        raise NoSuchPreview from error
    if claims["type"] != content_type:
        raise NoSuchPreview
    model: Any = apps.get_model(claims["type"])
    row = _rows().filter(token=claims["row"], content_type=ContentType.objects.get_for_model(model)).first()
    if row is None:
        raise NoSuchPreview
    kept = json.loads(row.content_json)
    if kept["page"]["pk"] != claims["page"]:
        raise NoSuchPreview
    return Preview(page=_page(model, claims, kept["page"]), status=Status(kept["status"]) if kept["status"] else None)


def remove_expired(*, at_most: int | None = None) -> int:
    """Remove kept drafts whose tokens are over, the oldest first; return how many. Those of other apps stay."""
    if not apps.is_installed(APP):
        return 0
    since = f"{_OURS}{int(time.time()) - lifetime():010d}/"
    over = _rows().filter(token__startswith=_OURS, token__lt=since).order_by("token").values_list("pk", flat=True)
    removed, _ = _rows().filter(pk__in=list(over[:at_most])).delete()
    return removed


def forget(page_ids: Collection[int]) -> None:
    """Remove what is kept of these pages, whoever keeps it, and of pages that are not saved yet: any may be a copy."""
    if not apps.is_installed(APP):
        return
    rows = _rows().filter(content_type=ContentType.objects.get_for_model(page_model()))
    for row, content in rows.values_list("pk", "content_json").iterator(chunk_size=_AT_ONCE):
        kept = json.loads(content)
        if kept.get("page", kept).get("pk") in {None, *page_ids}:
            rows.filter(pk=row).delete()


def _page(model: Any, claims: dict[str, Any], content: dict[str, Any]) -> Any:
    """Return the draft in its present place in the tree; raise NoSuchPreview if it has none any more."""
    if claims["page"] is None:
        page = model.from_serializable_data(content)
        if base_page_model().objects.filter(pk=claims["parent"], path=page.path[: -page.steplen]).exists():
            return page
        raise NoSuchPreview
    stored = model._default_manager.filter(pk=claims["page"]).first()
    if stored is None:
        raise NoSuchPreview
    return stored.with_content_json(content)


def _signer() -> TimestampSigner:
    return TimestampSigner(salt=_SALT)


def _rows() -> Any:
    # By name, since the app need not be there, and a model of an app that is not installed cannot be imported.
    model: Any = apps.get_model(APP, "PagePreview")
    return model._default_manager
