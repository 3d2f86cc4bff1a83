"""What is stored: the page and its children, the directory, what a section sets."""

from .concerns import Concern, ConcernOnPage
from .contacts import MissionContact, OfficialContact
from .directory import FormOfAddress, Mission, Official
from .facts import CountryOnPage, PersonAtRisk, PreferredLanguage
from .mixin import UrgentActionMixin
from .pages import UrgentActionIndexMixin, UrgentActionIndexPage, UrgentActionPage
from .publications import Change, Edition, Generation, Mark, Publication
from .sections import SectionSettings

__all__ = [
    "Change",
    "Concern",
    "ConcernOnPage",
    "CountryOnPage",
    "Edition",
    "FormOfAddress",
    "Generation",
    "Mark",
    "Mission",
    "MissionContact",
    "Official",
    "OfficialContact",
    "PersonAtRisk",
    "PreferredLanguage",
    "Publication",
    "SectionSettings",
    "UrgentActionIndexMixin",
    "UrgentActionIndexPage",
    "UrgentActionMixin",
    "UrgentActionPage",
]
