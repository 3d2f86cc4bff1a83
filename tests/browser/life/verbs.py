"""What people do to the case, in Chromium, as they would."""

from datetime import date

from playwright.sync_api import Page

from cms.demo.accounts import DEMO_PASSWORD


def sign_in(page: Page, site: str, username: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", DEMO_PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(f"{site}/admin/")


def open_editor(page: Page, site: str, page_id: int) -> None:
    page.goto(f"{site}/admin/pages/{page_id}/edit/")
    page.wait_for_load_state("networkidle")


def publish(page: Page) -> None:
    """Publish the page that is open in the editor, as it stands there."""
    # It stands in the menu beside “Save draft”.
    page.locator("button[name='action-publish']").first.evaluate("button => button.click()")
    page.wait_for_url("**/admin/pages/*/")


def decide(page: Page, site: str, page_id: int, name: str, **typed: str) -> None:
    page.goto(f"{site}/admin/pages/{page_id}/edit/")
    page.get_by_role("button", name="Actions").first.click()
    page.locator(f"a[href$='/{page_id}/decide/{name}/']").first.click()
    for field, value in typed.items():
        control = page.locator(f"#id_{field}")
        if control.evaluate("field => field.tagName") == "SELECT":
            control.select_option(value)
        elif control.get_attribute("type") == "checkbox":
            control.check()
        else:
            control.fill(value)
    page.locator("form button.serious").click()
    page.wait_for_load_state()


def write_update(page: Page, *, deadline: date) -> int:
    """Fill what an update leaves empty, on the page of its draft, and return the id of the page."""
    page.wait_for_url("**/edit/")
    page.wait_for_load_state("networkidle")
    add(page, "summary")
    page.locator("[data-contentpath=summary] [contenteditable=true]").first.click()
    page.keyboard.type("Huang Xueqin and Wang Jianbing are still in prison.")
    add(page, "sample_letter", "Paragraph")
    page.locator("[data-contentpath=sample_letter] textarea").first.fill("I write again about Huang Xueqin.")
    add(page, "sample_letter", "Asks")
    asks = page.locator("[data-contentpath=sample_letter] [data-contentpath=asks]").last
    asks.locator("textarea").last.fill("release them at once.")
    # Last, since the calendar that opens takes the next click.
    page.fill("#id_deadline", deadline.isoformat())
    page.keyboard.press("Escape")
    return int(page.url.rstrip("/").split("/")[-2])


def add(page: Page, section: str, block: str = "") -> None:
    """Add a block at the end of a section; without its name where there is only one kind."""
    stream = page.locator(f"[data-contentpath={section}]").first
    stream.locator("button[title='Insert a block']").last.click()
    if block:
        page.get_by_role("option", name=block).first.click()


def translate(page: Page, site: str, page_id: int, language: str) -> int:
    """Make the draft in a language, and return its id."""
    page.goto(f"{site}/admin/translation/submit/page/{page_id}/")
    page.get_by_label(language).check()
    page.locator("main").get_by_role("button", name="Submit").or_(page.locator("input[type=submit]")).first.click()
    page.wait_for_url("**/edit/")
    return int(page.url.rstrip("/").split("/")[-2])


def address_as(page: Page, salutation: str) -> None:
    """Give every target of the page that is open in the editor its salutation."""
    for field in page.locator("input[name^='targets-'][name$='-salutation']").all():
        field.fill(salutation)


def report(page: Page, address: str, *, letters: int) -> None:
    page.goto(address)
    page.select_option("#report-target", index=1)
    page.select_option("#report-channel", "post")
    page.fill("#report-quantity", str(letters))
    page.click(".ua-report [type=submit]")
    page.locator(".ua-report [role=status]").wait_for()
