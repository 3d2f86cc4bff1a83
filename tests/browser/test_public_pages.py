"""The public pages in Chromium: accessible, alone, light, narrow, dark, right-to-left, on paper, without JavaScript."""

import json
import urllib.request
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from cms.demo.accounts import DEMO_PASSWORD

pytestmark = pytest.mark.needs_chromium

Visit = Callable[..., Page]

LIST = "/en/urgent-actions/"
OPEN = f"{LIST}two-organizers-missing/"
TAKEN_DOWN = "journalist-at-risk-of-return"
PAGES = [
    pytest.param("/en/", id="home"),
    pytest.param(LIST, id="list"),
    pytest.param(f"{LIST}?q=organizers&country=PH&status=open", id="narrowed list"),
    pytest.param(f"{LIST}?q=nowhere&country=XX", id="empty list"),
    pytest.param(OPEN, id="open"),
    pytest.param(f"{LIST}land-defenders-threatened/", id="expiring"),
    pytest.param(f"{LIST}man-at-risk-of-execution/", id="with notices to writers"),
    pytest.param(f"{LIST}two-activists-faced-unjust-conviction/", id="expired"),
    pytest.param(f"{LIST}first-ua-44-22/", id="superseded"),
    pytest.param(f"{LIST}union-organizers-released-and-commuted/", id="stopped"),
    pytest.param("/ar/urgent-actions/", id="right-to-left list"),
    pytest.param("/ar/urgent-actions/lawyer-denied-medical-care/", id="right-to-left"),
]
# WCAG 2.2 AA is these, with the levels and versions below it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BOTH = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module")
def gone(site: str, browser: Browser) -> str:
    """Take an urgent action of the demo down; return its address."""
    with urllib.request.urlopen(f"{site}/api/v2/pages/?slug={TAKEN_DOWN}", timeout=10) as answer:  # noqa: S310  # ours
        (page_id,) = (each["id"] for each in json.load(answer)["items"])
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/admin/login/?next=/admin/pages/{page_id}/unpublish/")
    page.fill("#id_username", "demo-moderator")
    page.fill("#id_password", DEMO_PASSWORD)
    page.click("button[type=submit]")
    page.click("main form [type=submit]")
    page.wait_for_load_state()
    context.close()
    return f"{LIST}{TAKEN_DOWN}/"


@BOTH
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit: Visit, path: str, dark: bool) -> None:
    assert violations(visit(path, dark=dark)) == []


@BOTH
def test_axe_finds_nothing_where_a_page_is_gone(visit: Visit, gone: str, dark: bool) -> None:
    page = visit(gone, dark=dark)
    assert page.locator("h1").inner_text() == "This page is no longer public"
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_breaks_no_policy(visit: Visit, complaints: list[str], path: str) -> None:
    visit(path)
    assert complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_small_phone(visit: Visit, path: str) -> None:
    page = visit(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_page_that_is_gone_fits_a_small_phone(visit: Visit, gone: str) -> None:
    assert visit(gone, width=320).evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", PAGES)
def test_a_page_weighs_less_than_a_hundred_kilobytes_without_images(visit: Visit, site: str, path: str) -> None:
    page = visit("/robots.txt")
    weights: list[int] = []
    page.on("response", lambda got: weights.append(len(got.body())) if got.request.resource_type != "image" else None)
    page.goto(f"{site}{path}", wait_until="networkidle")
    # The page, its style; where letters are to be had, what makes them easier to take; and reports, with their totals.
    assert len(weights) in (2, 4, 5)
    assert sum(weights) < 100_000


def test_a_page_needs_no_javascript(visit: Visit) -> None:
    page = visit(OPEN, javascript=False)
    assert page.locator("h2").all_inner_texts() == [
        "Summary",
        "Take action",
        "Write now",
        "Tell us what you sent",
        "Targets",
        "Sample letter",
        "Additional information",
        "At a glance",
        "Name and pronouns",
    ]


def test_no_page_runs_a_script_but_those_of_letters_and_reports(visit: Visit) -> None:
    page = visit(OPEN)
    scripts = [(each.get_attribute("type"), each.get_attribute("src")) for each in page.locator("script").all()]
    assert scripts == [
        ("application/ld+json", None),
        (None, "/static/urgent_actions/letters.js"),
        ("module", "/static/urgent_actions/reports.js"),
    ]


def test_a_list_runs_no_script(visit: Visit) -> None:
    assert visit(LIST).locator("script").count() == 0


def test_a_list_is_narrowed_without_javascript(visit: Visit) -> None:
    page = visit(LIST, javascript=False)
    page.fill("#q", "organizers")
    page.select_option("#status", "open")
    page.click("text=Show")
    page.wait_for_load_state()
    assert page.locator(".ua-card-title").all_inner_texts() == ["Two community organizers missing after being seized"]
    page.click(".ua-chosen a >> text=Open")
    page.wait_for_load_state()
    assert page.locator(".ua-card-title").count() == 2


def test_arabic_runs_from_right_to_left(visit: Visit) -> None:
    page = visit("/ar/urgent-actions/lawyer-denied-medical-care/")
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]


def test_the_column_of_facts_is_on_the_side_where_lines_end(visit: Visit) -> None:
    def side_is_right(path: str) -> bool:
        page = visit(path)
        side, main = page.locator(".ua-side").bounding_box(), page.locator(".ua-main").bounding_box()
        assert side is not None
        assert main is not None
        return side["x"] > main["x"]

    assert side_is_right(OPEN)
    assert not side_is_right("/ar/urgent-actions/lawyer-denied-medical-care/")


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit(OPEN)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_paper_shows_the_letter_and_no_way_through_the_site(visit: Visit) -> None:
    page = visit(OPEN, dark=True)
    page.emulate_media(media="print")
    seen = {name: page.locator(name).first.is_visible() for name in ("header.ua-site-header", "footer", ".ua-ways")}
    assert seen == {"header.ua-site-header": False, "footer": False, ".ua-ways": False}
    assert page.locator(".ua-letter").is_visible()
    assert page.locator(".ua-on-paper").is_visible()


def test_paper_is_white_for_who_reads_in_the_dark_too(visit: Visit) -> None:
    page = visit(OPEN, dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_paper_does_not_count_days(visit: Visit) -> None:
    page = visit(OPEN)
    page.emulate_media(media="print")
    assert not page.locator(".ua-left").is_visible()
