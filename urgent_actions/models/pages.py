"""The page types: an index, and the urgent actions under it."""

from typing import Any

import swapper
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from .expiry import GoneAtExpiry
from .mixin import UrgentActionMixin
from .prose import PublicHTML
from .sections import section_of
from .swap import PAGE, page_model


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
        """Return the template's context; ``urgent_actions`` is one page of the list, the nearest deadline first."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        moment = timezone.now()
        listed = (
            page_model()
            .objects.published(moment=moment)
            .child_of(self)
            .with_status(moment=moment)
            .with_everything()
            .most_urgent_first()
        )
        return {
            **context,
            "urgent_actions": Paginator(listed, self.per_page).get_page(request.GET.get("page")),
            "today": section_of(self).today(moment),
        }

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
