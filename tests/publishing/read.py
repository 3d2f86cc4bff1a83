"""What the public reads of a page, straight from the read model."""

import json
from datetime import datetime
from typing import Any

from tests import factories
from urgent_actions.models import Edition


def read(page: Any, *, moment: datetime = factories.NOW) -> dict[str, Any] | None:
    """Return the detail that the public reads of ``page`` at ``moment``, or None if there is nothing to read."""
    edition = Edition.objects.in_force(moment=moment).filter(publication_id=page.pk).first()
    return json.loads(edition.detail) if edition else None


def emails(page: Any, *, moment: datetime = factories.NOW) -> list[str]:
    """Return the addresses of the first target that the public reads of ``page`` at ``moment``."""
    detail = read(page, moment=moment)
    assert detail is not None
    return [contact["value"] for contact in detail["targets"][0]["value"]["contacts"]]
