"""Pages of all kinds, as far as the public may see them: the way through the site."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import PageViewRestriction

from .swap import base_page_model, index_page_model


def visible_pages(*, moment: datetime) -> Any:
    """Return the pages that the public may see: live, in no restricted part of the tree, and not past their expiry."""
    return base_page_model().objects.live().public().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=moment))


def is_visible(page: Any, *, moment: datetime) -> bool:
    """Say whether the public may see a page that is at hand as the database has it. At most one query."""
    if not page.live or (page.expire_at and page.expire_at <= moment):
        return False
    above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    return not PageViewRestriction.objects.filter(page__path__in=above).exists()


def visible_versions(translation_keys: Iterable[Any], *, moment: datetime) -> Any:
    """Return the visible pages with these translation keys, with their locales."""
    return visible_pages(moment=moment).filter(translation_key__in=list(translation_keys)).select_related("locale")


def default_language() -> str:
    """Return the tag of the language in which the site is read by those who speak none of its languages."""
    tag: str = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    return tag


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a site leads to from one of its pages."""

    fronts: list[Any]
    """Its front page in all languages."""
    lists: list[Any]
    """Its lists of urgent actions in the language of the page."""
    versions: list[Any]
    """The page itself in all languages."""


def surroundings(site: Any, page: Any, *, language: str, moment: datetime) -> Surroundings:
    """Return what the public may see around ``page`` (None: around no page of the site). Two queries."""
    front, own = site.root_page.translation_key, page.translation_key if page is not None else None
    lists = index_page_model().objects.filter(locale__language_code=language).order_by()
    wanted = Q(translation_key__in=[key for key in (front, own) if key]) | Q(pk__in=lists.values("pk"))
    found = list(visible_pages(moment=moment).filter(wanted).select_related("locale").order_by("path"))
    fronts = [each for each in found if each.translation_key == front]
    here = [each for each in found if each.locale.language_code == language]
    below = tuple(each.path for each in here if each in fronts)
    return Surroundings(
        fronts=fronts,
        lists=[each for each in here if each.path.startswith(below) and each.specific_class is index_page_model()],
        versions=[each for each in found if each.translation_key == own],
    )
