"""What leads from an urgent action to the reports on it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ...models.mixin import UrgentActionMixin
from .sections import may

FIRST = 20
"""Behind the decisions about the case."""


def report_buttons(page: Any, user: Any) -> Iterator[Button]:
    """Yield the buttons for the totals of ``page``, and to enter letters, for those who may."""
    if not (isinstance(page, UrgentActionMixin) and page.pk and page.permissions_for_user(user).can_edit()):
        return
    yield Button(
        _("Letters reported"), reverse("urgent_actions_totals", args=[page.pk]), icon_name="mail", priority=FIRST
    )
    if page.live and may(user, "add"):
        url = reverse("urgent_actions_enter", args=[page.pk])
        yield Button(_("Enter letters"), url, icon_name="plus", priority=FIRST + 1)
