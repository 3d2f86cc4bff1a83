"""Images and documents in the page API: those that public pages show, and no others."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import ReferenceIndex

from ..models.swap import base_page_model
from .checked import CheckedEndpoint
from .pages import public_pages


class _ShownInPublic(CheckedEndpoint):
    """Narrows a library to what public pages refer to: the title of an image made for a draft tells of the draft."""

    def get_queryset(self) -> Any:
        """Return the objects that a public page refers to, by Wagtail's reference index."""
        queryset = super().get_queryset()
        public = public_pages(self.request)
        shown = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(base_page_model()),
            object_id__in=public.order_by().annotate(key=Cast("pk", CharField())).values("key"),
            to_content_type=ContentType.objects.get_for_model(queryset.model),
        )
        # The index keeps keys as text; and a search refuses to be narrowed by anything but a column.
        by_text = queryset.model.objects.annotate(key=Cast("pk", CharField()))
        return queryset.filter(pk__in=by_text.filter(key__in=shown.values("to_object_id")).order_by().values("pk"))


class PublicImagesAPIViewSet(_ShownInPublic, ImagesAPIViewSet):
    """Images that public pages show."""


class PublicDocumentsAPIViewSet(_ShownInPublic, DocumentsAPIViewSet):
    """Documents that public pages link to."""
