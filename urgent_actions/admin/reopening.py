"""A warning before an older urgent action opens again because the newer one is taken down."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.unpublish import UnpublishView

from ..models.labels import document_name


class UnpublishUrgentActionView(UnpublishView):
    """Wagtail's question whether to unpublish, with what follows from it for the case.

    Status is derived: without a live successor the older one is open until its own deadline, and asks what it asked.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the question; name the urgent action that people would be asked to write from again."""
        older = self.object.specific.reopened_without(moment=timezone.now())
        if older is not None:
            name = document_name(older.ordinal, older.ua_number)
            text = _(
                "Without this one, people are asked to write from “%(title)s” (%(name)s) again. Stop that one first."
            )
            messages.warning(request, text % {"title": older.title, "name": name})
        return super().get(request, *args, **kwargs)
