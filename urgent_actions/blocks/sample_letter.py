"""The sample letter: what stands between salutation and sign-off. Both of these are composed, not typed.

Plain text, since a letter leaves as post, fax and e-mail, where bold and links do not arrive.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import PREVIEW_TEMPLATE


class LetterParagraphBlock(blocks.TextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("A paragraph of the letter, plain text")
        preview_template = PREVIEW_TEMPLATE
        preview_value = "I am writing to you about the village teacher Sample Person, who was arrested on 3 May."


class AsksBlock(blocks.StructBlock):
    introduction = blocks.TextBlock(
        label=_("Opening"),
        required=False,
        rows=2,
        help_text=_("Leads into the list, for example: I therefore urge you to:"),
    )
    asks = blocks.ListBlock(
        blocks.TextBlock(label=_("Ask"), rows=2, help_text=_("One demand, as it stands in the letter.")),
        label=_("Asks"),
        help_text=_("What the authorities are called upon to do. No letter asks for more than stands here."),
    )

    class Meta:
        icon = "tasks"
        label = _("Asks")
        description = _("What the target is called upon to do")
        preview_template = PREVIEW_TEMPLATE
        preview_value = {
            "introduction": "I therefore urge you to:",
            "asks": ["release Sample Person;", "let her see a doctor of her choice."],
        }


class PostscriptBlock(blocks.TextBlock):
    class Meta:
        icon = "edit"
        label = _("Postscript")
        description = _("What stands after the signature")
        preview_template = PREVIEW_TEMPLATE
        preview_value = "I would be grateful for a reply."


class SampleLetterBlock(blocks.StreamBlock):
    paragraph = LetterParagraphBlock(
        help_text=_(
            "Without salutation and sign-off: each target gets its own. 150 to 250 words in all fit a mail link."
        ),
    )
    asks = AsksBlock()
    postscript = PostscriptBlock(rows=2, help_text=_("Stands after the signature, with its P.S. One sentence."))

    class Meta:
        icon = "mail"
        label = _("Sample letter")
        required = False
        block_counts = {"asks": {"max_num": 1}, "postscript": {"max_num": 1}}
