"""The front page of the demo site: nothing of urgent actions in it but the newest of them, and the way to all."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from urgent_actions.models.browsing import newest
from urgent_actions.models.expiry import GoneAtExpiry
from urgent_actions.models.sections import section_of
from urgent_actions.models.visible import visible_pages


class HomePage(GoneAtExpiry, Page):
    """A site's front page."""

    introduction = models.TextField(blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    api_fields = ["introduction"]
    template = "home/home_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; ``children`` are the pages below that the public may see now."""
        moment = timezone.now()
        return {
            **super().get_context(request, *args, **kwargs),
            "children": visible_pages(moment=moment).child_of(self),
            "newest": newest(page=self, moment=moment),
            "today": section_of(self).today(moment),
        }
