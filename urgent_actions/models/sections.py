"""Sections: a section is a Wagtail site (ADR 0002). What it sets, and how to find a page's own, in Python and SQL."""

import zoneinfo
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Left
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from ..fields import CountryField
from ..rules.status import FLOOD_LIMIT, GRACE_DAYS, LONGEST_EXTENSION_DAYS, TOTALS_FROM, Section
from .swap import base_page_model

EXPIRING_DAYS = 7


def time_zone_choices() -> list[tuple[str, str]]:
    """Return all time zones of the IANA database that have a place in their name."""
    return [(name, name) for name in sorted(zoneinfo.available_timezones()) if "/" in name or name == "UTC"]


@register_setting(icon="globe")
class SectionSettings(BaseSiteSetting):
    """What one section sets: where its days end, and whose embassies its writers turn to."""

    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        choices=time_zone_choices,
        blank=True,
        help_text=_("A deadline ends at midnight here. Empty: the time zone of the server."),
    )
    expiring_days = models.PositiveSmallIntegerField(
        _("last days"),
        default=EXPIRING_DAYS,
        validators=[MaxValueValidator(60)],
        help_text=_("So many days before the deadline an urgent action is marked as expiring."),
    )
    longest_extension_days = models.PositiveSmallIntegerField(
        _("longest extension"),
        default=LONGEST_EXTENSION_DAYS,
        validators=[MaxValueValidator(365)],
        help_text=_("A deadline is extended to at most so many days from today."),
    )
    country = CountryField(
        _("country of the section"),
        blank=True,
        help_text=_("Copies go to the embassy in this country. Empty for an international site."),
    )
    report_url = models.URLField(
        _("report link"),
        blank=True,
        help_text=_("Where writers say what they sent. Shown while an urgent action can be written from."),
    )
    grace_days = models.PositiveSmallIntegerField(
        _("days of grace for reports"),
        default=GRACE_DAYS,
        validators=[MaxValueValidator(90)],
        help_text=_("For so many days after the last letter could be written, writers can still say what they sent."),
    )
    totals_from = models.PositiveIntegerField(
        _("totals shown from"),
        default=TOTALS_FROM,
        validators=[MinValueValidator(1)],
        help_text=_("Visitors see how many letters were reported from this number on."),
    )
    flood_limit = models.PositiveIntegerField(
        _("letters in a day before a check"),
        default=FLOOD_LIMIT,
        validators=[MinValueValidator(1)],
        help_text=_("What writers report beyond this, for one target in one day, waits until somebody has checked it."),
    )

    count_opened = models.BooleanField(
        _("count opened letters"),
        default=False,
        help_text=_(
            "Count how often a letter is opened in a mail program or as a file. Nobody knows whether it was sent, so "
            "it is counted apart and never shown to visitors, who are told that it is counted."
        ),
    )

    panels = [
        FieldPanel("time_zone"),
        FieldPanel("expiring_days"),
        FieldPanel("longest_extension_days"),
        FieldPanel("country"),
        FieldPanel("report_url"),
        FieldPanel("grace_days"),
        FieldPanel("totals_from"),
        FieldPanel("flood_limit"),
        FieldPanel("count_opened"),
    ]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def as_section(self) -> Section:
        """Return the settings as the rules need them."""
        return Section(
            time_zone=ZoneInfo(self.time_zone or settings.TIME_ZONE),
            expiring_days=self.expiring_days,
            country=self.country,
            report_url=self.report_url,
            longest_extension_days=self.longest_extension_days,
            grace_days=self.grace_days,
            totals_from=self.totals_from,
            flood_limit=self.flood_limit,
            count_opened=self.count_opened,
        )


@dataclass(frozen=True, slots=True)
class SectionRoot:
    """A root of a section's page tree in one language: its pages' ``url_path`` begins with ``path``."""

    site_id: int
    path: str
    section: Section


def default_section() -> Section:
    """Return what holds for pages outside all sections, and for a section that has set nothing."""
    return Section(time_zone=ZoneInfo(settings.TIME_ZONE), expiring_days=EXPIRING_DAYS)


def section_roots() -> list[SectionRoot]:
    """Return the roots of all sections, the deepest first, so that the first match is the right one. One query."""
    stored = {row.site_id: row.as_section() for row in SectionSettings.objects.all()}
    roots = {(root.site_id, root.root_path) for root in Site.get_site_root_paths()}
    return sorted(
        (SectionRoot(site_id, path, stored.get(site_id) or default_section()) for site_id, path in roots),
        # Two sites can share a root: then the older one has the say, in every process the same.
        key=lambda root: (-len(root.path), root.path, root.site_id),
    )


def fresh_section_roots() -> list[SectionRoot]:
    """Return the roots of all sections as the database has them now. Three queries.

    Wagtail keeps what it knows of sites in a cache that may be of one process; another one may have changed a site.
    """
    keys = Site.objects.values("root_page__translation_key")
    pages = base_page_model().objects.filter(translation_key__in=keys)
    columns = ("pk", "translation_key", "url_path", "locale__language_code")
    roots = {pk: row for pk, *row in pages.order_by("pk").values_list(*columns)}
    now = set()
    for site in Site.objects.all():
        key = roots[site.root_page_id][0]
        own = roots.values() if getattr(settings, "WAGTAIL_I18N_ENABLED", False) else [roots[site.root_page_id]]
        now |= {(site.pk, path, site.root_url, language) for each, path, language in own if each == key}
    if now != {tuple(each) for each in Site.get_site_root_paths()}:
        Site.clear_site_root_paths_cache()
    return section_roots()


def root_of(page: Any, roots: list[SectionRoot]) -> SectionRoot | None:
    """Return the root under which ``page`` stands, or None outside all sections."""
    url_path = page.url_path or (page.get_parent().url_path if page.path else "")
    return next((root for root in roots if url_path.startswith(root.path)), None)


def section_of(page: Any, roots: list[SectionRoot] | None = None) -> Section:
    """Return the section that ``page`` belongs to, or the default one outside all sections."""
    root = root_of(page, section_roots() if roots is None else roots)
    return root.section if root else default_section()


def by_section(roots: list[SectionRoot], value: Any, *, default: Any, output_field: "models.Field[Any, Any]") -> Any:
    """Return an expression that gives ``value(root)`` for pages under a root, and ``default`` for all others."""
    cases = [
        models.When(Exact(Left("url_path", len(root.path)), root.path), then=models.Value(value(root), output_field))
        for root in roots
    ]
    return models.Case(*cases, default=models.Value(default, output_field), output_field=output_field)
