"""Which pages a decision about a case is about: the newest urgent action of it in each language and section."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_noop

from ..models.sections import SectionRoot, root_of, section_roots
from ..models.swap import page_model

TOO_MANY = gettext_noop("More than %(most)s pages bear these numbers: one of them must be wrong. Nothing was done.")
MOST = 500
"""More pages than any case has: beyond this something is wrong, and nothing is done by halves."""


def newest_versions(page: Any) -> list[Any]:
    """Return the live pages from which people read the case of ``page`` now, as they are stored, ``page``'s own first.

    One for each language and section: those of the same number, and the translations of each other. What is behind a
    view restriction belongs to them, since that can be lifted.
    """
    same = Q(translation_key=page.translation_key)
    if page.ua_number:
        same |= Q(ua_number=page.ua_number)
    roots = section_roots()
    live = page_model()._default_manager.live().filter(same).select_related("locale").order_by("-ordinal", "-pk")
    found: dict[tuple[int, int], Any] = {}
    for each in live[:MOST]:
        found.setdefault((site_of(each, roots), each.locale_id), each)
    return sorted(found.values(), key=lambda each: (each.locale_id != page.locale_id, each.pk))


def site_of(page: Any, roots: list[SectionRoot]) -> int:
    """Return the id of the site that is the section of ``page``, 0 outside all sections."""
    root = root_of(page, roots)
    return root.site_id if root else 0
