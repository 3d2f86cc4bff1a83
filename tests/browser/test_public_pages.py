"""The public pages in Chromium: accessible, alone, narrow, dark, right-to-left, without JavaScript."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.needs_chromium

PAGES = [
    pytest.param("/en/", id="home"),
    pytest.param("/en/urgent-actions/", id="list"),
    pytest.param("/en/urgent-actions/two-organizers-missing/", id="open"),
    pytest.param("/en/urgent-actions/land-defenders-threatened/", id="expiring"),
    pytest.param("/en/urgent-actions/man-at-risk-of-execution/", id="with notices to writers"),
    pytest.param("/en/urgent-actions/two-activists-faced-unjust-conviction/", id="expired"),
    pytest.param("/en/urgent-actions/first-ua-44-22/", id="superseded"),
    pytest.param("/en/urgent-actions/union-organizers-released-and-commuted/", id="stopped"),
    pytest.param("/ar/urgent-actions/", id="right-to-left list"),
    pytest.param("/ar/urgent-actions/lawyer-denied-medical-care/", id="right-to-left"),
]
# WCAG 2.2 AA is these, with the levels and versions below it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit: Callable[..., Page], path: str, dark: bool) -> None:
    page = visit(path, dark=dark)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_breaks_no_policy(
    visit: Callable[..., Page], complaints: list[str], path: str
) -> None:
    visit(path)
    assert complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_small_phone(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_page_needs_no_javascript(visit: Callable[..., Page]) -> None:
    page = visit("/en/urgent-actions/two-organizers-missing/", javascript=False)
    assert page.locator("h2").all_inner_texts() == [
        "Summary",
        "Take action",
        "Targets",
        "Sample letter",
        "Additional information",
        "At a glance",
    ]
    assert page.locator("script").count() == 0


def test_arabic_runs_from_right_to_left(visit: Callable[..., Page]) -> None:
    page = visit("/ar/urgent-actions/lawyer-denied-medical-care/")
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]


def test_the_keyboard_reaches_the_content_first(visit: Callable[..., Page]) -> None:
    page = visit("/en/urgent-actions/two-organizers-missing/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
