"""Which page of the CMS a document is already."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ...models.sections import root_of, section_roots
from ...models.swap import page_model
from ...urgent_action import UrgentAction


def headline_of(urgent_action: UrgentAction, *, origin: str) -> str:
    """Return the headline, or a placeholder that names the document: the gate never lets it out."""
    return urgent_action.headline or f"{_('[Headline missing]')} {origin}"


def same_document(urgent_action: UrgentAction, *, parent: Any, origin: str) -> Any:
    """Return the page that is this very document, draft or live, in the locale and section of ``parent``; or None.

    It bears the same index number, or the same UA number and ordinal. Where the document does not say as much, it is
    known by its headline, or by its name ``origin``, beside the UA number: importing it twice makes no second page.
    """
    number = str(urgent_action.ua_number or "")
    ways = []
    if urgent_action.index_number:
        ways.append(Q(index_number=str(urgent_action.index_number)))
    if number and urgent_action.ordinal:
        ways.append(Q(ua_number=number, ordinal=urgent_action.ordinal))
    else:
        title = headline_of(urgent_action, origin=origin)
        ways.append(Q(ua_number=number, ordinal=urgent_action.ordinal, title__iexact=title))
    here = _of_section(parent)
    return next((page for way in ways if (page := here.filter(way).order_by("-live", "-pk").first())), None)


def may_edit(page: Any, user: Any) -> bool:
    """Say whether ``user`` may edit ``page`` at all; somebody else's lock comes on top of that."""
    return bool(page.permissions_for_user(user).can_edit())


def _of_section(parent: Any) -> Any:
    root = root_of(parent, section_roots())
    within = Q(url_path__startswith=root.path) if root else Q(path__startswith=parent.path)
    return page_model()._default_manager.filter(within, locale_id=parent.locale_id).select_related("locale")
