"""What stands behind a view restriction does so in every language: an embargo holds in all of them.

The restriction of a version stays when that of its source is lifted: to show a translation is a decision of its own.
"""

from typing import Any

from wagtail.models import PageViewRestriction

from ..models.swap import base_page_model, page_model
from ..models.versions import versions_of


def versions_below(page: Any) -> None:
    """Put the versions of all sources at or below ``page`` behind the restrictions that these stand behind."""
    for source in page_model()._default_manager.filter(path__startswith=page.path).order_by("path").iterator():
        for version in versions_of(source):
            restrict(version, like=source)


def restrict(version: Any, *, like: Any) -> None:
    """Give ``version`` the restrictions that its source ``like`` stands behind, itself or by its place."""
    wanted = restrictions_of(like)
    for restriction in wanted:
        there = PageViewRestriction.objects.filter(page=version, restriction_type=restriction.restriction_type)
        own = there.first() or PageViewRestriction(page=version, restriction_type=restriction.restriction_type)
        if own.pk is None or own.password != restriction.password:
            own.password = restriction.password
            own.save()
        groups = list(restriction.groups.values_list("pk", flat=True))
        if sorted(own.groups.values_list("pk", flat=True)) != sorted(groups):
            own.groups.set(groups)


def restrictions_of(page: Any) -> list[Any]:
    """Return the restrictions of ``page`` and of the pages above it."""
    steps = range(page.steplen, len(page.path) + 1, page.steplen)
    above = base_page_model().objects.filter(path__in=[page.path[:end] for end in steps])
    return list(PageViewRestriction.objects.filter(page__in=above).order_by("pk"))
