"""What is stored: the page and its children, the directory, what a section sets."""

from .concerns import Concern, ConcernOnPage
from .contacts import MissionContact, OfficialContact
from .directory import FormOfAddress, Mission, Official
from .facts import CountryOnPage, PersonAtRisk, PreferredLanguage
from .mixin import UrgentActionMixin
from .pages import UrgentActionIndexMixin, UrgentActionIndexPage, UrgentActionPage
from .sections import SectionSettings

__all__ = [
    "Concern",
    "ConcernOnPage",
    "CountryOnPage",
    "FormOfAddress",
    "Mission",
    "MissionContact",
    "Official",
    "OfficialContact",
    "PersonAtRisk",
    "PreferredLanguage",
    "SectionSettings",
    "UrgentActionIndexMixin",
    "UrgentActionIndexPage",
    "UrgentActionMixin",
    "UrgentActionPage",
]
