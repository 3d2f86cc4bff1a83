"""The history of a case on its pages."""

from typing import Any

from django import template
from django.utils import timezone

from ..lifecycle.history.published import published_history
from ..rules.history import Event, Issue, Kind, history

register = template.Library()


@register.simple_tag
def case_history(page: Any, urgent_action: dict[str, Any]) -> list[Event]:
    """Return what happened to the case; of a draft, and of what is not for everybody, its chain alone."""
    found = published_history(page.pk, moment=timezone.now()) if page.pk and page.live else None
    return found if found is not None else _chain_of(urgent_action)


@register.filter
def is_worth_telling(events: list[Event]) -> bool:
    """Say whether anything has happened but that the first document was issued, in whichever languages."""
    return any(event.kind not in (Kind.ISSUED, Kind.TRANSLATED) for event in events)


def _chain_of(shown: dict[str, Any]) -> list[Event]:
    language = shown["language"]["code"]
    cards = shown["chain"]["items"]
    issues = [
        Issue(
            page_id=card["id"],
            title=card["title"],
            url=card["url"] or "",
            language=language,
            ordinal=card["ordinal"],
            ua_number=card["ua_number"] or "",
        )
        for card in cards
    ]
    return history(issues, language=language)
