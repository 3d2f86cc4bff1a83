"""The manager of urgent action pages: Wagtail's, with our querysets."""

from wagtail.models import PageManager

from .querysets import UrgentActionQuerySet

UrgentActionPageManager = PageManager.from_queryset(UrgentActionQuerySet)
