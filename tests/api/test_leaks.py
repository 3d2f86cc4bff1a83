"""What is not public does not leak: a canary is planted in every corner of hidden pages, and looked for everywhere."""

import html
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine as travel
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from cms.home.models import HomePage
from tests import factories
from tests.api.canaries import CANARY, EARLIER, LATER, canaries, hide, picture
from tests.api.conftest import Get
from urgent_actions.models import Concern, ConcernOnPage, UrgentActionIndexPage, UrgentActionPage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files that it made renditions in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TYPE = "urgent_actions.UrgentActionPage"
INDEX_TYPE = "urgent_actions.UrgentActionIndexPage"


@dataclass
class Planted:
    """Pages that the public may see, and those that it may not."""

    live: list[UrgentActionPage] = field(default_factory=list)
    gone: list[Page] = field(default_factory=list)
    """Hidden as a whole. What is only a draft on top of a live page is among the live ones."""
    hidden_images: list[Any] = field(default_factory=list)
    hidden_documents: list[Any] = field(default_factory=list)
    index: UrgentActionIndexPage | None = None
    home: Page | None = None


HIDDEN = ("draft", "login", "password", "groups", "under_restricted", "scheduled", "expired", "unpublished")


def plant() -> Planted:
    planted = Planted()
    planted.home = home = HomePage(title="Home", slug="leaks-home", introduction="Welcome")
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    planted.index = index = factories.index_page()
    spanish = factories.index_page(language="es")
    restricted = factories.index_page(slug=f"{CANARY}-restricted-index")
    restricted.title, restricted.introduction = f"{CANARY} index", f"<p>{CANARY} introduction</p>"
    restricted.save_revision().publish()
    restricted.view_restrictions.create(restriction_type="login")
    bygone = UrgentActionIndexPage(title=f"{CANARY} bygone", slug=f"{CANARY}-bygone", expire_at=EARLIER)
    home.add_child(instance=bygone)
    planted.gone += [restricted, bygone]
    for number, how in enumerate(HIDDEN, start=1):
        key, parent = uuid.uuid4(), restricted if how == "under_restricted" else index
        case = {"ua_number": f"{number}/25"}
        others = [
            hide(factories.draft(parent=parent, **canaries(f"{how}first", ordinal=1, **case)), how),
            hide(factories.draft(parent=parent, **canaries(f"{how}third", ordinal=3, **case)), how),
        ]
        live = {"title": f"Open {number}", "slug": f"open-{number}", "ordinal": 2, "translation_key": key, **case}
        minister = factories.official(salutations={"en": "Dear Minister,", "es": "Señora Ministra:"})
        source = factories.published(parent=index, targets=[("target", {"official": minister, "priority": 1})], **live)
        # A version expires with its source.
        if how not in ("under_restricted", "expired"):
            there = canaries(f"{how}translation", ordinal=2, translation_key=key, **case)
            others.append(hide(factories.draft(parent=spanish, **there), how))
        planted.gone += others
        links = "".join(
            f'<p><a linktype="page" id="{page.pk}">A link</a></p>' for page in [restricted, bygone, *others]
        )
        source.additional_information = [("paragraph", links)]
        source.save_revision().publish()
        planted.live.append(factories.fresh(source))
    index.introduction = "".join(f'<a linktype="page" id="{page.pk}">A link</a>' for page in planted.gone)
    index.save_revision().publish()
    for how in ("draft", "scheduled"):
        page = factories.published(parent=index, title=f"Open under a {how}", slug=f"open-{how}")
        fields = canaries(f"{how}ontop")
        page.persons = [factories.PersonAtRisk(**person) for person in fields.pop("persons")]
        page.concern_items.add(ConcernOnPage(concern=Concern.objects.get(slug=f"{CANARY}-concern")))
        for name, value in fields.items():
            setattr(page, name, value)
        page.go_live_at = LATER if how == "scheduled" else None
        revision = page.save_revision(clean=False)
        if how == "scheduled":
            revision.publish()
        planted.live.append(factories.fresh(page))
    picture(f"{CANARY} image that no page shows")
    planted.hidden_images = list(get_image_model().objects.all())
    document = get_document_model().objects.create(title=f"{CANARY} document", file="documents/x.txt")
    draft = UrgentActionIndexPage(title=f"{CANARY} index", slug=f"{CANARY}-index", live=False)
    draft.introduction = f'<a linktype="document" id="{document.pk}">A document</a>'
    home.add_child(instance=draft)
    planted.gone.append(draft)
    planted.hidden_documents = [document]
    return planted


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Planted]:
    """Plant once for all tests here: they only read."""
    with django_db_blocker.unblock(), travel.travel(factories.NOW, tick=False), transaction.atomic():
        cache.clear()
        yield plant()
        transaction.set_rollback(True)
    cache.clear()


def fetched(client: Client, path: str, **headers: str) -> Any:
    """Return the answer, after making sure that no canary sings in its body or its headers."""
    response = client.get(path, headers=headers, follow=False)
    heard = html.unescape(response.content.decode(errors="replace")) + str(response.headers)
    assert CANARY not in heard.lower(), f"{path}: …{heard[max(0, heard.lower().find(CANARY) - 200) :][:400]}…"
    return response


# Lists


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?fields=*",
        "?fields=*&limit=20&offset=10",
        "?fields=_,slug,title,html_url",
        f"?type={TYPE}",
        f"?type={TYPE}&fields=*",
        f"?type={TYPE}&fields=*,image(*)",
        f"?type={TYPE}&fields=*&locale=es",
        f"?type={TYPE}&fields=*&order=-title",
        f"?type={TYPE}&fields=*&order=random",
        f"?type={TYPE},{INDEX_TYPE}&fields=*",
        f"?type={INDEX_TYPE}&fields=*",
        f"?type={INDEX_TYPE}&fields=introduction&rich_text_format=html",
        f"?type={INDEX_TYPE}&fields=introduction&rich_text_format=db_html",
        "?type=home.HomePage&fields=*",
        "?child_of=root&fields=*",
        "?descendant_of=root&fields=*",
        "?translation_of=root&fields=*",
        f"?type={TYPE}&fields=*&status=open,stopped",
        f"?type={TYPE}&fields=*&country=HN&language=es",
        f"?type={TYPE}&fields=*&concern=threats",
        f"?type={TYPE}&fields=*&ua_number=1/25",
        f"?type={TYPE}&fields=*&deadline_from=2000-01-01&deadline_to=2100-01-01",
        "?search=title&fields=*",
        "?search=summary",
        f"?type={TYPE}&search=person&fields=*",
        "?format=api",
        f"?type={TYPE}&fields=*&format=api",
    ],
)
def test_no_list_of_pages_tells_of_what_is_hidden(planted: Planted, client: Client, query: str) -> None:
    assert fetched(client, f"/api/v2/pages/{query}").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        "parent(*)",
        "chain(*)",
        "translations(*)",
        "alias_of",
        "alias_of(*)",
        "owner(*)",
        "draft_title",
        "latest_revision(*)",
        "live_revision",
        "expire_at",
        "targets(*)",
        "persons(page(*))",
        "concerns(*)",
        "*(*)",
        "*,chain(items(*))",
        "unknown",
        "translation_key",
    ],
)
def test_no_field_can_be_expanded_into_what_is_hidden(planted: Planted, client: Client, fields: str) -> None:
    statuses = {
        fetched(client, f"/api/v2/pages/{path}fields={fields}").status_code
        for path in ("?", f"?type={TYPE}&", f"{planted.live[0].pk}/?")
    }
    assert statuses == {400}


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
@pytest.mark.parametrize("words", [CANARY, f"{CANARY}draftfirst", f"{CANARY} concern", f"{CANARY}scheduledontop title"])
def test_a_search_for_hidden_words_finds_nothing(planted: Planted, get: Get, endpoint: str, words: str) -> None:
    assert get(f"{endpoint}/", search=words) == {"meta": {"total_count": 0}, "items": []}


@pytest.mark.parametrize("relation", ["child_of", "descendant_of", "ancestor_of", "translation_of"])
def test_a_hidden_page_is_no_starting_point(planted: Planted, client: Client, relation: str) -> None:
    nobody = client.get("/api/v2/pages/", {relation: 999_999})
    assert nobody.status_code == 400
    for page in planted.gone:
        answer = fetched(client, f"/api/v2/pages/?{relation}={page.pk}")
        assert (answer.status_code, answer.content) == (400, nobody.content)


@pytest.mark.parametrize("column", ["title", "slug", "seo_title"])
def test_a_filter_does_not_confirm_a_guess(planted: Planted, get: Get, column: str) -> None:
    for page in planted.gone:
        assert get("pages/", **{column: getattr(page, column) or CANARY})["meta"]["total_count"] == 0


@pytest.mark.parametrize("fields", ["image(*)", "persons(*)"])
def test_a_field_of_the_representation_stays_what_it_is(planted: Planted, client: Client, fields: str) -> None:
    for page in planted.live:
        name = fields.removesuffix("(*)")
        plain = fetched(client, f"/api/v2/pages/{page.pk}/").json()[name]
        assert fetched(client, f"/api/v2/pages/{page.pk}/?fields={fields}").json()[name] == plain


# Single pages


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_a_live_page_says_nothing_of_its_hidden_neighbours(planted: Planted, client: Client, accept: str) -> None:
    for page in planted.live:
        assert fetched(client, f"/api/v2/pages/{page.pk}/?fields=*", accept=accept).status_code == 200


def test_the_case_of_a_live_page_is_the_page_alone(planted: Planted, get: Get) -> None:
    for page in planted.live:
        answer = get(f"pages/{page.pk}/")
        assert ([card["id"] for card in answer["chain"]["items"]], answer["translations"]) == ([page.pk], [])


def test_a_hidden_neighbour_closes_nothing(planted: Planted, get: Get) -> None:
    assert {get(f"pages/{page.pk}/")["status"] for page in planted.live} == {"open"}


def test_a_hidden_page_answers_as_if_it_were_not_there(planted: Planted, client: Client) -> None:
    nobody = client.get("/api/v2/pages/999999/")
    for page in planted.gone:
        answer = fetched(client, f"/api/v2/pages/{page.pk}/?fields=*")
        assert (answer.status_code, answer.content) == (404, nobody.content)


def test_a_hidden_page_is_not_found_by_id_or_address(planted: Planted, client: Client) -> None:
    for page in planted.gone:
        path = "/".join(page.url_path.split("/")[2:])
        by_id = fetched(client, f"/api/v2/pages/find/?id={page.pk}")
        by_path = fetched(client, f"/api/v2/pages/find/?html_path={path}")
        assert (by_id.status_code, by_path.status_code) == (404, 404)


# Images and documents


@pytest.mark.parametrize("query", ["", "?fields=*", "?order=title", "?tags=x", "?fields=tags", "?format=api"])
@pytest.mark.parametrize("endpoint", ["images", "documents"])
def test_the_library_lists_nothing_that_only_hidden_pages_show(
    planted: Planted, client: Client, endpoint: str, query: str
) -> None:
    assert fetched(client, f"/api/v2/{endpoint}/{query}").status_code == 200


def test_a_hidden_image_answers_as_if_it_were_not_there(planted: Planted, client: Client) -> None:
    for image in planted.hidden_images:
        found = [
            fetched(client, f"/api/v2/images/{path}").status_code for path in (f"{image.pk}/", f"find/?id={image.pk}")
        ]
        assert found == [404, 404]


def test_a_hidden_document_answers_as_if_it_were_not_there(planted: Planted, client: Client) -> None:
    for document in planted.hidden_documents:
        paths = (f"{document.pk}/", f"find/?id={document.pk}")
        assert [fetched(client, f"/api/v2/documents/{path}").status_code for path in paths] == [404, 404]


# Web pages


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_public_web_page_tells_of_what_is_hidden(planted: Planted, client: Client, language: str) -> None:
    for page in [planted.home, planted.index, *planted.live]:
        assert page is not None
        path = page.url
        assert fetched(client, path, **{"accept-language": language}).status_code == 200, path


def test_a_hidden_web_page_shows_nothing_of_itself(planted: Planted, client: Client) -> None:
    statuses = set()
    for page in planted.gone:
        response = client.get(page.url)
        statuses.add(response.status_code)
        if response.status_code != 302:
            shown = re.sub(r"/[^\s\"'<>]*", "", response.content.decode())
            assert CANARY not in shown.lower()
    assert statuses == {200, 302, 404, 410}  # a form for the password, the way to the login, nothing, nothing any more


# API v3


def test_the_documentation_of_v3_tells_of_no_page(planted: Planted, client: Client) -> None:
    for path in ("docs/", "openapi.json"):
        fetched(client, f"/api/v3/{path}")
