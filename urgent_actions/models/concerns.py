"""Concerns: what an urgent action is about (torture, unfair trial, death penalty ...).

A managed list and no free tags: lists and yearly figures are made of it (ADR 0004).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from .swap import PAGE


class Concern(index.Indexed, models.Model):
    """One concern. The slug is what the API says; the name is what people read."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("As people read it: Unfair trial."))
    slug = models.SlugField(
        _("slug"), max_length=100, unique=True, help_text=_("As the API says it: unfair-trial. Do not change it later.")
    )

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ConcernOnPage(Orderable):
    """A concern of an urgent action."""

    page = ParentalKey(PAGE, related_name="concern_items", on_delete=models.CASCADE)
    concern = models.ForeignKey(Concern, verbose_name=_("concern"), related_name="uses", on_delete=models.PROTECT)

    panels = [FieldPanel("concern")]

    class Meta(Orderable.Meta):
        verbose_name = _("concern of an urgent action")
        verbose_name_plural = _("concerns of urgent actions")

    def __str__(self) -> str:
        return self.concern.name
