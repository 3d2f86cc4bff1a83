"""What tests start from, named by situation. Everything here is invented."""

import itertools
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from wagtail.models import Locale, Page, Site

from urgent_actions.models import (
    Concern,
    CountryOnPage,
    FormOfAddress,
    Mission,
    MissionContact,
    Official,
    OfficialContact,
    PersonAtRisk,
    PreferredLanguage,
    SectionSettings,
    UrgentActionIndexPage,
    UrgentActionPage,
)

UTC = ZoneInfo("UTC")
NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
"""The moment at which tests happen, unless they say another (freeze it with ``time_machine``)."""

SALUTATIONS = {"ar": "معالي الوزيرة،", "es": "Señora Ministra:", "fr": "Madame la Ministre,", "zh-hans": "尊敬的部长："}
"""What a version says to its target, where a test has nothing else in mind."""

_serials = itertools.count(700)


def index_page(*, language: str = "en", slug: str | None = None, **fields: Any) -> UrgentActionIndexPage:
    """Return a published index page under the default site's home in this language."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    home = _home(locale)
    page = UrgentActionIndexPage(title="Urgent actions", slug=slug or "urgent-actions", locale=locale, **fields)
    home.add_child(instance=page)
    return page


def _home(locale: Locale) -> Page:
    root = Site.objects.get(is_default_site=True).root_page
    if root.locale_id == locale.pk:
        return root
    found = Page.objects.filter(translation_key=root.translation_key, locale=locale).first()
    if found is None:
        found = root.copy_for_translation(locale)
        found.live = True
        found.save()
    return found


def section(*, hostname: str = "section.example.org", **settings: Any) -> Site:
    """Return another section: a site of its own, with a page tree of its own."""
    home = Page(title="Another section", slug=hostname.replace(".", "-"), locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=home)
    site = Site.objects.create(hostname=hostname, root_page=home, site_name="Another section")
    SectionSettings.objects.create(site=site, **settings)
    return site


def index_page_of(site: Site) -> UrgentActionIndexPage:
    """Return a published index page in this section."""
    page = UrgentActionIndexPage(title="Urgent actions", slug="urgent-actions", locale=site.root_page.locale)
    site.root_page.add_child(instance=page)
    return page


def section_settings(**settings: Any) -> SectionSettings:
    """Set what the default site's section sets; return it."""
    site = Site.objects.get(is_default_site=True)
    found, _ = SectionSettings.objects.update_or_create(site=site, defaults=settings)
    return found


def official(
    *,
    name: str = "Example Minister",
    salutations: dict[str, str] | None = None,
    contacts: Iterable[tuple[str, str]] = (("email", "minister@example.org"),),
    **fields: Any,
) -> Official:
    """Return a published official who is reached by post and e-mail and has an English salutation."""
    fields = {
        "role": "Minister of Examples",
        "organisation": "Ministry of Examples",
        "address": "1 Example Street\nExample City",
        "country": "HN",
        **fields,
    }
    found = Official(name=name, **fields)
    found.forms_of_address = [
        FormOfAddress(language=language, salutation=words)
        for language, words in (salutations or {"en": "Dear Minister,"}).items()
    ]
    found.contacts = [
        OfficialContact(kind=kind, value=value, platform="Example" if kind == "social" else "")
        for kind, value in contacts
    ]
    found.save()
    return found


def unpublished_official(**fields: Any) -> Official:
    """Return an official who is only a draft in the directory."""
    return official(live=False, **fields)


def mission(*, of: str = "HN", in_country: str = "US", **fields: Any) -> Mission:
    """Return a published diplomatic mission."""
    found = Mission(
        of_country=of,
        in_country=in_country,
        **{"name": "Example Embassy", "address": "2 Example Avenue\nExample Capital", "country": in_country, **fields},
    )
    found.contacts = [MissionContact(kind="email", value="embassy@example.org")]
    found.save()
    return found


def concern(name: str = "Threats", slug: str = "threats") -> Concern:
    """Return a concern."""
    return Concern.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def draft(
    *,
    parent: UrgentActionIndexPage | None = None,
    countries: Iterable[str] = ("HN",),
    languages: Iterable[str] = ("es",),
    persons: Iterable[dict[str, Any]] = ({"name": "Sample Person", "pronouns": "She/her"},),
    targets: Any = None,
    **fields: Any,
) -> UrgentActionPage:
    """Return an unpublished urgent action that is complete, so ready to publish; ``fields`` replace its own."""
    parent = parent or UrgentActionIndexPage.objects.first() or index_page()
    serial = next(_serials)
    values = {
        "title": f"Sample Person in danger {serial}",
        "slug": f"sample-person-{serial}",
        # Not of this year, whose numbers tests choose themselves.
        "ua_number": f"{serial % 900 + 1}/25",
        "ordinal": 1,
        "deadline": date(2026, 12, 31),
        "summary": [("paragraph", "<p>Sample Person was threatened.</p>")],
        "sample_letter": [
            ("paragraph", "I am writing to you about Sample Person."),
            ("asks", {"introduction": "I urge you to:", "asks": ["protect Sample Person."]}),
        ],
        "additional_information": [("paragraph", "<p>This case is invented.</p>")],
        **fields,
    }
    page = UrgentActionPage(locale=parent.locale, live=False, **values)
    page.targets = [("target", {"official": official(), "priority": 1})] if targets is None else targets
    page.country_items = [CountryOnPage(country=code) for code in countries]
    page.language_items = [PreferredLanguage(language=tag) for tag in languages]
    page.persons = [PersonAtRisk(**person) for person in persons]
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    return page


def incomplete_draft(**fields: Any) -> UrgentActionPage:
    """Return a draft that asks for nothing and has no deadline, so is not ready to publish."""
    return draft(**{"deadline": None, "sample_letter": [], **fields})


def published(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action, fresh from the database; it is open at NOW."""
    page = draft(**fields)
    page.get_latest_revision().publish()
    return fresh(page)


def translated(page: UrgentActionPage, *, language: str = "es", **fields: Any) -> UrgentActionPage:
    """Return a published version of ``page`` in this language, written by hand with a salutation of its own."""
    return published(**_of_version(page, language, fields))


def translated_draft(page: UrgentActionPage, *, language: str = "es", **fields: Any) -> UrgentActionPage:
    """Return the same as a draft."""
    return draft(**_of_version(page, language, fields))


def _of_version(page: UrgentActionPage, language: str, fields: dict[str, Any]) -> dict[str, Any]:
    index = UrgentActionIndexPage.objects.filter(locale__language_code=language).first() or index_page(
        language=language
    )
    targets = [
        (
            block.block_type,
            {**block.value, "salutation": SALUTATIONS[language]} if block.block_type == "target" else block.value,
        )
        for block in page.targets
    ]
    return {
        "parent": index,
        "translation_key": page.translation_key,
        "ordinal": page.ordinal,
        "targets": targets,
        "title": f"{page.title} ({language})",
        "slug": f"{language}-{next(_serials)}",
        "ua_number": page.ua_number,
        **fields,
    }


def expired_action(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action whose deadline was the day before NOW."""
    return published(deadline=NOW.date() - timedelta(days=1), **fields)


def stopped_case(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action that was stopped an hour before NOW, with an outcome."""
    return published(
        **{
            "stopped_at": NOW - timedelta(hours=1),
            "stop_reason": "Sample Person has been released.",
            "persons": [{"name": "Sample Person", "outcome": "released", "outcome_on": date(2026, 6, 14)}],
            **fields,
        }
    )


def superseded_action(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action of a case whose second one is published too."""
    first = published(**{"ua_number": "901/26", **fields})
    published(ua_number="901/26", ordinal=2, parent=UrgentActionIndexPage.objects.get(pk=first.get_parent().pk))
    return fresh(first)


def fresh(page: UrgentActionPage) -> UrgentActionPage:
    """Return the page as it is in the database now."""
    return UrgentActionPage.objects.get(pk=page.pk)
