"""How far a change reaches: the ids of the pages whose publications show something of what changed.

Asked of the marks of the publications, not of Wagtail's reference index: that is written by a task some time after the
commit, and knows no link from a mission, or from a page to another one's translation (ADR 0015).
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from ..models.publications import Mark, Publication
from ..models.swap import base_page_model, page_model


def showing(kind: Mark.Kind, codes: Iterable[object]) -> set[int]:
    """Return the pages whose publications have one of these marks."""
    wanted = {str(code) for code in codes}
    return set(Mark.objects.filter(kind=kind, code__in=wanted).values_list("publication_id", flat=True))


def below(page: Any) -> set[int]:
    """Return the urgent actions in the tree under ``page``, itself included, and what has been published of them."""
    here = Q(path__startswith=page.path)
    return set(page_model()._default_manager.filter(here, live=True).values_list("pk", flat=True)) | set(
        Publication.objects.filter(page__path__startswith=page.path).values_list("pk", flat=True)
    )


def linking_to(page: Any) -> set[int]:
    """Return the pages whose prose links to ``page``, to one below it, or to another language version of these."""
    linked = set(Mark.objects.filter(kind=Mark.Kind.PAGE).values_list("code", flat=True).distinct())
    if not linked:
        return set()
    keys = base_page_model().objects.filter(translation_key__in=linked, path__startswith=page.path)
    return showing(Mark.Kind.PAGE, {page.translation_key, *keys.values_list("translation_key", flat=True)})


def of_site(site: Any) -> set[int]:
    """Return the urgent actions that a section has, or would have once its root is what ``site`` says."""
    own = set(Publication.objects.filter(site_id=site.pk).values_list("pk", flat=True))
    root = base_page_model().objects.filter(pk=site.root_page_id).first()
    return own | (below(root) if root else set())
