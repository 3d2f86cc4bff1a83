"""Additional information: the background that a writer may want to know, once about 400 words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from .prose import PREVIEW_TEMPLATE, ParagraphBlock


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Heading inside the additional information")
        preview_template = PREVIEW_TEMPLATE
        preview_value = "Her work in the village school"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=pgettext_lazy("quoted", "Words"), help_text=_("The words themselves, without quotation marks.")
    )
    source = blocks.CharBlock(
        label=_("Who said it"), required=False, help_text=_("Name and role; empty if the source must not be named.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, and whose they are")
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"text": "She taught us to read.", "source": "A former pupil"}


class AdditionalInformationBlock(blocks.StreamBlock):
    heading = HeadingBlock(max_length=120, help_text=_("At most 120 characters; it stands on a line of its own."))
    paragraph = ParagraphBlock(help_text=_("Background for the writer. About 400 words in all are read to the end."))
    quote = QuoteBlock()

    class Meta:
        icon = "info-circle"
        label = _("Additional information")
        required = False
