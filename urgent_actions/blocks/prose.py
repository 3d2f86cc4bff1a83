"""Formatted prose, typed the same way in every section that has it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PREVIEW_TEMPLATE = "urgent_actions/blocks/preview.html"


class ParagraphBlock(blocks.RichTextBlock):
    """Prose with emphasis, links and lists. No headings: their level belongs to the page."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", ["bold", "italic", "link", "ol", "ul"])
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Prose with bold, italic, links and lists")
        preview_template = PREVIEW_TEMPLATE
        preview_value = "<p>The village teacher <b>Sample Person</b> was arrested on 3 May.</p>"
