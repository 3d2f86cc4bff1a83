"""How reports are sent and read."""

from typing import Any

from django.test import Client

from tests.api.v1.conftest import ROOT
from tests.reporting.telling import target_of
from urgent_actions.models import Report


def report(client: Client, page: Any, /, headers: dict[str, str] | None = None, **told: Any) -> Any:
    """Report one e-mail to the first target, but for what is told otherwise; None takes a word away."""
    words = {"target": target_of(page), "channel": "email", "quantity": 1, **told}
    body = {name: value for name, value in words.items() if value is not None}
    return client.post(f"{ROOT}{page.pk}/reports/", body, content_type="application/json", headers=headers)


def read(client: Client, page: Any, /, **parameters: Any) -> Any:
    return client.get(f"{ROOT}{page.pk}/reports/", parameters)


def kept() -> list[tuple[str, int]]:
    """Return state and quantity of all reports."""
    return list(Report.objects.order_by("pk").values_list("state", "quantity"))
