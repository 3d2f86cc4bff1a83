"""The entry in the menu, beside the urgent actions."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from .view import START


class ImportMenuItem(MenuItem):
    """Shown to those who may add pages somewhere."""

    def __init__(self) -> None:
        # Not “Import”: the word for it is Wagtail's, and is said of files there.
        super().__init__(_("Import a document"), reverse_lazy(START), name="import", icon_name="upload", order=112)

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the menu has it for this user. It asks no database: the menu stands on every page."""
        return bool(page_permission_policy.user_has_permission(request.user, "add"))

    def is_active(self, request: HttpRequest) -> Any:
        """Say whether this is where the user is."""
        return request.path.startswith(str(self.url))
