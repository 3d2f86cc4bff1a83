"""The example of docs/how-to/build-a-front-end.md in Chromium, on another origin than the API that it fetches from."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cms.demo.accounts import DEMO_PASSWORD
from tests.browser.front_end import demo, example, install

pytestmark = pytest.mark.needs_chromium

REFUSED = "There is no such preview, or it is over. Open it again from the editor."
UNREACHABLE = "The site cannot be reached. Try again in a minute."
OPEN, STOPPED = "two-organizers-missing", "union-organizers-released-and-commuted"


@dataclass(frozen=True)
class Stage:
    """Addresses: the demo, the example that it knows as its front end, and the same one where nobody knows it."""

    site: str
    front_end: str
    stranger: str
    log: Path


@pytest.fixture(scope="module")
def stage(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("stage")
    (folder / "demo").mkdir()
    with ExitStack() as stack:
        front_end = stack.enter_context(example(folder / "front-end"))
        stranger = stack.enter_context(example(folder / "stranger"))
        site = stack.enter_context(demo(folder / "demo", front_end=front_end))
        for each in ("front-end", "stranger"):
            install(folder / each, site=site)
        yield Stage(site, front_end, stranger, folder / "demo" / "log")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1366, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, stage: Stage, complaints: list[str]) -> Page:
    """Return a tab in which every complaint of the browser is kept, and every request to somebody else."""
    tab = context.new_page()
    ours = (stage.site, stage.front_end, "data:", "blob:")
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("request", lambda asked: None if asked.url.startswith(ours) else complaints.append(asked.url))
    return tab


@pytest.fixture
def desk(page: Page, stage: Stage) -> Page:
    """Return a tab in which an editor is logged in."""
    page.goto(f"{stage.site}/admin/login/")
    page.fill("#id_username", "demo-editor")
    page.fill("#id_password", DEMO_PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(f"{stage.site}/admin/")
    return page


@pytest.fixture
def key(page: Page, stage: Stage) -> Callable[[str], int]:
    """Return a function that gives the id of a published page in English, by its slug."""

    def of(slug: str) -> int:
        found = page.request.get(f"{stage.site}/api/v2/pages/", params={"slug": slug, "locale": "en"}).json()
        identity: int = found["items"][0]["id"]
        return identity

    return of


def token(desk: Page, stage: Stage, page_id: int) -> str:
    """Return the token that the editor gets for a page."""
    address = f"{stage.site}/admin/pages/{page_id}/view_draft/?mode=front-end-now"
    redirect = desk.request.get(address, max_redirects=0).headers["location"]
    return parse_qs(urlsplit(redirect).query)["token"][0]


def preview_at(origin: str, key: str) -> str:
    query = urlencode({"content_type": "urgent_actions.urgentactionpage", "token": key})
    return f"{origin}/?{query}"


def test_the_list_is_that_of_the_api(page: Page, stage: Stage, complaints: list[str]) -> None:
    asked = {"type": "urgent_actions.UrgentActionPage", "locale": "en", "order": "deadline"}
    answer = page.request.get(f"{stage.site}/api/v2/pages/", params=asked).json()
    page.goto(stage.front_end)
    expect(page.locator("h1")).to_have_text("Urgent actions")
    expect(page.locator("li a")).to_have_text([item["title"] for item in answer["items"]])
    expect(page.locator("ul + p")).to_have_text(f"{len(answer['items'])} of {answer['meta']['total_count']}")
    assert complaints == []


def test_the_list_leads_to_the_detail(
    page: Page, stage: Stage, key: Callable[[str], int], complaints: list[str]
) -> None:
    page.goto(stage.front_end)
    page.click(f"a[href='#{key(OPEN)}']")
    answer = page.request.get(f"{stage.site}/api/v2/pages/{key(OPEN)}/").json()
    expect(page.locator("article h1")).to_have_text(answer["title"])
    expect(page.locator(".status")).to_have_text(f"{answer['ua_number']}: open")
    expect(page.locator(".person")).to_have_text([person["name"] for person in answer["persons"]])
    expect(page.locator(".letter").first).to_have_text(answer["sample_letter"][0]["value"])
    assert complaints == []


def test_what_the_browser_has_is_asked_for_with_its_etag(page: Page, stage: Stage, key: Callable[[str], int]) -> None:
    address = f"{stage.site}/api/v2/pages/{key(OPEN)}/"
    with page.expect_response(address) as first:
        page.goto(f"{stage.front_end}/#{key(OPEN)}")
    # Only an answer that was read to its end is kept by the browser.
    expect(page.locator("article")).to_have_count(1)
    first.value.finished()
    with page.expect_request(address) as second:
        page.reload()
    expect(page.locator("article")).to_have_count(1)
    assert second.value.all_headers()["if-none-match"] == first.value.headers["etag"]


def test_the_detail_of_a_stopped_one_has_no_letter(page: Page, stage: Stage, key: Callable[[str], int]) -> None:
    page.goto(f"{stage.front_end}/#{key(STOPPED)}")
    expect(page.locator(".closed")).to_have_text("Please do not write: stopped.")
    expect(page.locator(".letter, address")).to_have_count(0)


def test_what_is_not_there_is_told_in_the_words_of_the_api(page: Page, stage: Stage) -> None:
    page.goto(f"{stage.front_end}/#999999")
    answer = page.request.get(f"{stage.site}/api/v2/pages/999999/")
    assert answer.status == 404
    expect(page.locator("[role=alert]")).to_have_text(answer.json()["detail"])


def test_a_site_that_does_not_answer_is_told(page: Page, stage: Stage) -> None:
    page.route(f"{stage.site}/**", lambda route: route.abort())
    page.goto(stage.front_end)
    expect(page.locator("[role=alert]")).to_have_text(UNREACHABLE)


@pytest.mark.parametrize(("mode", "shown"), [("now", "open"), ("expired", "expired"), ("stopped", "stopped")])
def test_an_editor_previews_a_state_on_the_front_end(
    desk: Page, stage: Stage, key: Callable[[str], int], mode: str, shown: str
) -> None:
    desk.goto(f"{stage.site}/admin/pages/{key(OPEN)}/view_draft/?mode=front-end-{mode}")
    expect(desk.locator("[role=status]")).to_have_text("Preview. The public does not see this.")
    expect(desk.locator(".status")).to_have_text(f"903/26: {shown}")
    assert (desk.locator(".letter").count() > 0) is (shown == "open")


def test_a_preview_leaves_no_token_in_the_address(
    desk: Page, stage: Stage, key: Callable[[str], int], complaints: list[str]
) -> None:
    desk.goto(f"{stage.site}/admin/pages/{key(OPEN)}/view_draft/?mode=front-end-now")
    expect(desk.locator("article")).to_have_count(1)
    assert desk.url == f"{stage.front_end}/"
    assert complaints == []


def type_as_a_person_does(desk: Page, text: str) -> None:
    """Type into the title, a sign after the other: of one that falls into an update Wagtail's panel takes no notice."""
    title = desk.locator("#id_title")
    title.fill("")
    title.press_sequentially(text, delay=200)


def test_what_is_typed_is_previewed_on_the_front_end_at_once(
    desk: Page, stage: Stage, key: Callable[[str], int], complaints: list[str]
) -> None:
    desk.goto(f"{stage.site}/admin/pages/{key(OPEN)}/edit/")
    desk.click("button[aria-label='Toggle preview']")
    frame = desk.frame_locator("#w-preview-iframe")
    expect(frame.locator(".ua-badge")).to_have_text("Open")
    desk.select_option("#id_preview_mode", "front-end-now")
    expect(frame.locator("[role=status]")).to_have_text("Preview. The public does not see this.")
    type_as_a_person_does(desk, "Typed a moment ago")
    # The panel gives up after ten seconds on a front end that does not keep the place.
    expect(frame.locator("article h1")).to_have_text("Typed a moment ago", timeout=8_000)
    answer = desk.request.get(f"{stage.site}/api/v2/pages/{key(OPEN)}/").json()
    assert answer["title"] != "Typed a moment ago"
    assert complaints == []


def wait_for_the_last_update(desk: Page) -> None:
    """Wait until the panel shows the same document for a second: after a change of mode it may load it twice."""
    body = desk.frame_locator("#w-preview-iframe").locator("body")
    for _ in range(10):
        body.evaluate("() => { window.isStillThere = true }")
        desk.wait_for_timeout(1000)
        if body.evaluate("() => window.isStillThere"):
            return
    raise AssertionError("The panel goes on loading.")


def test_the_place_is_kept_while_the_editor_types(desk: Page, stage: Stage, key: Callable[[str], int]) -> None:
    desk.goto(f"{stage.site}/admin/pages/{key(OPEN)}/edit/")
    desk.click("button[aria-label='Toggle preview']")
    frame = desk.frame_locator("#w-preview-iframe")
    expect(frame.locator(".ua-badge")).to_have_text("Open")
    desk.select_option("#id_preview_mode", "front-end-now")
    # The first change of mode leaves the site's own page, whose place says nothing here.
    expect(frame.locator("[role=status]")).to_be_visible()
    wait_for_the_last_update(desk)
    frame.locator("body").evaluate("() => scrollTo(0, 200)")
    type_as_a_person_does(desk, "Typed while reading")
    expect(frame.locator("article h1")).to_have_text("Typed while reading", timeout=8_000)
    assert frame.locator("body").evaluate("() => scrollY") == 200


def test_a_token_that_opens_nothing_is_told_in_the_words_of_the_api(page: Page, stage: Stage) -> None:
    page.goto(preview_at(stage.front_end, "nonsense"))
    expect(page.locator("[role=alert]")).to_have_text(REFUSED)
    assert page.url == f"{stage.front_end}/"


def test_a_site_that_is_not_the_front_end_reads_no_preview(
    desk: Page, stage: Stage, key: Callable[[str], int], complaints: list[str]
) -> None:
    leaked = token(desk, stage, key(OPEN))
    desk.goto(preview_at(stage.stranger, leaked))
    expect(desk.locator("[role=alert]")).to_have_text(UNREACHABLE)
    assert [said for said in complaints if "has been blocked by CORS policy" in said] != []
    desk.goto(preview_at(stage.front_end, leaked))
    expect(desk.locator("article")).to_have_count(1)


def test_the_log_of_the_site_holds_no_token(desk: Page, stage: Stage, key: Callable[[str], int]) -> None:
    given = token(desk, stage, key(OPEN))
    desk.goto(preview_at(stage.front_end, given))
    expect(desk.locator("article")).to_have_count(1)
    log = stage.log.read_text(encoding="utf-8")
    assert "GET /api/v2/page_preview/?content_type=urgent_actions.urgentactionpage HTTP/1.1" in log
    assert given.split(":", maxsplit=1)[0] not in log
