"""What tests tell: a report that is taken, but for what they change in it."""

import itertools
from datetime import datetime
from typing import Any

from wagtail.models import Site

from tests import factories
from urgent_actions.models import Report, ReportingGroup, ReportTotal, UrgentActionPage
from urgent_actions.reporting.record import Recorded, Told, record

_keys = itertools.count(1)


def told(page: UrgentActionPage, **fields: Any) -> Told:
    """Return what a writer tells who sent one e-mail to the first target."""
    values = {
        "page_id": page.pk,
        "target": target_of(page),
        "channel": "email",
        "quantity": 1,
        "key": f"key-{next(_keys)}",
        **fields,
    }
    return Told(**values)


def tell(page: UrgentActionPage, *, moment: datetime = factories.NOW, **fields: Any) -> Recorded:
    """Record it."""
    return record(told(page, **fields), moment=moment)


def target_of(page: UrgentActionPage) -> str:
    """Return the stable id of the page's first target."""
    return str(page.targets[0].id)


def group(name: str = "Example group", **fields: Any) -> ReportingGroup:
    """Return a group of the default site's section."""
    site = fields.pop("site", None) or Site.objects.get(is_default_site=True)
    return ReportingGroup.objects.create(site=site, name=name, **fields)


def stored() -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Return all reports and all totals, for comparison with what is there afterwards."""
    return list(Report.objects.order_by("pk").values_list()), list(ReportTotal.objects.order_by("pk").values_list())
