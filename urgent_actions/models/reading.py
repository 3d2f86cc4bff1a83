"""What a visitor of the site reads of an urgent action: the edition in force, or the page itself where that is due."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from ..rules.status import Status
from .public import representation
from .publications import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The representation as it is shown now, until when it holds, and whether it is for this visitor alone."""

    shown: dict[str, Any]
    until: datetime
    private: bool = False


def published_reading(page: Any, *, moment: datetime) -> Reading:
    """Return what is read of ``page`` on the site; raise Http404 if nothing of it is published. One query.

    A page behind a view restriction is not published. Wagtail lets nobody come here who has not satisfied it.
    """
    in_force = Edition.objects.in_force(moment=moment).filter(publication_id=page.pk)
    edition = in_force.values_list("detail", "ends_at").first()
    if edition is not None:
        return Reading(shown=json.loads(edition[0]), until=edition[1])
    if not page.get_view_restrictions().exists():
        raise Http404
    return live_reading(page, moment=moment)


def live_reading(page: Any, *, moment: datetime, as_status: Status | None = None) -> Reading:
    """Return what would be read of ``page`` as it is at hand, for whoever may see it before the public or instead."""
    shown = representation(page, moment=moment, as_status=as_status)
    return Reading(shown=shown, until=moment, private=True)
