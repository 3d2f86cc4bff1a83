"""One rich urgent action in each language, made and published as editors do it. The others are its clones."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.home.models import HomePage
from urgent_actions.models import (
    Concern,
    ConcernOnPage,
    CountryOnPage,
    FormOfAddress,
    Official,
    OfficialContact,
    PersonAtRisk,
    PreferredLanguage,
    SectionSettings,
    UrgentActionIndexPage,
    UrgentActionPage,
)

from .words import ASKS, COUNTRIES, HEADLINES, LANGUAGES, SALUTATIONS, SENTENCES, filled, person

CASE = uuid.UUID(int=1)


def make_samples() -> None:
    """Fill an empty database with a section in all languages and the urgent action number 0 in each of them."""
    officials = [_official("Orvo Testander"), _official("Pella Modelska")]
    concerns = [
        Concern.objects.create(name=name.capitalize(), slug=name.replace(" ", "-"))
        for name in ("unfair trial", "threats")
    ]
    for index in _indexes():
        page = _draft(index, officials=officials, concerns=concerns)
        index.add_child(instance=page)
        page.save_revision().publish()


def _indexes() -> list[Any]:
    """Return the index page of each language; the first one's home is the root of the site."""
    locales = [Locale.objects.get_or_create(language_code=language)[0] for language in LANGUAGES]
    Page.objects.filter(slug="home", depth=2).delete()
    home = HomePage(title="Bench", slug="bench", locale=locales[0])
    Page.get_first_root_node().add_child(instance=home)
    site, _ = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "127.0.0.1", "port": 80, "root_page": home, "site_name": "Bench"}
    )
    SectionSettings.objects.create(site=site, time_zone="America/New_York", country="US")
    index = UrgentActionIndexPage(title="Urgent actions", slug="urgent-actions", locale=locales[0])
    home.add_child(instance=index)
    return [index, *(_translated(home, index, locale) for locale in locales[1:])]


def _translated(home: Any, index: Any, locale: Any) -> Any:
    for page in (home, index):
        copy = page.copy_for_translation(locale)
        copy.save_revision().publish()
    return index.get_translation(locale)


def _official(name: str) -> Official:
    official = Official(
        name=name,
        role="Minister of Examples",
        organisation="Ministry of Examples",
        address="1 Example Street\nExample Quarter\n10000 Example City",
        country="HN",
        address_health="works",
    )
    official.forms_of_address.set([FormOfAddress(language=tag, salutation=words) for tag, words in SALUTATIONS.items()])
    official.contacts.set(
        [
            OfficialContact(kind="email", value="minister@example.org", health="works"),
            OfficialContact(kind="phone", value="+504 2230 0000", label="switchboard"),
            OfficialContact(kind="fax", value="+504 2230 0001"),
            OfficialContact(kind="social", value="@examples", platform="Example"),
        ]
    )
    official.save()
    return official


def _draft(index: Any, *, officials: list[Official], concerns: list[Concern]) -> UrgentActionPage:
    language = index.locale.language_code
    introduction, *asks = (filled(each, language=language, serial=0) for each in ASKS[language])
    page = UrgentActionPage(
        title=filled(HEADLINES[language], language=language, serial=0),
        slug="ua-0",
        locale=index.locale,
        translation_key=CASE,
        live=False,
        ua_number="1/00",
        ordinal=1,
        issued_on=timezone.localdate() - timedelta(days=10),
        deadline=timezone.localdate() + timedelta(days=60),
        summary=[("paragraph", f"<p>{each}</p>") for each in _paragraphs(language, 2, sentences=3)],
        targets=[
            ("note_to_writers", "Please write to both, each in a letter of its own."),
            ("target", {"official": officials[0], "priority": 1, "salutation": "", "note": ""}),
            ("target", {"official": officials[1], "priority": 2, "salutation": "", "note": ""}),
        ],
        sample_letter=[
            *(("paragraph", each) for each in _paragraphs(language, 4, sentences=2)),
            ("asks", {"introduction": introduction, "asks": asks}),
            *(("paragraph", each) for each in _paragraphs(language, 1, sentences=2)),
        ],
        additional_information=[("paragraph", f"<p>{each}</p>") for each in _paragraphs(language, 6, sentences=4)],
    )
    page.persons.set([PersonAtRisk(name=person(0), name_in_original_script="Амара", pronouns="She/her")])
    page.country_items.set([CountryOnPage(country=COUNTRIES[0]), CountryOnPage(country="HN")])
    page.language_items.set([PreferredLanguage(language="es"), PreferredLanguage(language="en")])
    page.concern_items.set([ConcernOnPage(concern=concern) for concern in concerns])
    return page


def _paragraphs(language: str, count: int, *, sentences: int) -> list[str]:
    """Return paragraphs of so many sentences, which begin with others each time."""
    stock = [filled(each, language=language, serial=0) for each in SENTENCES[language]]
    return [
        " ".join(stock[(paragraph * 5 + place) % len(stock)] for place in range(sentences))
        for paragraph in range(count)
    ]
