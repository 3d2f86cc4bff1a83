"""What a list of reports shows beside what is stored in them: read for a whole page of the list at once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from ...models import Edition, Report
from ...models.labels import document_name
from ...models.swap import page_model
from .decided import DECIDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The urgent action of a report, the target, and who decided about it last; empty where that is not known."""

    page_id: int | None = None
    title: str = ""
    document: str = ""
    target: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None


def beside(reports: Iterable[Report], *, moment: datetime) -> Mapping[int, Beside]:
    """Return what stands beside each report, by its id. Three queries, however many reports there are."""
    rows = list(reports)
    pages = _pages({report.page_id for report in rows})
    targets = _targets({report.page_id for report in rows}, moment=moment)
    decisions = _decisions(report.pk for report in rows)
    return {
        report.pk: Beside(
            **pages.get(report.page_id, {}),
            target=targets.get((report.page_id, report.target_id), ""),
            **decisions.get(report.pk, {}),
        )
        for report in rows
    }


def targets_of(shown: Mapping[str, Any]) -> dict[str, str]:
    """Return how the targets that a representation shows are called, by their ids."""
    targets = (each for each in shown["targets"] if each["type"] == "target" and each["id"])
    return {each["id"]: _called(each["value"]) for each in targets}


def _called(target: Mapping[str, Any]) -> str:
    return target["name"] or target["role"] or target["organisation"] or ""


def _pages(ids: set[int]) -> dict[int, dict[str, Any]]:
    found = page_model().objects.filter(pk__in=ids).values_list("pk", "title", "ordinal", "ua_number")
    return {
        pk: {"page_id": pk, "title": title, "document": document_name(ordinal, number)}
        for pk, title, ordinal, number in found
    }


def _targets(ids: set[int], *, moment: datetime) -> dict[tuple[int, str], str]:
    """Return how targets are called as the public reads it; what it reads no more has no name here either."""
    found = Edition.objects.in_force(moment=moment).filter(publication_id__in=ids).values_list("publication", "detail")
    return {(pk, id): name for pk, detail in found for id, name in targets_of(json.loads(detail)).items()}


def _decisions(ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Report),
        object_id__in=[str(pk) for pk in ids],
        action__in=DECIDED,
    )
    return {
        int(entry.object_id): {"decided_by": entry.user_display_name, "decided_at": entry.timestamp}
        for entry in entries.select_related("user", "user__wagtail_userprofile").order_by("timestamp", "pk")
    }
