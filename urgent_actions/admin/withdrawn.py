"""Withdrawn cases in the admin: a list that names nobody, the sealed record, and its erasure for good."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import DeleteView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from ..lifecycle.withdrawal.seal import SealBroken, opened
from ..models.sealed import SealedCase

OPENED = "urgent_actions.open_seal"


class SealedPolicy(ModelPermissionPolicy):
    """Nobody writes a sealed record or changes one, superusers neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Say whether the user may look at sealed records, or erase them."""
        return action not in ("add", "change") and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Say whether the user may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)


class SealedIndexView(IndexView):
    """When cases were withdrawn, and by whom."""

    any_permission_required = ["view", "delete"]


class OpenSealView(InspectView):
    """The record. Every look at it is logged."""

    any_permission_required = ["view"]
    template_name = "urgent_actions/admin/withdrawn.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the record, or None where no key of this site opens it."""
        try:
            record = opened(self.object.seal)
        except SealBroken:
            record = None
        log(instance=self.object, action=OPENED, user=self.request.user)
        return {**super().get_context_data(**kwargs), "record": record}


class EraseView(DeleteView):
    """Erases the record: then nothing is left of the case but that there was one."""

    page_title = _("Erase for good")
    success_message = _("Erased. Nothing of the case is left here; backups are yours to look after.")


class WithdrawnViewSet(ModelViewSet):
    """Withdrawn cases."""

    model = SealedCase
    name = "urgent_actions_withdrawn"
    menu_label = _("Withdrawn cases")
    icon = "lock"
    add_to_settings_menu = True
    form_fields: list[str] = []
    list_display = ["__str__", "sealed_by", "pages"]
    list_per_page = 50
    index_view_class = SealedIndexView
    inspect_view_enabled = True
    inspect_view_class = OpenSealView
    delete_view_class = EraseView
    copy_view_enabled = False
