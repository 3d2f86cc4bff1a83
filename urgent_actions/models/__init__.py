"""What is stored: the page and its children, the directory, what a section sets, what writers report."""

from .concerns import Concern, ConcernOnPage
from .contacts import MissionContact, OfficialContact
from .directory import FormOfAddress, Mission, Official
from .facts import CountryOnPage, PersonAtRisk, PreferredLanguage
from .mixin import UrgentActionMixin
from .pages import UrgentActionIndexMixin, UrgentActionIndexPage, UrgentActionPage
from .publications import Change, Edition, Generation, Mark, Publication
from .reports import Report, ReportingGroup, ReportTotal
from .sealed import SealedCase, Tombstone
from .sections import SectionSettings
from .throttle import ThrottleCount, ThrottleSalt

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
    "Report",
    "ReportTotal",
    "ReportingGroup",
    "SealedCase",
    "SectionSettings",
    "ThrottleCount",
    "ThrottleSalt",
    "Tombstone",
    "UrgentActionIndexMixin",
    "UrgentActionIndexPage",
    "UrgentActionMixin",
    "UrgentActionPage",
]
