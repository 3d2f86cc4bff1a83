"""The import of a document in Chromium: with the keyboard alone, without a script, on a phone, in the dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.needs_chromium

Desk = Callable[..., Page]

SAMPLE = (Path(__file__).parent.parent / "importing" / "sample.txt").read_text(encoding="utf-8")
IMPORT = "/admin/urgent-actions/import/"


def document(number: str) -> str:
    """Return the sample with a number of its own, a target who is like one of the directory, and something doubtful."""
    text = SAMPLE.replace("801.26", number).replace("Pilar Ejemplo Muestra", "Ricardo Ejemplo Prueba")
    return text.replace("minister@example.org", "[email protected]")


@pytest.fixture
def desk(visit: Callable[..., Page], sign_in: Callable[[Page, str], None], site: str) -> Desk:
    """Return a function that opens the import as an editor of the demo."""

    def open_desk(path: str = IMPORT, *, width: int = 1366, dark: bool = False, javascript: bool = True) -> Page:
        page = visit("/admin/login/", width=width, dark=dark, javascript=javascript)
        sign_in(page, "demo-editor")
        page.goto(f"{site}{path}")
        return page

    return open_desk


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until the focus is there, as somebody without a mouse does."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"The tabulator never gets to {selector}.")


def press(page: Page, selector: str) -> None:
    """Go to a link or a button, and press it."""
    tab_to(page, selector)
    # A link within the page is a way to another address, too.
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_document_becomes_a_draft_by_keyboard_alone(desk: Desk) -> None:
    page = desk("/admin/")
    press(page, f'a[href="{IMPORT}"]')
    tab_to(page, "#id_text")
    page.keyboard.insert_text(document("811.26"))
    press(page, "form.ua-entry [type=submit]")

    # A doubt leads to its line, and the line back to the field.
    press(page, "#doubts li a")
    focused = page.locator("#document li:focus")
    expect(focused).to_have_count(1)
    press(page, "#document a")

    # Something is corrected, and somebody has to be chosen.
    tab_to(page, "#id_headline")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("Sample teacher threatened again")
    tab_to(page, "#id_issued_on")
    page.keyboard.type("06012026")
    press(page, "button[value=create]")
    expect(page.get_by_role("alert")).to_contain_text("Choose who this is")
    press(page, ".ua-import__wrong a")
    tab_to(page, "[name=targets-0-who]")
    page.keyboard.press("Space")
    press(page, "button[value=create]")

    expect(page.locator("#id_title")).to_have_value("Sample teacher threatened again")
    expect(page.locator("#id_issued_on")).to_have_value("2026-06-01")
    expect(page.get_by_text("is a draft now. Nothing is published.")).to_be_visible()


def test_a_draft_is_updated_without_a_script(desk: Desk) -> None:
    page = desk(javascript=False)
    read(page, document("812.26"))
    page.locator("[name=targets-0-who]").first.check()
    page.get_by_role("button", name="Make the draft").click()
    page.goto(page.url.partition("/admin/")[0] + IMPORT)
    read(page, document("812.26").replace("SAMPLE TEACHER", "VILLAGE TEACHER"))
    expect(page.get_by_text("This urgent action is there already")).to_be_visible()
    page.locator("[name=targets-0-who]").first.check()
    page.get_by_role("button", name="Show what would change").click()
    expect(page.locator("#changes tbody tr")).to_have_count(1)
    expect(page.locator("#changes ins")).to_have_text("VILLAGE TEACHER THREATENED AGAIN")
    page.get_by_role("button", name="Update the draft with what is ticked").click()
    assert "/edit/" in page.url


def read(page: Page, text: str) -> None:
    """Paste a text, and have it read."""
    page.fill("#id_text", text)
    page.click("form.ua-entry [type=submit]")
    page.wait_for_load_state()


@pytest.mark.parametrize(("width", "dark"), [(1366, False), (1366, True), (390, False)])
def test_axe_finds_nothing(desk: Desk, width: int, dark: bool) -> None:
    page = desk(width=width, dark=dark)
    read(page, document("813.26"))
    page.click("button[value=create]")
    page.wait_for_load_state()
    found = Axe().run(page, context="main").response["violations"]
    assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []


def test_it_fits_a_phone(desk: Desk) -> None:
    page = desk(width=320)
    read(page, document("814.26"))
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_it_asks_nobody_else_and_breaks_no_policy(desk: Desk, complaints: list[str]) -> None:
    page = desk()
    read(page, document("815.26"))
    expect(page.locator("#id_headline")).to_be_visible()
    assert complaints == []
