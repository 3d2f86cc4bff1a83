from swapped_site.base.models import BasePage

from urgent_actions.models import UrgentActionIndexMixin, UrgentActionMixin
from urgent_actions.models.pages import UrgentActionPageManager


class UrgentActionIndexPage(UrgentActionIndexMixin, BasePage):
    subpage_types = ["campaign.UrgentActionPage"]
    template = "urgent_actions/urgent_action_index_page.html"


class UrgentActionPage(UrgentActionMixin, BasePage):
    parent_page_types = ["campaign.UrgentActionIndexPage"]
    template = "urgent_actions/urgent_action_page.html"

    objects = UrgentActionPageManager()
