"""How the targets of an urgent action are called, for those who edit it."""

from datetime import datetime
from typing import Any


def called(page: Any, *, moment: datetime) -> dict[str, str]:
    """Return the names of the targets of a page as it stands now, by their ids, in the order of their priority."""
    targets = sorted(page.as_urgent_action(moment=moment).targets, key=lambda target: target.priority)
    return {target.id: target.called for target in targets}
