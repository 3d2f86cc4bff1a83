"""The front page of the demo site: nothing of urgent actions in it but the way to them."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):  # type: ignore[misc]  # untyped base
    """A site's front page."""

    introduction = models.TextField(blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    api_fields = ["introduction"]
    template = "home/home_page.html"
