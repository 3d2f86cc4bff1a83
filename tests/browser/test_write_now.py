"""A writer in Chromium: chooses, reads, copies, opens, and adds words that stay where they are typed."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.needs_chromium

Visit = Callable[..., Page]
PAGE = "/en/urgent-actions/land-defenders-threatened/"
# No mail program is there to be opened.
PUSHED = "link => { link.removeAttribute('href'); link.click(); }"
MINISTER, ATTORNEY = "Ricardo Ejemplo Prueba", "Lucía Muestra Sample"


def way(page: Page, target: str, channel: str) -> Page:
    """Return the part of the page for one target and channel, opened."""
    place = page.locator(".ua-writing", has=page.get_by_role("heading", name=target)).locator(
        ".ua-way", has=page.locator("summary", has_text=channel)
    )
    if place.get_attribute("open") is None:
        place.locator("summary").click()
    return place  # type: ignore[return-value]  # a part answers like a page


def body(href: str) -> str:
    return parse_qs(urlsplit(href).query)["body"][0]


def test_a_writer_without_javascript_chooses_a_target_and_a_country(visit: Visit) -> None:
    page = visit(PAGE, javascript=False)
    page.select_option("#target", label=ATTORNEY)
    page.select_option("#country", "DE")
    page.click("text=Show letters")
    page.wait_for_load_state()
    assert page.locator(".ua-writing h3").all_inner_texts() == [ATTORNEY]
    expect(page.locator("#country")).to_have_value("DE")
    assert "Dear Attorney General," in page.locator(".ua-way[open] textarea").input_value()
    assert page.locator("[data-own-words], [data-copy]").locator("visible=true").count() == 0


def test_each_target_is_addressed_by_its_own_salutation(visit: Visit) -> None:
    page = visit(PAGE)
    for target, salutation in ((MINISTER, "Dear Minister,"), (ATTORNEY, "Dear Attorney General,")):
        assert salutation in way(page, target, "Post").locator("textarea").input_value()


def test_the_pdf_is_a_pdf(visit: Visit, site: str) -> None:
    page = visit(PAGE)
    address = way(page, MINISTER, "Post").locator("a", has_text="PDF").get_attribute("href")
    answer = page.request.get(f"{site}{address}")
    assert (answer.status, answer.headers["content-type"], answer.body()[:5]) == (200, "application/pdf", b"%PDF-")


def test_own_words_stand_in_the_letter_and_in_the_links(visit: Visit) -> None:
    page = visit(PAGE)
    page.fill("#own-name", "Example Writer")
    page.fill("#own-paragraph", "I teach (children) & 'write' 100%.")
    email = way(page, MINISTER, "E-mail")
    text = email.locator("textarea").input_value()
    assert "\n\nI teach (children) & 'write' 100%.\n\nYours sincerely,\nExample Writer\n" in text
    for link in email.locator("a[data-mail]").all():
        href = link.get_attribute("href") or ""
        if len(href) < int(link.get_attribute("data-limit") or 0) and "body=" in href:
            assert body(href) == text.rstrip("\n").replace("\n", "\r\n")


def test_own_words_that_are_taken_back_leave_the_letter_as_it_was(visit: Visit) -> None:
    page = visit(PAGE)
    area = way(page, MINISTER, "E-mail").locator("textarea")
    before = area.input_value()
    page.fill("#own-name", "Example Writer")
    page.fill("#own-name", "")
    assert area.input_value() == before


def test_a_letter_that_grows_too_long_says_so_and_opens_an_empty_message(visit: Visit) -> None:
    page = visit(PAGE)
    email = way(page, MINISTER, "E-mail")
    page.fill("#own-paragraph", "word " * 400)
    expect(email.locator("[data-too-long]")).to_be_visible()
    assert "body=" not in (email.locator('a[href^="mailto:"]').get_attribute("href") or "")
    page.fill("#own-paragraph", "")


def test_own_words_leave_the_browser_by_no_request(visit: Visit) -> None:
    page = visit(PAGE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#own-name", "Example Writer")
    page.fill("#own-paragraph", "As a teacher.")
    page.wait_for_timeout(200)
    assert asked == []
    assert "Example" not in page.url


def test_a_letter_is_copied_as_it_is_shown(site: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}{PAGE}")
    place = way(page, MINISTER, "Post")
    place.locator("[data-copy]").click()
    expect(page.locator("[data-said]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == place.locator("textarea").input_value()
    context.close()


@pytest.mark.parametrize(
    "path", ["two-activists-faced-unjust-conviction", "first-ua-44-22", "union-organizers-released-and-commuted"]
)
def test_from_a_closed_one_nobody_can_write(visit: Visit, path: str) -> None:
    page = visit(f"/en/urgent-actions/{path}/")
    assert page.locator(".ua-write, a[href^='mailto:'], a[href*='/letters/']").count() == 0


def test_what_is_opened_is_told_once_where_the_section_counts_it(visit: Visit, site: str) -> None:
    page = visit("/robots.txt")
    counting = 'class="ua-write" data-opened="/api/urgent-actions/v1/1/opened/"'

    def with_counting(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('class="ua-write"', counting))

    page.route(f"**{PAGE}", with_counting)
    page.goto(f"{site}{PAGE}")
    told: list[tuple[str, str | None]] = []
    page.on("request", lambda asked: told.append((asked.url, asked.post_data)) if "/opened/" in asked.url else None)
    email = way(page, MINISTER, "E-mail").locator("[data-letter]")
    with page.expect_request("**/opened/"):
        email.locator("a[data-mail]").first.evaluate(PUSHED)
    email.locator("a[data-mail]").first.evaluate(PUSHED)
    target = email.get_attribute("data-target")
    assert [(url.removeprefix(site), json.loads(said or "")) for url, said in told] == [
        ("/api/urgent-actions/v1/1/opened/", {"target": target, "channel": "email"})
    ]


def test_where_the_section_does_not_count_it_nothing_is_told(visit: Visit) -> None:
    page = visit(PAGE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    email = way(page, MINISTER, "E-mail")
    email.locator("a[data-mail]").first.evaluate(PUSHED)
    page.wait_for_timeout(200)
    assert asked == []
