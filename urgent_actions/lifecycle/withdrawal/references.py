"""What leads to the pages of a case, and what nothing but they show."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex, Revision

from ...models.swap import base_page_model, page_model

_MOST = 200


def pages_leading_here(pages: Sequence[Any]) -> list[Any]:
    """Return the other pages whose words or fields lead to one of these, as far as Wagtail's reference index knows."""
    others = {pk for page in pages for pk in _pages_that_refer_to(page)} - {page.pk for page in pages}
    return list(base_page_model().objects.filter(pk__in=others).order_by("pk"))


def media_of(pages: Sequence[Any]) -> list[Any]:
    """Return the pictures and documents that belong to these pages, or did once, and to no other page or snippet."""
    found = [*_pictures(pages), *_referred_to(pages)]
    own = {page.pk for page in pages}
    return [each for each in dict.fromkeys(found) if not _is_used_elsewhere(each, own)]


def _pages_that_refer_to(target: Any) -> list[int]:
    references = ReferenceIndex.get_references_to(target).filter(base_content_type=_page_type())
    return [int(pk) for pk in references.values_list("object_id", flat=True).distinct()[:_MOST]]


def _pictures(pages: Sequence[Any]) -> Iterator[Any]:
    """Yield the pictures that these pages have, or that an earlier revision had."""
    ids = {page.image_id for page in pages}
    for page in pages:
        ids |= set(Revision.objects.for_instance(page).values_list("content__image", flat=True))
    yield from get_image_model()._default_manager.filter(pk__in=[pk for pk in ids if isinstance(pk, int)])


def _referred_to(pages: Sequence[Any]) -> Iterator[Any]:
    """Yield what a project's own fields and words refer to."""
    for model in (get_image_model(), get_document_model()):
        references = ReferenceIndex.objects.filter(
            base_content_type=_page_type(),
            object_id__in=[str(page.pk) for page in pages],
            to_content_type=ContentType.objects.get_for_model(model),
        )
        ids = references.values_list("to_object_id", flat=True).distinct()
        yield from model._default_manager.filter(pk__in=[int(pk) for pk in ids[:_MOST]])


def _is_used_elsewhere(media: Any, own: set[int]) -> bool:
    # The pages first: the index knows no drafts, and a project may have turned it off.
    if isinstance(media, get_image_model()):
        shown = Q(image=media) | Q(latest_revision__content__image=media.pk)
        if page_model()._default_manager.filter(shown).exclude(pk__in=own).exists():
            return True
    references = ReferenceIndex.get_references_to(media)
    return references.exclude(base_content_type=_page_type(), object_id__in=[str(pk) for pk in own]).exists()


def _page_type() -> Any:
    return ContentType.objects.get_for_model(base_page_model())
