"""What stands around an urgent action on its page, and the time that the page tells."""

from datetime import datetime
from typing import Any

from django.db.models import Min, Q
from wagtail.models import Locale, Site

from ...models import Concern, ReportingGroup, SectionSettings
from ...models.publications import END
from ...models.sections import section_roots
from ...models.swap import index_page_model, page_model
from ...models.visible import visible_pages
from ...rules.status import Section
from ..ready import as_json, etag


def around(*, moment: datetime) -> str:
    """Return the name of the present state of what our own templates show besides.

    These are sites and the ways through them, concerns, and groups that can be named in a report. What else a project's
    templates show is as old as the last writing of everything.
    """
    pages = _fronts_and_lists(moment).order_by("pk")
    # Words for search engines stand on the page and in no publication.
    for_engines = page_model()._default_manager.live().exclude(seo_title="", search_description="").order_by("pk")
    found = [
        list(Site.objects.order_by("pk").values_list("pk", "hostname", "port", "site_name", "root_page_id")),
        list(Locale.objects.order_by("pk").values_list("pk", "language_code")),
        list(Concern.objects.order_by("pk").values_list("slug", "name")),
        [str(row) for row in SectionSettings.objects.order_by("pk").values_list()],
        list(ReportingGroup.objects.filter(is_open=True).order_by("pk").values_list("pk", "site_id", "name")),
        list(pages.values_list("pk", "title", "url_path", "locale_id")),
        list(for_engines.values_list("pk", "seo_title", "search_description")),
    ]
    return etag(as_json(found))


def changes_around(*, moment: datetime) -> datetime:
    """Return when something of this changes by itself: at midnight somewhere, or when a page of it expires."""
    expiry = _fronts_and_lists(moment).aggregate(first=Min("expire_at"))["first"]
    return min([expiry or END, *(_midnight(section, moment) for section in _sections())])


def day_has_begun(*, since: datetime, moment: datetime) -> bool:
    """Say whether a day has begun in any section after ``since``, up to ``moment``."""
    return any(_midnight(section, since) <= moment for section in _sections())


def _sections() -> list[Section]:
    return [root.section for root in section_roots()]


def _midnight(section: Section, moment: datetime) -> datetime:
    """Return the next midnight after ``moment``."""
    return section.last_days(section.today(moment))[1]


def _fronts_and_lists(moment: datetime) -> Any:
    roots = Site.objects.values("root_page__translation_key")
    lists = index_page_model().objects.order_by().values("pk")
    return visible_pages(moment=moment).filter(Q(pk__in=lists) | Q(translation_key__in=roots))
