"""Targets: whom to write to, what the writer should know about it, and who gets a copy."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from ..codes import country_choices
from .prose import PREVIEW_TEMPLATE

OFFICIAL = "urgent_actions.Official"
NOTE_HELP = _("Shown beside this copy, never part of a letter. One sentence of at most 250 characters.")


class TargetBlock(blocks.StructBlock):
    """The block's id is the stable id of the target: never its place in the list (DOMAIN: traps)."""

    official = SnippetChooserBlock(
        OFFICIAL,
        label=_("Official"),
        help_text=_("From the directory: a contact corrected there is corrected in every open urgent action."),
    )
    priority = blocks.IntegerBlock(
        label=_("Priority"),
        default=1,
        min_value=1,
        max_value=9,
        help_text=_("1 is written to first. Targets with the same number are equally important."),
    )
    salutation = blocks.CharBlock(
        label=_("Salutation"),
        required=False,
        max_length=200,
        help_text=_("Opening words in the language of this page, if others than the directory's. Dear Director Zhang,"),
    )
    note = blocks.TextBlock(
        label=_("Note to the writer"),
        required=False,
        rows=2,
        help_text=_("Shown beside this target, for example why it should be written to first."),
    )

    class Meta:
        icon = "user"
        label = pgettext_lazy("of an appeal", "Target")
        description = _("The official whom the appeal is addressed to")
        form_layout = ["official", "priority", "salutation", "note"]
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"priority": 1, "salutation": "Dear Minister,", "note": "Please write to the minister first."}


class NoteToWritersBlock(blocks.TextBlock):
    class Meta:
        icon = "comment"
        label = _("Note to all writers")
        description = _("Advice that stands above the targets, for example whether to write to each of them")
        preview_template = PREVIEW_TEMPLATE
        preview_value = "Please write to both officials, each in a letter of its own."


class CopyToMissionsBlock(blocks.StructBlock):
    country = blocks.ChoiceBlock(
        choices=country_choices,
        label=_("Missions of"),
        help_text=_("Writers are given the mission of this country in the country of their section."),
    )
    note = blocks.CharBlock(label=_("Note to the writer"), required=False, max_length=250, help_text=NOTE_HELP)

    class Meta:
        icon = "globe"
        label = _("Copies to diplomatic missions")
        description = _("The diplomatic representatives accredited to the writer's country")
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"country": "CN", "note": ""}


class CopyToOfficialBlock(blocks.StructBlock):
    official = SnippetChooserBlock(
        OFFICIAL,
        label=_("Official"),
        help_text=_("From the directory. Gets a copy, and no letter is addressed to them."),
    )
    note = blocks.CharBlock(label=_("Note to the writer"), required=False, max_length=250, help_text=NOTE_HELP)

    class Meta:
        icon = "user"
        label = _("Copy to an official")
        description = _("Somebody who gets a copy, and is not asked to act")
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"note": "For the attention of the ombudsperson."}


class TargetsBlock(blocks.StreamBlock):
    target = TargetBlock(group=_("Write to"))
    note_to_writers = NoteToWritersBlock(
        group=_("Advice"), rows=3, help_text=_("Shown above all targets, never part of a letter. One or two sentences.")
    )
    copy_to_missions = CopyToMissionsBlock(group=_("Copies"))
    copy_to_official = CopyToOfficialBlock(group=_("Copies"))

    class Meta:
        icon = "group"
        label = _("Targets")
        required = False
