"""Lists of urgent actions: in the explorer under an index page, and all of them in the menu."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from ..models.swap import index_page_model, page_model
from .columns import COLUMNS
from .filters import UrgentActionFilterSet
from .reopening import UnpublishUrgentActionView


class _WithStatus(IndexView):
    """Reads status, countries and persons of all rows in bounded queries."""

    def annotate_queryset(self, pages: Any) -> Any:
        """Return the queryset with what the columns show."""
        annotated = super().annotate_queryset(pages.with_status(moment=timezone.now()))
        return annotated.with_everything()


class UrgentActionExplorerView(_WithStatus, ExplorableIndexView):
    """Urgent actions under one index page."""


class UrgentActionListView(_WithStatus, IndexView):
    """All urgent actions that the editor may see."""


class UrgentActionUseView(_WithStatus, ContentTypeUseView):
    """Urgent actions in the report of page types."""


def explorer_viewset() -> PageViewSet:
    """Return the viewset of the explorer, for the page models in force."""

    class UrgentActionPageViewSet(PageViewSet):
        model = page_model()
        parent_models = [index_page_model()]
        index_view_class = UrgentActionExplorerView
        content_type_use_view_class = UrgentActionUseView
        unpublish_view_class = UnpublishUrgentActionView
        columns = COLUMNS
        filterset_class = UrgentActionFilterSet

    return UrgentActionPageViewSet()


def list_viewset() -> PageListingViewSet:
    """Return the viewset of the flat list in the menu."""

    class UrgentActionListingViewSet(PageListingViewSet):
        model = page_model()
        index_view_class = UrgentActionListView
        columns = [column for column in COLUMNS if column.name not in ("ordering", "navigate")]
        filterset_class = UrgentActionFilterSet
        icon = "mail"
        menu_label = _("Urgent actions")
        menu_order = 110
        add_to_admin_menu = True
        name = "urgent_actions"
        url_prefix = "urgent-actions"

    return UrgentActionListingViewSet("urgent_actions")
