"""The coordinators' entry in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from .desk import ReportsViewSet
from .groups import ReportingGroupViewSet


class LetterReportsGroup(ViewSetGroup):
    """The menu entry. Wagtail has one that is called Reports, which tells of something else."""

    menu_label = _("Letter reports")
    menu_icon = "mail"
    menu_order = 115
    items = (ReportsViewSet, ReportingGroupViewSet)
