"""What stays of a withdrawn case: a sealed record, and where nothing may answer any more but 410 (ADR 0023)."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class SealedCase(models.Model):
    """All that was stored of a withdrawn case, sealed. Outside the seal nothing says which case it was."""

    sealed_at = models.DateTimeField(_("withdrawn at"))
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    pages = models.PositiveSmallIntegerField(_("pages"))
    seal = models.TextField()

    class Meta:
        verbose_name = _("withdrawn case")
        verbose_name_plural = _("withdrawn cases")
        default_permissions = ("view", "delete")
        permissions = [("withdraw_case", _("Can withdraw a case"))]
        ordering = ["-sealed_at", "-pk"]

    def __str__(self) -> str:
        return gettext("Case withdrawn on %(day)s") % {"day": date_format(self.sealed_at, "DATETIME_FORMAT")}


class Tombstone(models.Model):
    """An address at which a withdrawn case was public: a keyed hash of it, from which nobody can tell the address."""

    site_id = models.PositiveBigIntegerField()
    address = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site_id", "address"], name="tombstone_once")]

    def __str__(self) -> str:
        return self.address[:8]
