"""The seed document imported by the command and published in the editor, beside the demo case that was made by hand."""

import html
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from cms.demo.load import FIXTURES
from tests.browser.conftest import ROOT, demo
from tests.browser.life import verbs

SEED = settings.BASE_DIR.parent / "shared" / "seed" / "second-urgent-action-44-22.txt"

pytestmark = [
    pytest.mark.needs_chromium,
    pytest.mark.skipif(not SEED.exists(), reason=f"the seed document is not beside the repository ({SEED})"),
]

PROSE = ("summary", "sample_letter", "additional_information")
FACTS: list[dict[str, Any]] = json.loads((FIXTURES / "seed_facts.json").read_text(encoding="utf-8"))
# What an editor adds, and what every page has of its own.
BESIDE_THE_DOCUMENT = {"concerns", "meta", "id", "note"}
TAKE_AWAY = (
    "from urgent_actions.models import UrgentActionPage as P; page = P.objects.get(ua_number='44/22', ordinal=2); "
    "print(page.pk) if {asked} else page.delete()"
)


@pytest.fixture(scope="module")
def answers(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """Return what the API answers of the case made by hand, and of the one imported in its place."""
    folder = tmp_path_factory.mktemp("seed")
    with demo(folder) as site:
        by_hand = answer(site, int(manage(folder, "shell", "--no-imports", "-c", TAKE_AWAY.format(asked=True))))
        manage(folder, "shell", "--no-imports", "-c", TAKE_AWAY.format(asked=False))
        told = json.loads(manage(folder, "import_urgent_actions", str(SEED), "--format", "json"))
        page = browser.new_page()
        verbs.sign_in(page, site, "demo-moderator")
        verbs.open_editor(page, site, told["page"])
        verbs.publish(page)
        yield by_hand, answer(site, told["page"])
        page.close()


def manage(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev", "DEMO_DIR": str(folder)}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def answer(site: str, page_id: int) -> Any:
    with urllib.request.urlopen(f"{site}/api/v2/pages/{page_id}/", timeout=20) as response:  # noqa: S310  # ours
        return json.load(response)


def facts(said: Any) -> Any:
    """Return an answer without prose, and without what the document cannot say."""
    if isinstance(said, dict):
        kept = {key: facts(value) for key, value in said.items() if key not in {*BESIDE_THE_DOCUMENT, *PROSE}}
        return {key: value.casefold() if key == "title" else value for key, value in kept.items() if key != "url"}
    if isinstance(said, list):
        return [facts(each) for each in said if not isinstance(each, dict) or each.get("type") != "note_to_writers"]
    return said


def test_it_says_every_fact_that_the_case_made_by_hand_says(answers: tuple[Any, Any]) -> None:
    by_hand, imported = answers
    assert facts(imported) == facts(by_hand)


def stated() -> list[tuple[str, str]]:
    """Return the sections and the facts in their prose that the demo case says in the words of the document."""
    if not SEED.exists():
        return []
    lines = SEED.read_text(encoding="utf-8").splitlines()
    found = [
        (each["where"].partition("[")[0], each["fact"]) for each in FACTS if each["fact"] in lines[each["line"] - 1]
    ]
    return sorted({each for each in found if each[0] in PROSE})


@pytest.mark.parametrize(("section", "fact"), stated())
def test_names_days_and_figures_stand_in_their_section(answers: tuple[Any, Any], section: str, fact: str) -> None:
    _, imported = answers
    assert fact in html.unescape(json.dumps(imported[section], ensure_ascii=False))
