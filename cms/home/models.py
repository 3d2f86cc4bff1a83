"""The front page of the demo site: nothing of urgent actions in it but the way to them."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):
    """A site's front page."""

    introduction = models.TextField(blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    api_fields = ["introduction"]
    template = "home/home_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; ``children`` are the pages below that the public may see now."""
        unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
        children = self.get_children().live().public().filter(unexpired)
        return {**super().get_context(request, *args, **kwargs), "children": children}
