"""The facts of an urgent action on a page, and the page as plain data.

A mixin, so that a project with its own base page model can have urgent actions too (ADR 0003).
"""

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.log_actions import log
from wagtail.search import index

from ..blocks import AdditionalInformationBlock, SampleLetterBlock, SummaryBlock, TargetsBlock
from ..fields import IndexNumberField, SectionField, UANumberField
from ..forms import UrgentActionForm
from ..panels import urgent_action_panels
from ..refusal import NotReadyToPublish
from ..rules.chain import Chain, chain
from ..rules.readiness import Problem, blocking, problems
from ..rules.status import ALLOWANCES, Section, Status, status, status_named
from ..urgent_action import UrgentAction
from .decided import keep_stop
from .front_end import PreviewedOnFrontEnd, on_front_end
from .labels import STATUS_LABELS
from .links import PublicLinks
from .managers import UrgentActionPageManager
from .plain import as_urgent_action, unreadable_references
from .public import API_FIELDS
from .reading import live_reading
from .sections import SectionRoot, root_of, section_of, section_roots
from .served import ServedAsPublished
from .swap import INDEX_PAGE, urgent_action_saved
from .versions import following, problems_of_version, publish_source_first, source_of, standing_of, take_facts

SCHEDULED = "wagtail.publish.scheduled"
REFUSED = "urgent_actions.publication_refused"
LETTERS = ("letters", _("Letters, as they are sent"))
"""The preview mode that shows the letter to each target."""


class UrgentActionMixin(PreviewedOnFrontEnd, ServedAsPublished):
    """Stored facts; everything else is derived from them and a moment."""

    ua_number = UANumberField(
        _("UA number"),
        db_index=True,
        help_text=_(
            "Serial and two-digit year, shared by all urgent actions of the case: 44/22. Any usual form will do."
        ),
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
        _("reason of the stop"),
        blank=True,
        help_text=_("Published: what came of it, or why writing would do harm now."),
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
        help_text=_("Shown on the page, and where its link is shared. Check that nobody is shown who must not be."),
    )

    translated_from = models.JSONField(default=dict, blank=True, editable=False)
    """What this version in another language was made from (``versions.origin``); empty for a source."""

    objects = UrgentActionPageManager()

    base_form_class = UrgentActionForm
    content_panels = urgent_action_panels

    urgent_action_search_fields = [
        index.SearchField("ua_number", boost=5),
        index.SearchField("index_number", boost=5),
        index.SearchField("summary"),
        index.SearchField("additional_information"),
        # A search for the name of somebody who is known by initials must not confirm it.
        index.RelatedFields(
            "persons", [index.SearchField("public_name"), index.SearchField("public_name_in_original_script")]
        ),
        index.AutocompleteField("ua_number"),
        index.FilterField("ordinal"),
        index.FilterField("deadline"),
        index.FilterField("stopped_at"),
    ]

    api_fields = API_FIELDS
    is_from_table = False

    parent_page_types = [INDEX_PAGE]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Any:
        """Return a page as it stands in its table, and let it know; a revision or a preview comes another way."""
        page = super().from_db(*args, **kwargs)
        page.is_from_table = True
        return page

    def with_content_json(self, content: Any) -> Any:
        """Return the page as a revision has it, but with a stop that came after it, and the source's facts of now."""
        draft = super().with_content_json(content)
        keep_stop(draft, of=self)
        if (source := source_of(self)) is not None:
            take_facts(draft, source=source)
        return draft

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return the page as it is now, in each state, its letters; then the states on a front end, if there is one."""
        here = [("", _("As it is now")), *((status.value, label) for status, label in STATUS_LABELS.items())]
        return [*here, LETTERS, *on_front_end(here)]

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the page's own template, or that of its letters."""
        if mode_name == LETTERS[0]:
            return "urgent_actions/letters_preview.html"
        return self.get_template(request)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the page's context in the chosen state; in the present one for a mode that there is not."""
        # Letters are looked at before anybody may send them.
        as_status = Status.OPEN if mode_name == LETTERS[0] else status_named(mode_name)
        return self.context_of(live_reading(self, moment=timezone.now(), as_status=as_status), request)

    def as_urgent_action(
        self, *, moment: datetime | None = None, section: Section | None = None, links: PublicLinks | None = None
    ) -> UrgentAction:
        """Return what stands on this page, draft or live, as plain data in the language of its locale."""
        moment = moment or timezone.now()
        return as_urgent_action(self, section=section or self.section(), moment=moment, links=links)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Validate, as Django does; if a page that goes live is not ready, say so with sentences that name the field.

        A form validates with exclusions, and tells beside its fields.
        """
        try:
            super().full_clean(*args, **kwargs)
        except ValidationError as error:
            found = blocking(self.problems(moment=timezone.now())) if self.live and not kwargs else []
            if not found:
                raise
            raise NotReadyToPublish(found) from error

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save, as Wagtail does, and all that follows from it with it, or nothing."""
        whole = kwargs.get("update_fields") is None
        with transaction.atomic(), following(self) if whole else nullcontext():
            result = super().save(*args, **kwargs)
            # Django's own signal comes before the persons and the other children are stored.
            urgent_action_saved.send(sender=type(self), instance=self, update_fields=kwargs.get("update_fields"))
        return result

    def publish(self, revision: Any, *args: Any, log_action: Any = True, **kwargs: Any) -> Any:
        """Publish ``revision``, as Wagtail does; raise NotReadyToPublish if it is not ready.

        A schedule has nobody to raise to, and an error would keep all other pages from being published: a scheduled
        publication that is refused is taken off the schedule, and the audit log says why.
        """
        publish = super().publish
        if log_action != SCHEDULED:
            return publish(revision, *args, log_action=log_action, **kwargs)
        try:
            with transaction.atomic():
                publish_source_first(self, moment=timezone.now(), log_action=SCHEDULED)
                return publish(revision, *args, log_action=log_action, **kwargs)
        except ValidationError as refusal:
            type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(self, REFUSED, revision=revision, data={"reasons": refusal.messages})
            return None

    def section(self) -> Section:
        """Return the section that this page belongs to, or the default one outside all sections."""
        return section_of(self)

    def today(self, moment: datetime) -> date:
        """Return the day of the section at ``moment``."""
        return self.section().today(moment)

    def published_chain(self, *, moment: datetime, roots: list[SectionRoot] | None = None) -> Chain[Any]:
        """Return the published urgent actions of the case in this locale and section, as seen from this page.

        Pass the roots of the sections if they are at hand, to spare their query.
        """
        if not self.ua_number:
            return chain([], ordinal=self.ordinal)
        roots = section_roots() if roots is None else roots
        root = root_of(self, roots)
        model: Any = type(self)
        same_case = model._default_manager.published(moment=moment).same_case(
            ua_number=self.ua_number, locale_id=self.locale_id, section=root.site_id if root else 0, roots=roots
        )
        return chain(same_case, ordinal=self.ordinal)

    def status_at(self, moment: datetime, *, case: Chain[Any] | None = None, section: Section | None = None) -> Status:
        """Return the status at ``moment``; pass chain and section if they are at hand, to spare their queries."""
        case = case or self.published_chain(moment=moment)
        return status(
            deadline=self.deadline,
            stopped_at=self.stopped_at,
            superseded=case.superseded,
            case_stopped=any(later.is_stopped(moment) for later in case.later),
            moment=moment,
            section=section or self.section(),
        )

    def is_stopped(self, moment: datetime) -> bool:
        """Say whether this very page has been stopped by ``moment``."""
        return self.stopped_at is not None and self.stopped_at <= moment

    def has_live_twin(self, *, leaving_out: Iterable[int] = ()) -> bool:
        """Say whether another live urgent action has this number and ordinal in this locale and section.

        One behind a view restriction counts, since that is lifted without a publication.
        """
        if not self.ua_number or self.ordinal is None:
            return False
        roots = section_roots()
        root = root_of(self, roots)
        model: Any = type(self)
        same_case = model._default_manager.live().same_case(
            ua_number=self.ua_number, locale_id=self.locale_id, section=root.site_id if root else 0, roots=roots
        )
        twins = same_case.filter(ordinal=self.ordinal).exclude(pk__in=[self.pk, *leaving_out])
        return bool(twins.exists())

    def reopened_without(self, *, moment: datetime) -> Any:
        """Return the older urgent action of the case that would be open again if this live one went, or None."""
        case = self.published_chain(moment=moment)
        older = case.previous
        if case.superseded or older is None or not self.live:
            return None
        alone = status(
            deadline=older.deadline,
            stopped_at=older.stopped_at,
            superseded=False,
            moment=moment,
            section=self.section(),
        )
        return older if ALLOWANCES[alone].letters else None

    def _is_live(self) -> bool:
        """Say whether the public has this page now; ``live`` on a page about to be published is true already."""
        model: Any = type(self)
        return bool(self.pk and model._default_manager.live().filter(pk=self.pk).exists())

    def problems(self, *, moment: datetime) -> list[Problem]:
        """Return what stands in the way of publishing this page at ``moment``, and what is worth a look."""
        now = self.status_at(moment)
        source = source_of(self)
        # A live version whose letter nobody may use stays readable with the new facts of its source.
        withheld = source is not None and self._is_live() and standing_of(self, source=source).letter_withheld
        found = problems(
            self.as_urgent_action(moment=moment),
            today=self.today(moment),
            asks_to_write=now not in (Status.STOPPED, Status.SUPERSEDED) and not withheld,
            stops_live=self.is_stopped(moment) and self._is_live(),
            same_ordinal_published=self.has_live_twin(),
            unreadable=unreadable_references(self),
            addresses=[(name, getattr(self, name, "") or "") for name in ("slug", "seo_title", "search_description")],
        )
        return [*found, *problems_of_version(self, source=source, moment=moment)]
