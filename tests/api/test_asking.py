"""The page API: how to ask, and what bad questions get."""

from datetime import date

import pytest
from django.test import Client

from tests import factories
from tests.api.conftest import Get
from tests.api.situations import complete
from urgent_actions.models import Official
from urgent_actions.representation import FIELDS

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"


def test_the_list_names_pages_briefly(get: Get) -> None:
    complete()
    item = get("pages/", type=TYPE)["items"][0]
    assert sorted(item) == ["id", "meta", "title"]


def test_the_list_has_all_fields_on_demand(get: Get) -> None:
    page = complete()
    item = get("pages/", type=TYPE, fields="*")["items"][0]
    detail = get(f"pages/{page.pk}/")
    assert {name: item[name] for name in FIELDS} == {name: detail[name] for name in FIELDS}


def test_the_list_has_single_fields_on_demand(get: Get) -> None:
    complete()
    item = get("pages/", type=TYPE, fields="_,ua_number,status")["items"][0]
    assert item == {"ua_number": "44/26", "status": "open"}


@pytest.mark.parametrize("typed", ["44/26", "44.26", "UA 44/26", "UA: 44.26", "ua-44-26", " 044 / 26 "])
def test_any_form_of_a_ua_number_finds_it(get: Get, typed: str) -> None:
    page = complete()
    factories.published()
    assert [item["id"] for item in get("pages/", type=TYPE, ua_number=typed)["items"]] == [page.pk]


def test_a_deadline_finds_what_ends_on_that_day(get: Get) -> None:
    page = complete(deadline=date(2026, 7, 1))
    factories.published()
    assert [item["id"] for item in get("pages/", type=TYPE, deadline="2026-07-01")["items"]] == [page.pk]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("ua_number", "forty-four"),
        ("index_number", "XYZ 1/2/3"),
        ("deadline", "soon"),
        ("deadline", "2026-02-30"),
        ("deadline", ""),
        ("writer_safety_notice", "perhaps"),
        ("issued_on", "01.06.2026"),
        ("ordinal", "second"),
        ("ordinal", ""),
        ("post_suspended", "perhaps"),
        ("show_in_menus", "perhaps"),
        ("first_published_at", "yesterday"),
        ("title", "\x00"),
        ("id", "one"),
        ("limit", "all"),
        ("offset", "far"),
        ("child_of", "x"),
        ("descendant_of", "x"),
        ("ancestor_of", "x"),
        ("translation_of", "x"),
        ("site", "nowhere.example.org:x"),
    ],
)
def test_a_bad_value_is_refused_and_the_parameter_is_named(get: Get, parameter: str, value: str) -> None:
    complete()
    answer = get("pages/", expect=400, type=TYPE, **{parameter: value})
    assert parameter in answer["message"]


@pytest.mark.parametrize(
    "parameter", ["colour", "chain", "path", "draft_title", "expire_at", "owner", "pk", "title__icontains"]
)
def test_an_unknown_parameter_is_refused_and_named(get: Get, parameter: str) -> None:
    complete()
    message = f"query parameter is not an operation or a recognised field: {parameter}"
    assert get("pages/", expect=400, type=TYPE, **{parameter: "x"}) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": message,
        "parameter": parameter,
        "message": message,
    }


@pytest.mark.parametrize(
    "relation", ["persons", "concerns", "image", "country_items", "alias_of", "parent", "summary", "targets", "chain"]
)
def test_a_relation_is_no_filter(get: Get, relation: str) -> None:
    complete()
    assert relation in get("pages/", expect=400, type=TYPE, **{relation: "1"})["message"]


@pytest.mark.parametrize("fields", ["nothing", "parent(*)", "chain(*)", "targets(*)", "fields(", "alias_of", "*(*)"])
def test_fields_that_are_not_there_are_refused(get: Get, fields: str) -> None:
    page = complete()
    get(f"pages/{page.pk}/", expect=400, fields=fields)
    get("pages/", expect=400, type=TYPE, fields=fields)


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
@pytest.mark.parametrize(("parameter", "value"), [("site", "nowhere.example.org:x"), ("colour", "red"), ("id", "one")])
def test_every_endpoint_refuses_bad_parameters(get: Get, endpoint: str, parameter: str, value: str) -> None:
    assert "message" in get(f"{endpoint}/", expect=400, **{parameter: value})


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
def test_finding_by_what_is_no_id_is_refused(get: Get, endpoint: str) -> None:
    assert "id" in get(f"{endpoint}/find/", expect=400, id="one")["message"]


@pytest.mark.parametrize("order", ["deadline", "ua_number", "title", "ordinal", "-first_published_at"])
def test_columns_order_the_list(get: Get, order: str) -> None:
    complete()
    factories.published()
    assert get("pages/", type=TYPE, order=order)["meta"]["total_count"] == 2


def test_the_nearest_deadline_comes_first_on_demand(get: Get) -> None:
    later = complete(deadline=date(2026, 9, 1))
    sooner = factories.published(deadline=date(2026, 7, 1))
    assert [item["id"] for item in get("pages/", type=TYPE, order="deadline")["items"]] == [sooner.pk, later.pk]
    assert [item["id"] for item in get("pages/", type=TYPE, order="-deadline")["items"]] == [later.pk, sooner.pk]


@pytest.mark.parametrize("order", ["status", "chain", "persons", "path", "--title", "title,random", "-"])
def test_what_is_no_column_orders_nothing(get: Get, order: str) -> None:
    complete()
    assert "order" in get("pages/", expect=400, type=TYPE, order=order)["message"]


@pytest.mark.parametrize("words", ["teacher", "44/26", "Sample Person", "AMR 37/0001/2026", "teaches"])
def test_a_search_finds_the_public_words(get: Get, words: str) -> None:
    page = complete()
    factories.published(
        title="Another", slug="another", summary=[("paragraph", "<p>Nothing.</p>")], persons=[{"name": "X"}]
    )
    found = [item["id"] for item in get("pages/", search=words, type=TYPE)["items"]]
    assert found == [page.pk]


def test_children_of_an_index_are_found(get: Get) -> None:
    page = complete()
    factories.published(parent=factories.index_page(slug="elsewhere"))
    index = page.get_parent()
    assert [item["id"] for item in get("pages/", child_of=index.pk)["items"]] == [page.pk]


def test_descendants_of_the_root_are_found(get: Get) -> None:
    page = complete()
    assert [item["id"] for item in get("pages/", descendant_of="root")["items"]] == [page.get_parent().pk, page.pk]


def test_ancestors_are_found(get: Get) -> None:
    page = complete()
    home, index = page.get_ancestors().filter(depth__gte=2)
    assert [item["id"] for item in get("pages/", ancestor_of=page.pk)["items"]] == [home.pk, index.pk]


def test_one_language_is_found(get: Get) -> None:
    complete()
    targets = [("target", {"official": arabic(), "priority": 1})]
    page = factories.published(parent=factories.index_page(language="ar"), targets=targets)
    assert [item["id"] for item in get("pages/", type=TYPE, locale="ar")["items"]] == [page.pk]


@pytest.mark.parametrize("name", ["locale", "fallback"])
def test_an_unknown_language_is_refused_and_named(get: Get, name: str) -> None:
    answer = get("pages/", expect=400, **{"locale": "es", name: "xx"})
    assert answer["parameter"] == name
    assert answer["message"].startswith(f"{name}: “xx” is no language of this site, which has ar, en,")


def test_translations_of_a_page_are_found_and_named_in_it(get: Get) -> None:
    page = complete()
    there = factories.translated(page, language="ar")
    assert [item["id"] for item in get("pages/", translation_of=page.pk)["items"]] == [there.pk]
    assert [card["id"] for card in get(f"pages/{page.pk}/")["translations"]] == [there.pk]


def arabic() -> Official:
    return factories.official(salutations={"ar": "معالي الوزيرة،"})


def test_an_address_finds_the_page(get: Get, client: Client) -> None:
    page = complete()
    response = client.get("/api/v2/pages/find/", {"html_path": "/urgent-actions/teacher-threatened/"})
    assert (response.status_code, response["Location"]) == (302, f"http://localhost/api/v2/pages/{page.pk}/?")


@pytest.mark.parametrize(
    "path",
    ["pages/999999/", "images/999999/", "documents/999999/", "pages/find/", "nothing/", "pages/x/", "a%0Ab/"],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_not_there_is_a_404_in_json(client: Client, path: str, language: str) -> None:
    response = client.get(f"/api/v2/{path}", headers={"accept-language": language})
    told = {name: response.json()[name] for name in ("type", "title", "status")}
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert told == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_what_is_not_there_is_a_404_for_a_browser_too(client: Client) -> None:
    assert client.get("/api/v2/pages/999999/", headers={"accept": "text/html"}).status_code == 404


def test_a_page_without_its_language_prefix_still_leads_to_the_page(client: Client) -> None:
    complete()
    response = client.get("/urgent-actions/teacher-threatened/", headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/urgent-actions/teacher-threatened/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_api_only_reads(client: Client, method: str) -> None:
    assert getattr(client, method)(f"/api/v2/pages/{complete().pk}/").status_code == 405


@pytest.mark.parametrize("yes", ["true", "1"])
def test_yes_and_no_are_filters_in_either_form(get: Get, yes: str) -> None:
    page = factories.published(writer_safety_notice=True)
    factories.published()
    found = get("pages/", type=TYPE, writer_safety_notice=yes)["items"]
    assert [item["id"] for item in found] == [page.pk]


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("offset", "9" * 30),
        ("limit", "9" * 30),
        ("search", "word " * 3_000),
        ("search", "a\x00b"),
        ("search_operator", "x"),
    ],
    ids=["offset", "limit", "long search", "null character", "operator"],
)
def test_what_no_search_can_take_is_refused_by_name(get: Get, endpoint: str, parameter: str, value: str) -> None:
    asked = {"search": "word", parameter: value}
    assert get(f"{endpoint}/", expect=400, **asked)["message"].startswith(parameter)


@pytest.mark.parametrize(
    ("name", "value"),
    [("search", 'a "quoted word'), ("search", "a\x1fword"), ("first_published_at", "0001-01-01T00:00:00+14:00")],
)
def test_what_some_database_cannot_take_is_refused_by_name(client: Client, name: str, value: str) -> None:
    answer = client.get("/api/v2/pages/", {name: value})
    assert (answer.status_code, answer.json()["parameter"]) == (400, name)
