"""Takes what a writer tells from outside: no suspicion loses a report, and none is counted in spite of one."""

from dataclasses import replace
from datetime import datetime

from django.views.decorators.debug import sensitive_variables

from ..conf import reports_a_day
from ..rules.reports import Provenance
from .record import Told, record
from .throttle import Throttle

_REPORTS = Throttle("reports")


@sensitive_variables()
def take(told: Told, *, address: str, moment: datetime) -> None:
    """Record a report of a writer, or of a group if one is named; raise ReportRefused where it is not taken.

    It is held where it is doubted, and where ``address`` has sent more in this day than is counted unseen. Nothing
    tells which of it was the case: a robot learns nothing, and a writer need not care.
    """
    is_usual = _REPORTS.allowed(address, limit=reports_a_day(), moment=moment)
    provenance = Provenance.SELF_REPORTED if told.group is None else Provenance.GROUP
    doubted = told.doubted or not is_usual
    record(replace(told, provenance=provenance, doubted=doubted, from_outside=True), moment=moment)
