"""Reporting in Chromium: with a script and without, by keyboard, in the dark, on a phone, right to left."""

import json
import urllib.request
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_public_pages import BOTH, violations

pytestmark = pytest.mark.needs_chromium

Visit = Callable[..., Page]

# Each its own, so that one does not count what another one told.
READ = "/en/urgent-actions/two-organizers-missing/"
COUNTED = "/en/urgent-actions/land-defenders-threatened/"
WITHOUT_SCRIPT = "/en/urgent-actions/man-at-risk-of-execution/"
RIGHT_TO_LEFT = "/ar/urgent-actions/lawyer-denied-medical-care/"
RIDDLE = "/api/urgent-actions/v1/riddle/"
THANKS = "Thank you. Your report has arrived."


def fill(page: Page, *, quantity: str, country: str = "") -> None:
    target = page.locator("#report-target")
    target.select_option(index=target.locator("option").count() - 1)
    page.select_option("#report-channel", "email")
    page.fill("#report-quantity", quantity)
    page.select_option("#report-country", country)


def send(page: Page) -> None:
    page.click(".ua-report [type=submit]")
    page.wait_for_load_state()


def refused(page: Page) -> Page:
    """Have a report refused; return the page that says why."""
    fill(page, quantity="77", country="FR")
    # The browser would not let it go.
    page.fill("#report-quantity", "50")
    page.evaluate("document.querySelector('#report-quantity').value = 77")
    page.evaluate("document.querySelector('[data-report]').noValidate = true")
    send(page)
    return page


def asking_for_proof(route: Route) -> None:
    """Answer with the page as it is where the site asks for a proof of work."""
    answer = route.fetch()
    html = answer.text().replace("data-report", f'data-riddle="{RIDDLE}" data-report')
    html = html.replace('<input id="report-website"', '<input type="hidden" name="proof"><input id="report-website"')
    script = '<script type="module" src="/static/urgent_actions/proof.js"></script></main>'
    route.fulfill(response=answer, body=html.replace("</main>", script))


def test_a_report_is_counted_once_however_often_the_button_is_pressed(visit: Visit, site: str) -> None:
    page = visit(COUNTED)
    fill(page, quantity="12")
    page.locator(".ua-report [type=submit]").dblclick()
    page.wait_for_load_state()
    expect(page.locator(".ua-report [role=status]")).to_contain_text(THANKS)
    address = page.locator("form[data-report]").get_attribute("action") or ""
    number = address.split("/")[2]
    with urllib.request.urlopen(f"{site}/api/urgent-actions/v1/{number}/reports/", timeout=10) as answer:  # noqa: S310  # ours
        assert json.load(answer)["totals"] == {"self_reported": 12, "group": None, "offline": None}
    expect(visit(COUNTED).locator(".ua-totals")).to_have_text("Letters reported by writers 12", use_inner_text=True)


def test_that_somebody_has_reported_does_not_stay_in_the_address(visit: Visit, site: str) -> None:
    page = visit(f"{READ}?reported=1#report")
    expect(page.locator(".ua-report [role=status]")).to_contain_text(THANKS)
    assert page.url == f"{site}{READ}#report"


def test_it_needs_no_javascript(visit: Visit) -> None:
    page = visit(WITHOUT_SCRIPT, javascript=False)
    fill(page, quantity="11", country="")
    send(page)
    assert page.locator(".ua-report [role=status] strong").inner_text() == THANKS
    assert page.locator(".ua-totals").inner_text().split("\n") == ["Letters reported by writers", "11"]
    again = visit(WITHOUT_SCRIPT, javascript=False)
    again.click("[data-elsewhere] a")
    again.wait_for_load_state()
    assert again.locator(".ua-totals").inner_text().split("\n") == ["Letters reported by writers", "11"]


def test_every_country_can_be_chosen_with_a_script_and_without(visit: Visit) -> None:
    assert visit(READ).locator("#report-country option").count() > 200
    page = visit(READ, javascript=False)
    page.click("text=Another country")
    page.wait_for_load_state()
    fill(page, quantity="1", country="FR")
    send(page)
    assert page.locator(".ua-report [role=status] strong").inner_text() == THANKS


def test_it_sets_no_cookie(visit: Visit) -> None:
    page = refused(visit(READ, javascript=True))
    assert page.context.cookies() == []


def test_what_was_typed_is_still_there_when_something_is_wrong(visit: Visit) -> None:
    page = refused(visit(READ))
    assert page.locator("[role=alert]").inner_text() == "One report is of 1 to 50 letters."
    typed = [page.locator(f"#report-{name}").input_value() for name in ("channel", "quantity", "country")]
    assert typed == ["email", "77", "FR"]
    assert page.evaluate("document.activeElement.id") == "report-quantity"


def test_a_riddle_is_solved_before_the_report_goes(visit: Visit, site: str) -> None:
    page = visit("/robots.txt")
    salt, number = "a-salt-of-this-test?expires=1&", 321
    challenge = sha256(f"{salt}{number}".encode()).hexdigest()
    words = {"algorithm": "SHA-256", "challenge": challenge, "salt": salt, "signature": "of-this-test"}

    page.route(f"**{READ}", asking_for_proof)
    page.route(f"**{RIDDLE}", lambda route: route.fulfill(json={**words, "maxnumber": 1000}))
    page.goto(f"{site}{READ}")
    fill(page, quantity="1")
    with page.expect_request("**/report/") as sent:
        page.click(".ua-report [type=submit]")
    (proof,) = parse_qs(sent.value.post_data or "")["proof"]
    assert json.loads(b64decode(proof)) == {**words, "number": number}
    expect(page.locator(".ua-report [role=status]")).to_contain_text(THANKS)


def test_where_a_riddle_cannot_be_had_the_report_goes_without(visit: Visit, site: str) -> None:
    page = visit("/robots.txt")

    page.route(f"**{READ}", asking_for_proof)
    page.route(f"**{RIDDLE}", lambda route: route.abort())
    page.goto(f"{site}{READ}")
    fill(page, quantity="1")
    page.click(".ua-report [type=submit]")
    expect(page.locator(".ua-report [role=status]")).to_contain_text(THANKS)


def test_people_do_not_meet_the_trap(visit: Visit) -> None:
    page = visit(READ)
    page.focus("#report-country")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    assert not page.locator("#report-website").is_visible()


@BOTH
def test_axe_finds_nothing_where_something_is_wrong(visit: Visit, dark: bool) -> None:
    assert violations(refused(visit(READ, dark=dark))) == []


@BOTH
@pytest.mark.parametrize("path", [f"{READ}?reported=1", f"{RIGHT_TO_LEFT}?reported=1"])
def test_axe_finds_nothing_where_a_writer_is_thanked(visit: Visit, path: str, dark: bool) -> None:
    assert violations(visit(path, dark=dark)) == []


@pytest.mark.parametrize("path", [READ, RIGHT_TO_LEFT])
def test_the_form_by_itself_fits_a_small_phone(visit: Visit, path: str, site: str) -> None:
    page = visit(path, width=320, javascript=False)
    page.goto(f"{site}{page.locator('[data-elsewhere] a').get_attribute('href')}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_it_asks_nobody_else_and_breaks_no_policy(visit: Visit, complaints: list[str], site: str) -> None:
    page = visit(READ)
    page.goto(f"{site}{page.locator('[data-elsewhere] a').get_attribute('href')}")
    assert complaints == []


def test_on_paper_there_is_no_form(visit: Visit) -> None:
    page = visit(READ)
    page.emulate_media(media="print")
    assert not page.locator(".ua-report").is_visible()
