"""Groups of a section that write together: coordinators keep the list, each for the own sections."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site

from ...models import ReportingGroup
from .sections import sections_of

ONLY = ("index", "index_results", "add", "edit")
"""A group is closed and never deleted: what it reported would be of nobody."""


class ReportingGroupForm(WagtailAdminModelForm):
    """A group of one of the sections that the user may edit."""

    class Meta:
        model = ReportingGroup
        fields = ["site", "name", "is_open"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = Site.objects.filter(pk__in=sections_of(self.for_user)).order_by("site_name", "pk")
        self.fields["site"].queryset = sites
        if not self.instance.pk:
            self.fields["site"].initial = sites.first()


class _OfMySections:
    """Shows nobody the groups of a section that they may not edit."""

    request: Any

    def _mine(self) -> Any:
        return ReportingGroup.objects.filter(site__in=sections_of(self.request.user)).select_related("site")


class GroupListView(_OfMySections, generic.IndexView):
    """The groups, by name."""

    def get_base_queryset(self) -> Any:
        """Return those of the user's sections."""
        return self._mine()


class EditGroupView(_OfMySections, generic.EditView):
    """One group."""

    def get_queryset(self) -> Any:
        """Return those among which it has to be."""
        return self._mine()


class ReportingGroupViewSet(ModelViewSet):
    """The list of groups, with a form to add one and to change one."""

    model = ReportingGroup
    name = "urgent_actions_groups"
    url_prefix = "letter-reports/groups"
    menu_label = _("Reporting groups")
    icon = "group"
    index_view_class = GroupListView
    edit_view_class = EditGroupView
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ["name", "site", BooleanColumn("is_open", label=_("Can be chosen"), sort_key="is_open")]
    list_filter = ["is_open"]
    search_fields = ["name"]
    list_per_page = 50

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form, for a new group and for one that is there."""
        return ReportingGroupForm

    def get_common_view_kwargs(self, **kwargs: Any) -> Any:
        """Return what all views are told: where there is nothing, they do not lead there."""
        nowhere = {"delete_url_name": None, "history_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**{**nowhere, **kwargs})

    def get_urlpatterns(self) -> Any:
        """Return the addresses of the views that there are."""
        return [each for each in super().get_urlpatterns() if each.name in ONLY]
