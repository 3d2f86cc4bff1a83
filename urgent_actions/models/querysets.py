"""Querysets that read like sentences. What ``rules.status`` says in Python, ``with_status`` says in SQL."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Case, CharField, DateField, Exists, F, IntegerField, OuterRef, Q, Value, When
from wagtail.query import PageQuerySet

from ..rules.status import Status
from .sections import SectionRoot, by_section, default_section, section_roots


class UrgentActionQuerySet(PageQuerySet):
    """Urgent actions, asked in the words of the field. ``moment`` is an aware datetime."""

    def published(self, *, moment: datetime) -> Self:
        """Return those that the public may see: live, in no restricted part of the tree, and not past their expiry.

        Wagtail takes a page down when its expiry job runs; for us it is down at the second it expires.
        """
        return self.live().public().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=moment))

    def same_case(self, *, ua_number: str, locale_id: int, section: int, roots: list[SectionRoot]) -> Self:
        """Return the urgent actions of one number in one locale and section, in order, locale included."""
        return (
            self._in_section(roots)
            .select_related("locale")
            .filter(ua_number=ua_number, locale_id=locale_id, section=section)
            .order_by("ordinal", "pk")
        )

    def with_status(self, *, moment: datetime) -> Self:
        """Annotate ``section`` and ``status`` (a value of ``rules.status.Status``) as they are at ``moment``."""
        roots = section_roots()
        fallback = default_section()
        newer = (
            self.model._default_manager.published(moment=moment)
            ._in_section(roots)
            .filter(
                ua_number=OuterRef("ua_number"),
                locale_id=OuterRef("locale_id"),
                section=OuterRef("section"),
                ordinal__gt=OuterRef("ordinal"),
            )
            .order_by()
        )
        today = by_section(
            roots,
            lambda root: root.section.today(moment),
            default=fallback.today(moment),
            output_field=DateField(),
        )
        last_days_until = by_section(
            roots,
            lambda root: root.section.last_days_until(moment),
            default=fallback.last_days_until(moment),
            output_field=DateField(),
        )
        return (
            self._in_section(roots)
            .annotate(
                _superseded=Exists(newer),
                _case_stopped=Exists(newer.filter(stopped_at__lte=moment)),
                _today=today,
                _last_days_until=last_days_until,
            )
            .annotate(
                status=Case(
                    When(stopped_at__lte=moment, then=Value(Status.STOPPED.value)),
                    When(~Q(ua_number="") & Q(_case_stopped=True), then=Value(Status.STOPPED.value)),
                    When(~Q(ua_number="") & Q(_superseded=True), then=Value(Status.SUPERSEDED.value)),
                    When(Q(deadline__isnull=True) | Q(deadline__lt=F("_today")), then=Value(Status.EXPIRED.value)),
                    When(deadline__lte=F("_last_days_until"), then=Value(Status.EXPIRING.value)),
                    default=Value(Status.OPEN.value),
                    output_field=CharField(),
                )
            )
        )

    def most_urgent_first(self) -> Self:
        """Order by what can still be written, the nearest deadline first; then the closed ones, newest first.

        Needs ``with_status``.
        """
        writable = Q(status__in=[Status.OPEN.value, Status.EXPIRING.value])
        return self.order_by(
            Case(When(writable, then=Value(0)), default=Value(1), output_field=IntegerField()),
            Case(When(writable, then=F("deadline")), default=Value(None), output_field=DateField()),
            F("deadline").desc(nulls_last=True),
            "-pk",
        )

    def with_everything(self) -> Self:
        """Fetch in bounded queries what ``as_urgent_action`` reads of each page's children."""
        return self.select_related("locale").prefetch_related(
            "persons", "country_items", "language_items", "concern_items__concern"
        )

    def _in_section(self, roots: list[SectionRoot]) -> Self:
        """Annotate ``section``: the id of the site under whose root the page stands, 0 outside all sites."""
        section = by_section(roots, lambda root: root.site_id, default=0, output_field=IntegerField())
        return self.annotate(section=section)


class MissionQuerySet(models.QuerySet[Any]):
    """Diplomatic missions."""

    def accredited(self, *, of: str, in_country: str) -> Any:
        """Return the published mission of one country in another, or None if the directory knows none."""
        if not in_country:
            return None
        pair = self.filter(live=True, of_country=of, in_country=in_country)
        return pair.prefetch_related("contacts").first()
