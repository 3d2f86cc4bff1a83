"""Concerns: what an urgent action is about (torture, unfair trial, death penalty ...). A managed list, not free tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from .swap import PAGE


class Concern(TagBase):
    """One concern. The slug is what the API filters by; the name is what people read."""

    free_tagging = False

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["name"]


class ConcernOnPage(ItemBase):
    tag = models.ForeignKey(Concern, related_name="uses", on_delete=models.CASCADE)
    content_object = ParentalKey(PAGE, related_name="concern_items", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("concern of an urgent action")
        verbose_name_plural = _("concerns of urgent actions")
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="urgent_actions_concern_once"),
        ]
