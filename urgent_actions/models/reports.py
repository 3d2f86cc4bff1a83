"""Reports: what letter writers say they sent. Nothing in them says who they are (DOMAIN rule 8)."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..letters.letter import Channel
from ..rules.reports import Provenance

CHANNELS = [(each.value, each.value) for each in Channel]
PROVENANCES = [(each.value, each.value) for each in Provenance]
DIMENSIONS = ("translation_key", "site_id", "provenance", "target_id", "channel", "country", "language", "day")
"""What letters are told apart by."""
LONGEST_NOTE = 200


class ReportingGroup(models.Model):
    """A group of a section whose reports speak for many writers."""

    site = models.ForeignKey("wagtailcore.Site", verbose_name=_("section"), on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100, help_text=_("As its members know it. Writers see it."))
    is_open = models.BooleanField(
        _("can be chosen"), default=True, help_text=_("Off: nothing more is reported for it. What it reported stays.")
    )

    class Meta:
        verbose_name = _("reporting group")
        verbose_name_plural = _("reporting groups")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="reporting_group_once")]

    def __str__(self) -> str:
        return self.name


class Dimensions(models.Model):
    """What letters are told apart by: in a report, and in the totals."""

    translation_key = models.UUIDField()
    """The urgent action, over its languages."""
    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    provenance = models.CharField(max_length=13, choices=PROVENANCES)
    target_id = models.CharField(max_length=64)
    """Stable id of the target, in the page."""
    channel = models.CharField(max_length=8, choices=CHANNELS)
    country = models.CharField(max_length=2, blank=True)
    """Where the letters were sent from, as far as the writer says."""
    language = models.CharField(max_length=100)
    day = models.DateField()
    """The section's calendar day. On purpose there is no time of day: it would help to find out who wrote."""

    class Meta:
        abstract = True

    def dimensions(self) -> dict[str, Any]:
        """Return what its letters are told apart by."""
        return {name: getattr(self, name) for name in DIMENSIONS}


class Report(Dimensions):
    """What somebody says was sent about one urgent action, to one target by one channel."""

    class State(models.TextChoices):
        COUNTED = "counted"
        HELD = "held"
        """Not counted until somebody has looked at it."""
        REFUSED = "refused"

    page_id = models.PositiveBigIntegerField()
    """The version that was written from. It may be gone; the report stays."""
    quantity = models.PositiveIntegerField()
    group = models.ForeignKey(ReportingGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    key = models.CharField(max_length=64)
    """Hash of the key with which it came, so that the same report is not counted twice."""
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    state = models.CharField(max_length=7, choices=State.choices)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "key"], name="report_once"),
            models.CheckConstraint(
                condition=Q(note="") | Q(provenance=Provenance.OFFLINE.value), name="report_note_of_the_section"
            ),
        ]
        indexes = [models.Index(fields=["site", "state", "-day"], name="report_waiting")]

    def __str__(self) -> str:
        return f"{self.quantity} by {self.channel} on {self.day}, {self.state}"


class ReportTotal(Dimensions):
    """The counted letters that agree in everything they are told apart by."""

    reports = models.PositiveBigIntegerField(default=0)
    quantity = models.PositiveBigIntegerField(default=0)

    class Meta:
        # Its index leads with the translation key, by which totals are asked for.
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "site", "provenance", "target_id", "channel", "country", "language", "day"],
                name="report_total_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.quantity} by {self.channel} on {self.day}"
