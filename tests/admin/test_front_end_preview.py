"""The preview on a front end, at the editor's desk: offered where there is one, and on the way to it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from wagtail.models import Site

from tests import factories
from tests.admin.desk import form_data, member, outsider, soup, words
from tests.api.previews import FRONT_END, TYPE, fetched, minted, rows, token_of
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.front_end import front_end_origins
from urgent_actions.models.previews import NoSuchPreview, opened, remove_expired

pytestmark = pytest.mark.django_db


HERE = ["", "open", "expiring", "expired", "superseded", "stopped", "letters"]


@pytest.fixture
def front_end(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END}}


@pytest.fixture
def _not_installed(front_end: None, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = apps.is_installed
    monkeypatch.setattr(apps, "is_installed", lambda name: name != "wagtail_headless_preview" and installed(name))


def of_draft(page: UrgentActionPage, client: Client, mode: str = "front-end-now") -> str:
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})["Location"]


def offered(page: UrgentActionPage) -> dict[str, str]:
    shown = soup(member("Editors").get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    return {option["value"]: words(option) for option in shown.select("#id_preview_mode option")}


@pytest.mark.usefixtures("front_end")
def test_the_editor_offers_each_state_on_the_front_end_too() -> None:
    assert list(offered(factories.draft()).items()) == [
        ("", "As it is now"),
        ("open", "Open"),
        ("expiring", "Expiring"),
        ("expired", "Expired"),
        ("superseded", "Superseded"),
        ("stopped", "Stopped"),
        ("letters", "Letters, as they are sent"),
        ("front-end-now", "Front end: As it is now"),
        ("front-end-open", "Front end: Open"),
        ("front-end-expiring", "Front end: Expiring"),
        ("front-end-expired", "Front end: Expired"),
        ("front-end-superseded", "Front end: Superseded"),
        ("front-end-stopped", "Front end: Stopped"),
    ]


@pytest.mark.usefixtures("front_end")
def test_the_plain_preview_stays_the_first() -> None:
    page = factories.draft()
    assert page.default_preview_mode == ""
    shown = soup(member("Editors").get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])))
    assert words(shown.select_one(".ua-badge")) == "Open"
    assert rows().count() == 0


@pytest.mark.parametrize("missing", [{}, {"CLIENT_URLS": {}}, {"CLIENT_URLS": None}])
def test_without_a_front_end_none_is_offered(settings: Settings, missing: dict[str, None]) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = missing
    assert list(offered(factories.draft())) == HERE


@pytest.mark.usefixtures("_not_installed")
def test_without_the_app_none_is_offered() -> None:
    assert list(offered(factories.draft())) == HERE


@pytest.mark.usefixtures("_not_installed")
def test_without_the_app_a_mode_of_the_front_end_is_the_plain_preview() -> None:
    page = factories.draft()
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    shown = soup(member("Editors").get(address, {"mode": "front-end-stopped"}))
    assert words(shown.select_one(".ua-badge")) == "Open"


def test_without_the_app_nothing_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps, "is_installed", lambda name: False)
    assert remove_expired() == 0


@pytest.mark.usefixtures("front_end")
def test_the_front_end_gets_content_type_and_token() -> None:
    page = factories.draft()
    address = urlsplit(of_draft(page, member("Editors")))
    assert (f"{address.scheme}://{address.netloc}{address.path}", address.fragment) == (f"{FRONT_END}/", "")
    query = parse_qs(address.query)
    assert (set(query), query["content_type"]) == ({"content_type", "token"}, [TYPE])
    assert fetched(query["token"][0]).json()["title"] == page.title


@pytest.mark.usefixtures("front_end")
def test_the_way_to_the_front_end_is_neither_stored_nor_told_of() -> None:
    # Without the admin around it, which keeps its own answers from caches.
    response = factories.draft().make_preview_request(None, "front-end-now")
    assert response.status_code == 302
    assert set(response["Cache-Control"].split(", ")) == {"no-store", "private"}
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.usefixtures("front_end")
def test_what_is_typed_is_previewed_on_the_front_end_before_it_is_saved() -> None:
    page, editor = factories.draft(), member("Editors")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    editor.post(address, form_data(title="Typed title"))
    answer = fetched(token_of(editor.get(address, {"mode": "front-end-stopped", "in_preview_panel": "true"}))).json()
    assert (answer["id"], answer["title"], answer["status"]) == (page.pk, "Typed title", "stopped")
    assert factories.fresh(page).title != "Typed title"


@pytest.mark.usefixtures("front_end")
def test_an_empty_draft_can_be_previewed_on_the_front_end() -> None:
    page = factories.draft(
        ua_number="", ordinal=None, deadline=None, countries=(), languages=(), persons=(), targets=[],
        summary=[], sample_letter=[], additional_information=[],
    )  # fmt: skip
    assert fetched(minted(page)).json()["persons"] == []


@pytest.mark.usefixtures("front_end")
def test_an_unknown_mode_of_the_front_end_is_shown_as_it_is_now() -> None:
    assert fetched(minted(factories.draft(), "nonsense")).json()["status"] == "open"


def test_each_site_leads_to_its_own_front_end(settings: Settings) -> None:
    site = factories.section(hostname="section.example.org")
    urls = {"section.example.org": "https://section-front.example.org", "default": FRONT_END}
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": urls}
    parent = factories.UrgentActionIndexPage(title="Section", slug="section", locale=site.root_page.locale)
    site.root_page.add_child(instance=parent)
    editor = member("Editors")
    assert of_draft(factories.draft(parent=parent), editor).startswith("https://section-front.example.org/?")
    assert of_draft(factories.draft(parent=factories.index_page()), editor).startswith(f"{FRONT_END}/?")


def test_a_site_without_a_front_end_has_no_origin(settings: Settings) -> None:
    factories.section(hostname="section.example.org")
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"section.example.org": FRONT_END}}
    assert front_end_origins() == {FRONT_END}


def test_a_site_that_is_its_own_front_end_is_named_by_a_placeholder(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "{SITE_ROOT_URL}"}}
    Site.objects.filter(is_default_site=True).update(hostname="www.example.org", port=443)
    Site.clear_site_root_paths_cache()
    assert of_draft(factories.draft(), member("Editors")).startswith("https://www.example.org/?")


def test_a_site_without_a_front_end_has_the_plain_preview(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"other.example.org": FRONT_END}}
    address = reverse("wagtailadmin_pages:view_draft", args=[factories.draft().pk])
    assert member("Editors").get(address, {"mode": "front-end-now"}).status_code == 200
    assert rows().count() == 0


@pytest.mark.usefixtures("front_end")
@pytest.mark.parametrize("view", ["view_draft", "preview_on_edit"])
def test_who_may_not_edit_gets_no_token(view: str) -> None:
    page = factories.draft()
    answer = outsider().get(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), {"mode": "front-end-now"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert rows().count() == 0


@pytest.mark.usefixtures("front_end")
def test_who_is_not_logged_in_gets_no_token() -> None:
    answer = Client().get(
        reverse("wagtailadmin_pages:view_draft", args=[factories.draft().pk]), {"mode": "front-end-now"}
    )
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))
    assert rows().count() == 0


@pytest.mark.usefixtures("front_end")
def test_a_page_that_serves_the_public_is_served_as_before() -> None:
    page = factories.published()
    answer = Client().get(page.url, {"mode": "front-end-now"})
    assert (answer.status_code, rows().count()) == (200, 0)


def test_nothing_that_is_not_signed_reaches_the_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0), pytest.raises(NoSuchPreview):  # type: ignore[operator]  # a fixture
        opened("nonsense", content_type=TYPE)
