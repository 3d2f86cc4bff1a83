"""Urgent actions on the project's own base page."""

from swapped_site.base.models import BasePage

from urgent_actions.models import UrgentActionIndexMixin, UrgentActionMixin


class UrgentActionIndexPage(UrgentActionIndexMixin, BasePage):
    pass


class UrgentActionPage(UrgentActionMixin, BasePage):
    pass
