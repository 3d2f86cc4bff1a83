"""The editor's desk: panels in the order of the document, and the one that says what is still missing."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel, Panel

from .codes import language_name
from .letters.meter import meter
from .refusal import sentence


class ReadinessPanel(Panel):
    """Lists every problem of the draft with a link to its field."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "urgent_actions/admin/readiness_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Return the problems of the draft as it was last saved, blocking ones first."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, **readiness_context(self.instance)}

    def clean_name(self) -> str:
        """Return the name that the panel's anchor is made of."""
        return "readiness"


class EarlierWordsPanel(Panel):
    """Shows beside a section what stood there in the urgent action before this one, while this one is not live."""

    def __init__(self, section: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.section = section

    def clone_kwargs(self) -> dict[str, Any]:
        """Return the arguments with which this panel is made again."""
        return {**super().clone_kwargs(), "section": self.section}

    class BoundPanel(Panel.BoundPanel):
        template_name = "urgent_actions/admin/earlier_words.html"

        def is_shown(self) -> bool:
            """Say whether there is an earlier one, and its words are still of use here."""
            return bool(super().is_shown() and not self.instance.live and self._earlier())

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Return the words as they are read."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "earlier": self._earlier(), "words": getattr(self._earlier(), self.panel.section)}

        def _earlier(self) -> Any:
            if (self.instance.ordinal or 1) == 1:
                return None
            return self.instance.published_chain(moment=timezone.now()).previous


MOST_VERSIONS = 10
"""Of how many language versions the letters are measured: it is done after each autosave."""

# Where on the form a field of the urgent action is typed in, if it is called otherwise there.
PLACES = {"countries": "country_items", "preferred_languages": "language_items"}


def readiness_context(page: Any) -> dict[str, Any]:
    """Return what the readiness panel shows: problems as sentences with the field they are about."""
    moment = timezone.now()
    found = sorted(page.problems(moment=moment), key=lambda problem: not problem.blocking)
    return {
        "problems": [
            {
                "field": PLACES.get(problem.field, problem.field),
                "sentence": sentence(problem),
                "blocking": problem.blocking,
            }
            for problem in found
        ],
        "blocked": any(problem.blocking for problem in found),
        "meter": _meter(page, moment),
        "page": page,
    }


def _meter(page: Any, moment: datetime) -> dict[str, Any]:
    """Return how the letters stand, of this draft and of the published versions in other languages."""
    found = meter([each.as_urgent_action(moment=moment) for each in (page, *_versions(page))], on=page.today(moment))
    reader = get_language() or "en"
    return {
        "gauges": [{"language": language_name(each.language, reader), "gauge": each} for each in found.gauges],
        "dead": found.dead,
        "without_salutation": [
            (target, language_name(language, reader)) for target, language in found.without_salutation
        ],
    }


def _versions(page: Any) -> list[Any]:
    if not page.translation_key:
        return []
    others = type(page)._default_manager.live().filter(translation_key=page.translation_key)
    return list(others.exclude(pk=page.pk).select_related("locale").order_by("locale__language_code")[:MOST_VERSIONS])


urgent_action_panels = [
    ReadinessPanel(heading=_("Ready to publish?")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("ua_number"), FieldPanel("ordinal")]),
            FieldRowPanel([FieldPanel("index_number"), FieldPanel("issued_on")]),
        ],
        heading=_("Which urgent action"),
    ),
    FieldPanel(
        "title",
        heading=_("Headline"),
        classname="title",
        help_text=_("Who is in danger of what, in at most ten words. Shown everywhere the appeal is listed."),
    ),
    EarlierWordsPanel("summary", heading=_("Summary of the one before")),
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            InlinePanel("country_items", label=_("Country"), heading=_("Countries")),
            MultipleChooserPanel(
                "concern_items", chooser_field_name="concern", label=_("Concern"), heading=_("Concerns")
            ),
        ],
        heading=_("What it is about"),
    ),
    MultiFieldPanel(
        [FieldPanel("post_suspended"), FieldPanel("writer_safety_notice")],
        heading=_("Safety of the writers"),
    ),
    FieldPanel("targets"),
    EarlierWordsPanel("sample_letter", heading=_("Sample letter of the one before")),
    FieldPanel("sample_letter"),
    FieldPanel("additional_information"),
    MultiFieldPanel(
        [
            InlinePanel("language_items", label=_("Language"), heading=_("Preferred languages, most wanted first")),
            FieldPanel("own_language_welcome"),
        ],
        heading=_("Preferred language to address the target"),
    ),
    FieldPanel("deadline"),
    InlinePanel("persons", label=_("Person at risk"), heading=_("Persons at risk: names and pronouns")),
    FieldPanel("previous_url"),
    FieldPanel("image"),
    MultiFieldPanel(
        [FieldPanel("stopped_at"), FieldPanel("stop_reason")], heading=_("Stop action"), classname="collapsed"
    ),
]
