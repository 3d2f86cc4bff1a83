"""API v3 for readers without a token: nothing of what is hidden, however it is asked for."""

import pytest
from django.test import Client

from tests.api import test_leaks
from tests.api.canaries import CANARY
from tests.api.test_leaks import INDEX_TYPE, TYPE, Planted, fetched

pytestmark = test_leaks.pytestmark

planted = test_leaks.planted

RELATIONS = ("child_of", "descendant_of", "ancestor_of", "translation_of")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?limit=20&offset=10",
        f"?type={TYPE}",
        f"?type={TYPE}&locale=es",
        f"?type={TYPE}&order=-title",
        f"?type={TYPE}&type={INDEX_TYPE}",
        "?order=random",
        "?child_of=root",
        "?descendant_of=root",
        "?translation_of=root",
        "?site=localhost",
        "?search=title",
        f"?type={TYPE}&search=person",
    ],
)
def test_no_list_tells_of_what_is_hidden(planted: Planted, client: Client, query: str) -> None:
    assert fetched(client, f"/api/v3/pages/{query}").status_code == 200


@pytest.mark.parametrize("words", [CANARY, f"{CANARY}draftfirst", f"{CANARY} concern", f"{CANARY}scheduledontop title"])
def test_a_search_for_hidden_words_finds_nothing(planted: Planted, client: Client, words: str) -> None:
    assert client.get("/api/v3/pages/", {"search": words}).json() == {"items": [], "count": 0}


@pytest.mark.parametrize("column", ["title", "slug", "seo_title"])
def test_a_filter_does_not_confirm_a_guess(planted: Planted, client: Client, column: str) -> None:
    for page in planted.gone:
        asked = {column: getattr(page, column) or CANARY}
        assert client.get("/api/v3/pages/", asked).json() == {"items": [], "count": 0}


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_hidden_page_is_no_starting_point(planted: Planted, client: Client, relation: str) -> None:
    nobody = client.get("/api/v3/pages/", {relation: 999_999})
    assert nobody.status_code == 422
    for page in planted.gone:
        answer = fetched(client, f"/api/v3/pages/?{relation}={page.pk}")
        assert (answer.status_code, answer.content) == (422, nobody.content)


@pytest.mark.parametrize("rich_text_format", ["", "?rich_text_format=html", "?rich_text_format=markdown"])
def test_a_live_page_says_nothing_of_its_hidden_neighbours(
    planted: Planted, client: Client, rich_text_format: str
) -> None:
    for page in [planted.home, planted.index, *planted.live]:
        assert page is not None
        assert fetched(client, f"/api/v3/pages/{page.pk}/{rich_text_format}").status_code == 200


def test_a_hidden_page_answers_as_if_it_were_not_there(planted: Planted, client: Client) -> None:
    nobody = client.get("/api/v3/pages/999999/")
    for page in planted.gone:
        answer = fetched(client, f"/api/v3/pages/{page.pk}/")
        assert (answer.status_code, answer.content) == (404, nobody.content)


def test_a_hidden_page_is_not_found_by_id_or_address(planted: Planted, client: Client) -> None:
    nobody = client.get("/api/v3/pages/find/?id=999999")
    for page in planted.gone:
        path = "/".join(page.url_path.split("/")[2:])
        for query in (f"id={page.pk}", f"html_path={path}"):
            answer = fetched(client, f"/api/v3/pages/find/?{query}")
            assert (answer.status_code, answer.content) == (404, nobody.content)


@pytest.mark.parametrize("path", ["images/", "documents/", "snippets/urgent_actions.Official/"])
def test_no_other_list_tells_anything(planted: Planted, client: Client, path: str) -> None:
    assert fetched(client, f"/api/v3/{path}").status_code == 401
