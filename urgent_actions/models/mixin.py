"""The facts of an urgent action on a page, and the page as plain data.

A mixin, so that a project with its own base page model can have urgent actions too (ADR 0003).
"""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.images import get_image_model_string
from wagtail.search import index

from ..blocks import AdditionalInformationBlock, SampleLetterBlock, SummaryBlock, TargetsBlock
from ..fields import IndexNumberField, SectionField, UANumberField
from ..forms import UrgentActionForm
from ..panels import urgent_action_panels
from ..rules.chain import Chain, chain
from ..rules.readiness import Problem, problems
from ..rules.status import Section, Status, status
from ..urgent_action import UrgentAction
from .plain import as_urgent_action
from .public import API_FIELDS, representation
from .labels import STATUS_LABELS
from .sections import root_of, section_of, section_roots
from .swap import INDEX_PAGE



class UrgentActionMixin(models.Model):
    """Stored facts; everything else is derived from them and a moment."""

    ua_number = UANumberField(
        _("UA number"),
        db_index=True,
        help_text=_("Serial and two-digit year, shared by all urgent actions of the case: 44/22. Any usual form will do."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"),
        null=True,
        help_text=_("1 for the first urgent action of the case, 2 for the second. A live later one closes this one."),
    )
    index_number = IndexNumberField(
        _("index number"),
        blank=True,
        help_text=_("Identity of this document: ASA 17/5628/2022. Empty if it has none."),
    )
    issued_on = models.DateField(_("issue date"), null=True, blank=True, help_text=_("Date on the document, if any."))
    deadline = models.DateField(
        _("deadline"),
        null=True,
        blank=True,
        help_text=_("Last day on which to write, inclusive. At midnight after it every letter is withdrawn."),
    )
    summary = SectionField(
        SummaryBlock(), verbose_name=_("summary"), blank=True, help_text=_("What happened, to whom, what is at stake.")
    )
    targets = SectionField(
        TargetsBlock(),
        verbose_name=_("targets"),
        blank=True,
        help_text=_("Whom to write to. Every target gets a letter of its own; without one nobody can write."),
    )
    sample_letter = SectionField(
        SampleLetterBlock(),
        verbose_name=_("sample letter"),
        blank=True,
        help_text=_("The model letter and its asks, 150 to 250 words, without salutation and sign-off."),
    )
    additional_information = SectionField(
        AdditionalInformationBlock(),
        verbose_name=_("additional information"),
        blank=True,
        help_text=_("Background for the writer, about 400 words. Never part of a letter."),
    )
    own_language_welcome = models.BooleanField(
        _("or your own language"), default=True, help_text=_("Writers may also write in their own language.")
    )
    post_suspended = models.BooleanField(
        _("post is suspended"),
        default=False,
        help_text=_("Nothing can be posted to the country: writers are sent to e-mail, or to the embassy."),
    )
    writer_safety_notice = models.BooleanField(
        _("writers with ties to the country"),
        default=False,
        help_text=_("Shows a notice: those with ties to the country should reconsider, or sign with initials."),
    )
    stopped_at = models.DateTimeField(
        _("stopped at"),
        null=True,
        blank=True,
        help_text=_("From this moment nobody is asked to write: letter and contacts are withdrawn everywhere."),
    )
    stop_reason = models.TextField(
        _("reason of the stop"), blank=True, help_text=_("Published: what came of it, or why writing would do harm now.")
    )
    previous_url = models.URLField(
        _("link to the previous UA"),
        blank=True,
        help_text=_("Address of the document before this one. Leave it empty where that one is published here."),
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown on the page and when it is shared. Check that nobody is shown who must not be."),
    )
    concerns = ClusterTaggableManager(
        through="urgent_actions.ConcernOnPage",
        verbose_name=_("concerns"),
        blank=True,
        help_text=_("What it is about. Choose from the list; lists and statistics are made of it."),
    )

    base_form_class = UrgentActionForm
    content_panels = urgent_action_panels

    urgent_action_search_fields = [
        index.SearchField("ua_number", boost=5),
        index.SearchField("index_number", boost=5),
        index.SearchField("summary"),
        index.SearchField("additional_information"),
        index.RelatedFields("persons", [index.SearchField("name"), index.SearchField("name_in_original_script")]),
        index.AutocompleteField("ua_number"),
        index.FilterField("ordinal"),
        index.FilterField("deadline"),
        index.FilterField("stopped_at"),
    ]

    api_fields = API_FIELDS

    parent_page_types = [INDEX_PAGE]
    subpage_types: list[str] = []
    template = "urgent_actions/urgent_action_page.html"

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return the page as it is now, and as it will look in each of its states."""
        return [("", _("As it is now")), *((status.value, label) for status, label in STATUS_LABELS.items())]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the page's context in the chosen state."""
        return self._context(request, as_status=Status(mode_name) if mode_name else None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; ``urgent_action`` is the very representation that the API serves."""
        return self._context(request, *args, **kwargs)

    def _context(self, request: HttpRequest, *args: Any, as_status: Status | None = None, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]  # Page's
        moment = timezone.now()
        shown = representation(self, moment=moment, as_status=as_status)
        return {**context, "urgent_action": shown, "today": self.today(moment)}

    def as_urgent_action(self, *, moment: datetime | None = None) -> UrgentAction:
        """Return what stands on this page, draft or live, as plain data in the language of its locale."""
        return as_urgent_action(self, section=self.section(), moment=moment or timezone.now())

    def section(self) -> Section:
        """Return the section that this page belongs to, or the default one outside all sections."""
        return section_of(self)

    def today(self, moment: datetime) -> date:
        """Return the day of the section at ``moment``."""
        return self.section().today(moment)

    def published_chain(self, *, moment: datetime) -> Chain[Any]:
        """Return the published urgent actions of the case in this locale and section, as seen from this page."""
        if not self.ua_number:
            return chain([], ordinal=self.ordinal)
        root = root_of(self, section_roots())
        same_case = (
            type(self)
            ._default_manager.published(moment=moment)
            .same_case(ua_number=self.ua_number, locale_id=self.locale_id, section=root.site_id if root else 0)
        )
        return chain(same_case, ordinal=self.ordinal)

    def status_at(self, moment: datetime, *, case: Chain[Any] | None = None) -> Status:
        """Return the status at ``moment``; pass the chain if it is at hand, to spare its query."""
        case = case or self.published_chain(moment=moment)
        return status(
            deadline=self.deadline,
            stopped_at=self.stopped_at,
            superseded=case.superseded,
            moment=moment,
            section=self.section(),
        )

    def problems(self, *, moment: datetime) -> list[Problem]:
        """Return what stands in the way of publishing this page at ``moment``, and what is worth a look."""
        case = self.published_chain(moment=moment)
        twins = [page for page in case.items if page.ordinal == self.ordinal and page.pk != self.pk]
        return problems(
            self.as_urgent_action(moment=moment),
            today=self.today(moment),
            asks_to_write=self.status_at(moment, case=case) not in (Status.STOPPED, Status.SUPERSEDED),
            same_ordinal_published=bool(twins) and self.ordinal is not None,
        )
