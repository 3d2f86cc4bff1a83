"""The newest urgent actions, for a front page."""

import json
from datetime import datetime
from typing import Any

from ..publications import Edition
from ..sections import root_of, section_roots

AS_MANY = 5


def newest(*, page: Any, moment: datetime, as_many: int = AS_MANY) -> list[dict[str, Any]]:
    """Return the cards of what letters can be written from, in language and section of ``page``, the newest first."""
    root = root_of(page, section_roots())
    if root is None:
        return []
    in_force = Edition.objects.in_force(moment=moment).filter(site_id=root.site_id, language=page.locale.language_code)
    newest_first = in_force.writable().order_by("-publication__first_published_at", "-publication_id")
    return [json.loads(card) for card in newest_first.values_list("card", flat=True)[:as_many]]
