"""Takes what a writer tells from outside: no suspicion loses a report, and none is counted in spite of one."""

import secrets
from dataclasses import replace
from datetime import datetime

from django.views.decorators.debug import sensitive_variables

from ..conf import reports_a_day
from ..rules.reports import Provenance
from .proof import suffices
from .record import Told, record
from .refusal import NotThere
from .throttle import Throttle
from .written_from import written_from

_REPORTS, _OPENED = Throttle("reports"), Throttle("opened")


@sensitive_variables()
def take(told: Told, *, proof: str, address: str, moment: datetime) -> None:
    """Record a report of a writer, or of a group if one is named; raise ReportRefused where it is not taken.

    It is held where it is doubted, where the site asks for a ``proof`` of work and this is none, and where ``address``
    has sent more in this day than is counted unseen. Nothing tells which of it was the case: a robot learns nothing,
    and a writer need not care.
    """
    is_usual = _REPORTS.allowed(address, limit=reports_a_day(), moment=moment)
    provenance = Provenance.SELF_REPORTED if told.group is None else Provenance.GROUP
    doubted = told.doubted or not is_usual or not suffices(proof)
    record(replace(told, provenance=provenance, doubted=doubted, from_outside=True), moment=moment)


@sensitive_variables()
def take_opened(told: Told, *, address: str, moment: datetime) -> None:
    """Count that a letter was opened, where the section counts that; raise ReportRefused as for a report.

    Nobody has told anything, so what one address opens beyond the day's number is not worth a look, and left out.
    """
    found = written_from(told.page_id, moment=moment, site=told.site)
    if found is None:
        raise NotThere
    if found.section.count_opened and _OPENED.allowed(address, limit=reports_a_day(), moment=moment):
        key = secrets.token_urlsafe()
        record(replace(told, provenance=Provenance.OPENED, quantity=1, key=key), moment=moment)
