"""The same project with a base page model of its own, and so with urgent action pages of its own."""

from bare_site.settings import *
from bare_site.settings import INSTALLED_APPS as BARE_APPS

INSTALLED_APPS = ["swapped_site.base", "swapped_site.campaign", *BARE_APPS]
WAGTAIL_PAGE_MODEL = "base.BasePage"
URGENT_ACTIONS_URGENTACTIONPAGE_MODEL = "campaign.UrgentActionPage"
URGENT_ACTIONS_URGENTACTIONINDEXPAGE_MODEL = "campaign.UrgentActionIndexPage"
