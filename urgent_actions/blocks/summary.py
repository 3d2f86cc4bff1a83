"""The summary: one paragraph that says what has happened and what is at stake."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import ParagraphBlock


class SummaryBlock(blocks.StreamBlock):
    paragraph = ParagraphBlock(
        features=["bold", "italic", "link"],
        help_text=_("Shown on top of the page. One paragraph of 60 to 120 words does best."),
    )

    class Meta:
        icon = "doc-empty"
        label = _("Summary")
        required = False
