"""Loads the demo content of ``fixtures/``: once, whatever was there before stays."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.home.models import HomePage
from urgent_actions.models import SectionSettings, UrgentActionIndexPage, UrgentActionPage

from .accounts import create_demo_accounts
from .cases import make_urgent_action
from .directory import load_directory
from .roles import make_roles

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
WORDS = {
    "en": (
        "Urgent actions demo",
        "Urgent actions",
        "Letters that protect people in danger. Some of these cases are invented.",
    ),
    "ar": ("عرض التحركات العاجلة", "تحركات عاجلة", "رسائل تحمي أشخاصاً في خطر. بعض هذه الحالات مختلقة للعرض فقط."),
}


def load_demo(stdout: Any) -> None:
    """Load what is not there yet, and say what is done; safe to run any number of times."""
    if UrgentActionIndexPage.objects.exists():
        stdout.write("Demo content is there already.")
        return
    cases = [read(path) for path in sorted((FIXTURES / "cases").glob("*.json"))]
    stdout.write(f"Loading demo content: directory, {len(cases)} urgent actions, roles ...")
    with transaction.atomic():
        officials = load_directory(FIXTURES)
        indexes = {language: _make_tree(language) for language in WORDS}
        make_roles(Page.get_first_root_node())
        create_demo_accounts()
        # Newest first: an earlier urgent action of a case comes as the record that it is by then.
        for case in sorted(cases, key=lambda case: -case["ordinal"]):
            make_urgent_action(case, parent=indexes[case["language"]], officials=officials)
    stdout.write(f"Loaded: {UrgentActionPage.objects.live().count()} urgent actions are published.")


def serve_on(port: int) -> None:
    """Let the demo's addresses name the port that it is served on."""
    site = Site.objects.get(is_default_site=True)
    site.port = port
    site.save()


def read(path: Path) -> Any:
    """Return the data of a fixture."""
    return json.loads(path.read_text(encoding="utf-8"))


def _make_tree(language: str) -> UrgentActionIndexPage:
    """Return the index page of a language, with the home page above it and, for English, the site."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    site_name, index_title, introduction = WORDS[language]
    if language == "en":
        home = HomePage(title=site_name, slug="urgent-actions-demo", locale=locale, introduction=introduction)
        Page.get_first_root_node().add_child(instance=home)
        site, _ = Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "127.0.0.1", "port": 80, "root_page": home, "site_name": site_name},
        )
        SectionSettings.objects.update_or_create(
            site=site, defaults={"time_zone": "America/New_York", "country": "US", "expiring_days": 7}
        )
        Page.objects.filter(slug="home", depth=2, numchild=0).delete()
        index = UrgentActionIndexPage(title=index_title, slug="urgent-actions", locale=locale)
        home.add_child(instance=index)
        return index
    english = UrgentActionIndexPage.objects.get(locale__language_code="en")
    home = english.get_parent().specific.copy_for_translation(locale)
    home.title, home.introduction, home.live = site_name, introduction, True
    home.save_revision().publish()
    index = english.copy_for_translation(locale)
    index.title = index_title
    index.save_revision().publish()
    return index.specific
