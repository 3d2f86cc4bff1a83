"""The editor's desk in Chromium."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.needs_chromium

Desk = Callable[..., Page]


@pytest.fixture
def desk(visit: Callable[..., Page], sign_in: Callable[[Page, str], None], site: str) -> Desk:
    """Return a function that opens an address of the admin as a demo account."""

    def open_desk(path: str, *, account: str = "demo-editor", width: int = 1366, dark: bool = False) -> Page:
        page = visit("/admin/login/", width=width, dark=dark)
        page.add_init_script(
            "addEventListener('w-unsaved:watch-edits', () => {"
            " const seen = document.documentElement.dataset; seen.looks = 1 + Number(seen.looks || 0) })"
        )
        sign_in(page, account)
        page.goto(f"{site}{path}")
        return page

    return open_desk


def published(site: str, slug: str) -> dict[str, Any]:
    """Return what the page API says of a page in English now."""
    found = answer(f"{site}/api/v2/pages/?slug={slug}&locale=en")["items"][0]
    return answer(f"{site}/api/v2/pages/{found['id']}/")


def answer(url: str) -> dict[str, Any]:
    with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310  # the demo's own address
        found: dict[str, Any] = json.load(response)
        return found


@pytest.fixture
def new(site: str) -> str:
    """Return the address at which a new urgent action is written."""
    index = published(site, "urgent-actions")["id"]
    return f"/admin/pages/add/urgent_actions/urgentactionpage/{index}/"


def edit(site: str, slug: str) -> str:
    """Return the address at which a published urgent action is edited."""
    return f"/admin/pages/{published(site, slug)['id']}/edit/"


def test_a_new_urgent_action_says_what_is_missing(desk: Desk, new: str) -> None:
    page = desk(new)
    expect(page.locator(".ua-readiness__item")).to_contain_text(
        ["The headline is missing", "The UA number is missing"] + [""] * 7
    )


def test_a_problem_leads_to_its_field(desk: Desk, new: str) -> None:
    page = desk(new)
    page.get_by_text("The deadline is missing").click()
    expect(page.locator("#id_deadline")).to_be_focused()


def test_a_problem_leads_into_a_closed_panel(desk: Desk, site: str) -> None:
    page = desk(edit(site, "union-organizers-released-and-commuted"))
    page.locator('html[data-looks="2"]').wait_for(state="attached")
    page.locator("#id_stop_reason").evaluate("field => field.value = 'Released, says [NAME].'")
    page.locator("#id_previous_url").fill("https://example.org/previous")
    page.get_by_text("“[NAME]” is still to be filled in").click(timeout=20_000)
    expect(page.locator("#id_stop_reason")).to_be_focused()


def test_autosave_brings_the_panel_up_to_date(desk: Desk, site: str) -> None:
    page = desk(edit(site, "man-at-risk-of-execution"))
    expect(page.locator(".ua-readiness__verdict")).to_have_text("Ready to publish.")
    # Wagtail looks at the form twice, two seconds after it came, and saves by itself what has changed since then.
    page.locator('html[data-looks="2"]').wait_for(state="attached")
    page.fill("#id_deadline", "")
    page.keyboard.press("Tab")
    expect(page.get_by_text("The deadline is missing")).to_be_visible(timeout=20_000)
    assert published(site, "man-at-risk-of-execution")["deadline"] is not None


def test_a_refused_publication_keeps_what_was_typed(desk: Desk, site: str) -> None:
    page = desk(edit(site, "two-organizers-missing"), account="demo-moderator")
    page.fill("#id_title", "Missing: [NAME]")
    page.locator("footer button[aria-expanded], .footer__container [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_load_state()
    expect(page.locator("#id_title")).to_have_value("Missing: [NAME]")
    expect(page.get_by_text("“[NAME]” is still to be filled in: replace or remove it.").first).to_be_visible()
    assert published(site, "two-organizers-missing")["title"] == "Two community organizers missing after being seized"


@pytest.mark.parametrize(("width", "dark"), [(1366, False), (1366, True), (390, False)])
def test_axe_finds_nothing_in_the_readiness_panel(desk: Desk, new: str, width: int, dark: bool) -> None:
    page = desk(new, width=width, dark=dark)
    found = Axe().run(page, context=".ua-readiness").response["violations"]
    assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []


@pytest.mark.parametrize("path", ["/admin/urgent-actions/", "/admin/snippets/urgent_actions/official/"])
def test_the_admin_asks_nobody_else_and_breaks_no_policy(desk: Desk, complaints: list[str], path: str) -> None:
    desk(path)
    assert complaints == []


def test_the_page_editor_asks_nobody_else_and_breaks_no_policy(desk: Desk, new: str, complaints: list[str]) -> None:
    page = desk(new)
    expect(page.locator("#id_title")).to_be_visible()
    assert complaints == []
