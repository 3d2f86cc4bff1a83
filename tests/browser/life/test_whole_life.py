"""The seed case through its whole life in Chromium, and what every surface says after every step.

Issued as first urgent action, updated to the second, translated, extended, reported on, stopped with two different
outcomes, withdrawn: each by the people who do it, in the editor or on the page.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, demo
from tests.browser.life import verbs
from tests.browser.life.surfaces import deadline, names_anywhere, now, surfaces, totals

pytestmark = pytest.mark.needs_chromium

FIRST = "/en/urgent-actions/life-of-the-seed-case/"
SECOND = "/en/urgent-actions/life-of-the-seed-case-2/"
ARABIC = "/ar/urgent-actions/life-of-the-seed-case-2/"
LATER = date.today() + timedelta(days=60)
OUTCOMES = {
    "outcome_0": "released",
    "source_0": "her lawyer",
    "contribution_0": "Her lawyer says that the letters were noticed.",
    "outcome_1": "sentence_commuted",
    "source_1": "his family",
}


class Life:
    """Plays the life of the case, and writes down what everybody reads after each step."""

    def __init__(self, site: str, page: Page, first: int) -> None:
        self.site, self.page = site, page
        self.ids = {"first": first}
        self.addresses = {"first": FIRST, "second": SECOND, "arabic": ARABIC}
        self.read: dict[tuple[str, str], dict[str, Any]] = {}
        self.told: dict[str, Any] = {}
        self._since = now(site)

    def play(self) -> None:
        for step in (self.issue, self.update, self.translate, self.extend, self.report, self.stop, self.withdraw):
            step()
            self._look_around(f"{step.__name__}")

    def issue(self) -> None:
        verbs.sign_in(self.page, self.site, "demo-moderator")
        verbs.open_editor(self.page, self.site, self.ids["first"])
        verbs.publish(self.page)

    def update(self) -> None:
        verbs.decide(self.page, self.site, self.ids["first"], "update")
        self.ids["second"] = verbs.write_update(self.page, deadline=date.today() + timedelta(days=30))
        verbs.publish(self.page)

    def translate(self) -> None:
        verbs.sign_in(self.page, self.site, "demo-translator")
        self.ids["arabic"] = verbs.translate(self.page, self.site, self.ids["second"], "Arabic")
        verbs.sign_in(self.page, self.site, "demo-moderator")
        verbs.open_editor(self.page, self.site, self.ids["arabic"])
        verbs.address_as(self.page, "السيد المدير،")
        verbs.publish(self.page)

    def extend(self) -> None:
        said = {"deadline": LATER.isoformat(), "reason": "The appeal was put off."}
        verbs.decide(self.page, self.site, self.ids["second"], "extend", **said)
        self.told["deadlines"] = [deadline(self.site, self.ids[which]) for which in ("second", "arabic")]

    def report(self) -> None:
        verbs.report(self.page, f"{self.site}{SECOND}", letters=12)
        self.told["totals"] = totals(self.site, self.ids["second"])

    def stop(self) -> None:
        reason = "Both are out of danger. Their lawyers ask that nobody write any more."
        verbs.decide(self.page, self.site, self.ids["second"], "stop", reason=reason, **OUTCOMES)
        self.page.goto(f"{self.site}{SECOND}")
        self.told["stopped page"] = self.page.locator(".ua-notice--stopped").inner_text()

    def withdraw(self) -> None:
        verbs.sign_in(self.page, self.site, "demo-administrator")
        said = {"reason": "Their families ask for it.", "is_meant": "yes"}
        verbs.decide(self.page, self.site, self.ids["first"], "withdraw", **said)
        self.told["names"] = names_anywhere(self.site, list(self.ids.values()), list(self.addresses.values()))
        self.page.goto(f"{self.site}/admin/urgent_actions_withdrawn/")
        self.told["sealed"] = self.page.get_by_text("Case withdrawn on").count()

    def _look_around(self, step: str) -> None:
        for which, page_id in self.ids.items():
            read = surfaces(self.site, page_id, self.addresses[which], since=self._since)
            self.read[step, which] = read
        self._since = now(self.site)


@pytest.fixture(scope="module")
def life(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """Return a life that was lived, on a demo of its own."""
    folder = tmp_path_factory.mktemp("life")
    with demo(folder) as site:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        lived = Life(site, context.new_page(), _prepared(folder))
        lived.play()
        yield lived
        context.close()


def _prepared(folder: Path) -> int:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev", "DEMO_DIR": str(folder)}
    code = "from tests.browser.life.prepare import prepare; print(prepare())"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1])


def says(status: str, *, timeline: str, changes: str = "", letters: bool = False, reason: str = "") -> dict[str, Any]:
    """Return what every surface says of something that everybody can read; ``reason``: why there are no letters."""
    handed_out = "yes" if letters else f"410 {reason or status}"
    return {
        **dict.fromkeys(("site", "page API v2", "page API v3", "urgent-action API"), status),
        **dict.fromkeys(("letters", "PDF", "document"), handed_out),
        "reports": "yes",
        "timeline": timeline,
        **dict.fromkeys(("list", "search", "sitemap"), True),
        "changes": changes,
    }


GONE = {
    **dict.fromkeys(("site", "page API v2", "page API v3", "urgent-action API", "reports", "timeline"), "410"),
    **dict.fromkeys(("letters", "PDF", "document"), "410 withdrawn"),
    **dict.fromkeys(("list", "search", "sitemap"), False),
    "changes": "withdrawn",
}
TWO, THREE = "issued, updated", "issued, updated, translated"
EXTENDED, IN_ARABIC = f"{THREE}, extended", "updated, translated, extended"
END = "stopped, outcome, outcome"
# Its words are still those of the source: nothing of its letter was translated.
BEHIND = "translation_outdated"
TABLE = {
    ("issue", "first"): says("open", letters=True, timeline="issued", changes="published"),
    ("update", "first"): says("superseded", timeline=TWO, changes="changed"),
    ("update", "second"): says("open", letters=True, timeline=TWO, changes="published"),
    ("translate", "first"): says("superseded", timeline=THREE),
    ("translate", "second"): says("open", letters=True, timeline=THREE, changes="changed"),
    ("translate", "arabic"): says("open", reason=BEHIND, timeline="updated, translated", changes="published"),
    ("extend", "first"): says("superseded", timeline=EXTENDED),
    ("extend", "second"): says("open", letters=True, timeline=EXTENDED, changes="changed"),
    ("extend", "arabic"): says("open", reason=BEHIND, timeline=IN_ARABIC, changes="changed"),
    ("report", "first"): says("superseded", timeline=EXTENDED),
    ("report", "second"): says("open", letters=True, timeline=EXTENDED),
    ("report", "arabic"): says("open", reason=BEHIND, timeline=IN_ARABIC),
    ("stop", "first"): says("stopped", timeline=f"{EXTENDED}, {END}", changes="changed"),
    ("stop", "second"): says("stopped", timeline=f"{EXTENDED}, {END}", changes="changed"),
    ("stop", "arabic"): says("stopped", timeline=f"{IN_ARABIC}, {END}", changes="changed"),
    ("withdraw", "first"): GONE,
    ("withdraw", "second"): GONE,
    ("withdraw", "arabic"): GONE,
}


@pytest.mark.parametrize(("step", "which"), TABLE)
def test_after_each_step_every_surface_says_what_is_so(life: Life, step: str, which: str) -> None:
    assert life.read[step, which] == TABLE[step, which]


def test_the_deadline_is_extended_in_every_language(life: Life) -> None:
    assert life.told["deadlines"] == [LATER.isoformat()] * 2


def test_what_was_reported_is_told(life: Life) -> None:
    assert life.told["totals"] == {"self_reported": 12, "group": None, "offline": None}


@pytest.mark.parametrize("words", ["Released", "Sentence commuted", "the letters were noticed"])
def test_a_stopped_page_tells_both_outcomes_and_what_the_appeals_contributed(life: Life, words: str) -> None:
    assert words in life.told["stopped page"]


def test_no_surface_says_a_name_of_the_withdrawn_case(life: Life) -> None:
    assert life.told["names"] == []


def test_an_administrator_finds_the_sealed_record(life: Life) -> None:
    assert life.told["sealed"] == 1
