"""The page types: an index, and the urgent actions under it."""

from datetime import datetime
from typing import Any

import swapper
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from ..conf import max_age
from .browsing import ask, changes_at, find
from .caching import UNTIL
from .concerns import Concern
from .expiry import GoneAtExpiry
from .mixin import UrgentActionMixin
from .prose import PublicHTML
from .publications import END, Edition, EditionQuerySet
from .sections import default_section, root_of, section_roots
from .swap import PAGE, base_page_model


class UrgentActionIndexMixin(GoneAtExpiry):
    """A place for urgent actions: one for each locale of a section, or more (by year, by region)."""

    per_page = 20

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Shown above the list. Two or three sentences: what an urgent action is, what a letter does."),
    )

    api_fields = [APIField("introduction", serializer=PublicHTML())]

    subpage_types = [PAGE]

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template; a project restyles it under the same name."""
        return "urgent_actions/urgent_action_index_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; ``urgent_actions`` is one page of cards, the most urgent first."""
        moment = timezone.now()
        roots = section_roots()
        root = root_of(self, roots)
        section = root.section if root else default_section()
        everything = self._published_here(root.site_id if root else 0, moment)
        concerns = dict(Concern.objects.values_list("slug", "name"))
        asked = ask(request.GET, concerns=concerns)
        found = find(
            everything,
            asked,
            page=request.GET.get("page"),
            per_page=self.per_page,
            language=self.locale.language_code,
            concerns=concerns,
        )
        today = section.today(moment)
        return {
            **super().get_context(request, *args, **kwargs),
            "urgent_actions": found.page,
            "facets": found.facets,
            "asked": asked,
            "today": today,
            # Only a cache that need not ask has to know it, and it costs a query.
            UNTIL: min(changes_at(everything) or END, section.last_days(today)[1]) if max_age() else None,
        }

    def _published_here(self, site_id: int, moment: datetime) -> EditionQuerySet:
        """Return what is in force of the urgent actions below this page, in its language."""
        here = base_page_model().objects.filter(path__startswith=self.path).order_by()
        in_force = Edition.objects.in_force(moment=moment)
        return in_force.filter(
            site_id=site_id, language=self.locale.language_code, publication_id__in=here.values("pk")
        )

    @transaction.atomic
    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy, as Wagtail does, but with all urgent actions below it or not at all: one of them may be refused."""
        return super().copy(*args, **kwargs)


class UrgentActionIndexPage(UrgentActionIndexMixin, Page):
    """The list of urgent actions of a section in one language."""

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        swappable = swapper.swappable_setting("urgent_actions", "UrgentActionIndexPage")
        verbose_name = _("list of urgent actions")
        verbose_name_plural = _("lists of urgent actions")


class UrgentActionPage(UrgentActionMixin, Page):
    """An urgent action in one language."""

    search_fields = [*Page.search_fields, *UrgentActionMixin.urgent_action_search_fields]

    class Meta:
        swappable = swapper.swappable_setting("urgent_actions", "UrgentActionPage")
        verbose_name = _("urgent action")
        verbose_name_plural = _("urgent actions")
