"""The documentation: the reference says what the code does, and no link leads nowhere."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.golden import Golden
from tests.reference import MEANING, ROOT, SYSTEM_CHECKS, pages
from urgent_actions.representation import FIELDS

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
# `cms/settings/dev.py`, `urgent_actions/rules/`: a path of this repository in a sentence.
_PATH = re.compile(r"`((?:cms|dev|docs|fixtures|requirements|templates|tests|urgent_actions|\.ci)/[\w./-]*)`")
_CHECK = re.compile(r"urgent_actions\.[EW]\d{3}")
_MAKE = re.compile(r"`make ([a-z-]+)[^`]*`")

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "fixtures" / "README.md"])
REFERENCE = ROOT / "docs" / "reference"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(text: str) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in _HEADING.findall(_FENCE.sub("", text))
    }


@pytest.mark.parametrize("page", pages())
def test_the_reference_is_what_the_code_says(page: str, request: pytest.FixtureRequest) -> None:
    Golden(REFERENCE, refresh=request.config.getoption("--refresh-golden"))(page, pages()[page])


def test_every_field_of_the_page_api_is_explained() -> None:
    assert tuple(MEANING) == FIELDS


def test_every_system_check_is_listed() -> None:
    source = (ROOT / "urgent_actions" / "checks.py").read_text(encoding="utf-8")
    assert {row[0].strip("`") for row in SYSTEM_CHECKS} == set(_CHECK.findall(source))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(document: Path) -> None:
    broken = []
    for link in _LINK.findall(_FENCE.sub("", document.read_text(encoding="utf-8"))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (document.parent / file).resolve() if file else document
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_path_that_is_named_is_there(document: Path) -> None:
    named = set(_PATH.findall(document.read_text(encoding="utf-8")))
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_target_that_is_named_is_there(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(_MAKE.findall(document.read_text(encoding="utf-8"))) <= targets


def test_every_page_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    to_read = [ROOT / "README.md"]
    while to_read:
        document = to_read.pop()
        if document in reached:
            continue
        reached.add(document)
        for link in _LINK.findall(document.read_text(encoding="utf-8")):
            target = (document.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_file():
                to_read.append(target)
    docs = {path.resolve() for path in (ROOT / "docs").rglob("*.md")}
    assert sorted(name(path) for path in docs - reached) == []


def test_every_picture_is_shown_and_small() -> None:
    shown = {
        (document.parent / link).resolve()
        for document in DOCUMENTS
        for link in _LINK.findall(document.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }
    pictures = set((ROOT / "docs" / "images").glob("*.png"))
    assert {path for path in pictures if path.stat().st_size > 200_000} | (pictures ^ shown) == set()


def test_the_two_commands_are_the_ones_of_the_makefile() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for command in ("make run", "make test"):
        assert re.search(rf"^{command}\b", readme, re.MULTILINE)
        assert re.search(rf"^{command} ", printed, re.MULTILINE)
