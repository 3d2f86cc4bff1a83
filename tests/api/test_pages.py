"""The page API: what an answer holds in each status, how to ask, and what asking costs."""

import gc
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import factories
from tests.api.conftest import Get
from tests.golden import Golden
from urgent_actions.models import ConcernOnPage, MissionContact, Official, OfficialContact, UrgentActionPage
from urgent_actions.representation import FIELDS

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DETAIL = re.compile(r"/api/v2/pages/\d+/")


def stable(value: Any) -> Any:
    """Return an answer with placeholders for what differs from run to run: ids, and addresses that hold them."""
    if isinstance(value, dict):
        return {key: "<id>" if key == "id" and each is not None else stable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [stable(each) for each in value]
    return _DETAIL.sub("/api/v2/pages/<id>/", _UUID.sub("<id>", value)) if isinstance(value, str) else value


def complete(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action in which no fact is missing."""
    factories.section_settings(country="US", time_zone="America/New_York", report_url="https://example.org/report/")
    if not factories.Mission.objects.exists():
        factories.mission(of="HN", in_country="US", head_of_mission="Example Head", head_of_mission_title="Ambassador")
    first = factories.official(
        name="Example Minister",
        salutations={"en": "Dear Minister,", "es": "Señora Ministra:", "ar": "معالي الوزيرة،"},
        contacts=[("email", "minister@example.org"), ("fax", "+1 202-555-0100"), ("social", "@example_ministry")],
    )
    second = factories.official(
        name="", role="", organisation="Example Board", salutations={"en": "Dear Board,"}, contacts=[]
    )
    watcher = factories.official(name="Example Ombudsperson", role="Ombudsperson", organisation="")
    page = factories.draft(
        **{
            "title": "Teacher threatened",
            "slug": "teacher-threatened",
            "ua_number": "44/26",
            "index_number": "AMR 37/0001/2026",
            "issued_on": date(2026, 6, 1),
            "countries": ["HN", "SV"],
            "languages": ["es", "zh-Hans"],
            "persons": [
                {"name": "Sample Person", "name_in_original_script": "示例", "pronouns": "She/her"},
                {"name": "Hidden Name", "name_in_original_script": "隐名", "use_initials": True},
            ],
            "targets": [
                (
                    "target",
                    {
                        "official": second,
                        "priority": 2,
                        "note": "Only after the minister.",
                        "salutation": "Dear Board, / للمجلس،",
                    },
                ),
                ("note_to_writers", "Please write to both."),
                ("target", {"official": first, "priority": 1}),
                ("copy_to_missions", {"country": "HN", "note": "The embassy in your country."}),
                ("copy_to_official", {"official": watcher, "note": ""}),
            ],
            "sample_letter": [
                ("paragraph", "I am writing to you about Sample Person."),
                ("asks", {"introduction": "I urge you to:", "asks": ["protect her;", "find out who threatens her."]}),
                ("paragraph", "Thank you for your attention."),
            ],
            "additional_information": [
                ("heading", "Her work"),
                (
                    "paragraph",
                    '<p>She <b>teaches</b>. <a href="https://example.org/school">The school</a> is small.</p>',
                ),
                ("quote", {"text": "She taught us to read.", "source": "A former pupil"}),
            ],
            "writer_safety_notice": True,
            "previous_url": "https://example.org/documents/first/",
            **fields,
        }
    )
    page.concern_items.add(ConcernOnPage(concern=factories.concern()))
    page.save()
    page.save_revision(clean=False).publish()
    return factories.fresh(page)


def expiring() -> UrgentActionPage:
    return complete(deadline=factories.NOW.date())


def expired() -> UrgentActionPage:
    return complete(deadline=factories.NOW.date() - timedelta(days=1))


def superseded() -> UrgentActionPage:
    page = complete()
    factories.published(ua_number="44/26", ordinal=2, title="Teacher arrested", slug="teacher-arrested")
    return page


def stopped() -> UrgentActionPage:
    return complete(
        stopped_at=factories.NOW - timedelta(hours=1),
        stop_reason="Sample Person is safe.",
        persons=[
            {
                "name": "Sample Person",
                "outcome": "released",
                "outcome_on": date(2026, 6, 14),
                "outcome_source": "her lawyer",
            }
        ],
    )


def right_to_left() -> UrgentActionPage:
    return complete(parent=factories.index_page(language="ar"), title="معلمة مهددة", slug="معلمة")


SITUATIONS: dict[str, Callable[[], UrgentActionPage]] = {
    "open": complete,
    "expiring": expiring,
    "expired": expired,
    "superseded": superseded,
    "stopped": stopped,
}


def values(answer: dict[str, Any], kind: str, section: str = "targets") -> list[Any]:
    return [block["value"] for block in answer[section] if block["type"] == kind]


# What an answer holds


@pytest.mark.parametrize(("name", "situation"), [*SITUATIONS.items(), ("right-to-left", right_to_left)])
def test_the_answer_is_the_one_that_was_looked_at(
    get: Get, golden: Golden, name: str, situation: Callable[[], UrgentActionPage]
) -> None:
    golden(f"{name}.json", stable(get(f"pages/{situation().pk}/")))


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        # letter, contacts, these as a record, letters available, why not, channels
        ("open", (True, True, False, True, None, True)),
        ("expiring", (True, True, False, True, None, True)),
        ("expired", (True, True, True, False, "expired", False)),
        ("superseded", (True, True, True, False, "superseded", False)),
        ("stopped", (False, False, False, False, "stopped", False)),
    ],
)
def test_the_status_decides_what_is_shown(get: Get, status: str, shown: tuple[bool | str | None, ...]) -> None:
    answer = get(f"pages/{SITUATIONS[status]().pk}/")
    targets = values(answer, "target")
    assert answer["status"] == status
    assert shown == (
        answer["sample_letter"] is not None,
        any(target["contacts"] or target["address"] for target in targets),
        all(target["contacts_are_record"] for target in targets),
        answer["take_action"]["letters_available"],
        answer["take_action"]["reason"],
        bool(answer["take_action"]["channels"]),
    )


def test_what_is_superseded_points_to_the_latest(get: Get) -> None:
    assert get(f"pages/{superseded().pk}/")["take_action"]["latest"]["title"] == "Teacher arrested"


@pytest.mark.parametrize("status", ["open", "expiring", "expired", "stopped"])
def test_what_is_not_superseded_points_to_no_latest(get: Get, status: str) -> None:
    assert get(f"pages/{SITUATIONS[status]().pk}/")["take_action"]["latest"] is None


@pytest.mark.parametrize(
    "withheld",
    [
        "I am writing to you",
        "protect her;",
        "minister@example.org",
        "+1 202-555-0100",
        "@example_ministry",
        "1 Example Street",
        "2 Example Avenue",
        "embassy@example.org",
        "Dear Minister,",
        "Please write to both.",
        "Only after the minister.",
        "Yours sincerely,",
        "https://example.org/report/",
    ],
)
def test_nothing_to_write_with_is_in_a_stopped_one(get: Get, withheld: str) -> None:
    shown = json.dumps(get(f"pages/{complete().pk}/"), ensure_ascii=False)
    assert withheld in shown, "the open one must have it, or this proves nothing"
    UrgentActionPage.objects.update(stopped_at=factories.NOW)
    page = UrgentActionPage.objects.get()
    assert withheld not in json.dumps(get(f"pages/{page.pk}/"), ensure_ascii=False)


def test_a_stopped_one_says_when_and_why(get: Get) -> None:
    assert get(f"pages/{stopped().pk}/")["stopped"] == {
        "at": "2026-06-15T11:00:00+00:00",
        "reason": "Sample Person is safe.",
    }


@pytest.mark.parametrize("name", ["Hidden", "隐名"])
def test_the_name_of_a_person_known_by_initials_is_in_no_key(get: Get, name: str) -> None:
    assert name not in json.dumps(get(f"pages/{complete().pk}/"), ensure_ascii=False)


def test_a_person_known_by_initials_has_initials_for_a_name(get: Get) -> None:
    person = get(f"pages/{complete().pk}/")["persons"][1]
    assert (person["name"], person["name_in_original_script"], person["initials_only"]) == ("H. N.", None, True)


@pytest.mark.parametrize("words", ["Hidden", "Hidden Name", "隐名"])
def test_a_search_for_the_name_of_a_person_known_by_initials_finds_nothing(get: Get, words: str) -> None:
    complete()
    assert get("pages/", search=words)["meta"]["total_count"] == 0


def test_a_search_for_the_name_of_a_person_finds_the_page(get: Get) -> None:
    page = complete(title="Somebody", slug="somebody")
    assert [item["id"] for item in get("pages/", search="示例")["items"]] == [page.pk]


def test_a_dead_contact_does_not_appear(get: Get) -> None:
    page = complete()
    OfficialContact.objects.filter(value="minister@example.org").update(health="dead")
    MissionContact.objects.update(health="dead")
    answer = json.dumps(get(f"pages/{page.pk}/"))
    assert [value in answer for value in ("minister@example.org", "embassy@example.org", "+1 202-555-0100")] == [
        False,
        False,
        True,
    ]


def test_a_dead_address_does_not_appear(get: Get) -> None:
    page = complete()
    Official.objects.update(address_health="dead")
    answer = get(f"pages/{page.pk}/")
    assert ([target["address"] for target in values(answer, "target")], answer["take_action"]["channels"]) == (
        [None, None],
        ["email", "fax", "social"],
    )


@pytest.mark.parametrize("name", ["Example Minister", "Example Board", "Example Ombudsperson"])
def test_an_official_who_is_unpublished_later_does_not_appear_at_all(get: Get, name: str) -> None:
    page = complete()
    assert name in json.dumps(get(f"pages/{page.pk}/"))
    Official.objects.filter(name=name).update(live=False)
    Official.objects.filter(organisation=name).update(live=False)
    assert name not in json.dumps(get(f"pages/{page.pk}/"))


def test_copies_go_to_the_mission_in_the_country_of_the_section(get: Get) -> None:
    page = complete()
    factories.mission(of="HN", in_country="GB", name="Embassy in the United Kingdom")
    before = values(get(f"pages/{page.pk}/"), "copy_to")[0]["mission"]["name"]
    factories.section_settings(country="GB")
    after = values(get(f"pages/{page.pk}/"), "copy_to")[0]["mission"]["name"]
    assert (before, after) == ("Example Embassy", "Embassy in the United Kingdom")


@pytest.mark.parametrize("country", ["", "FR"])
def test_where_no_mission_is_known_the_country_is_named_alone(get: Get, country: str) -> None:
    page = complete()
    factories.section_settings(country=country)
    copy = values(get(f"pages/{page.pk}/"), "copy_to")[0]
    assert (copy["missions_of"], copy["mission"]) == ({"code": "HN", "name": "Honduras"}, None)


def test_an_unpublished_mission_is_not_known(get: Get) -> None:
    page = complete()
    factories.Mission.objects.update(live=False)
    assert values(get(f"pages/{page.pk}/"), "copy_to")[0]["mission"] is None


def test_address_lines_stay_as_written(get: Get) -> None:
    written = "  中华人民共和国\n广东省广州市\n\n起义路200号 \n510030"
    page = factories.published(targets=[("target", {"official": factories.official(address=written), "priority": 1})])
    lines = values(get(f"pages/{page.pk}/"), "target")[0]["address"]["lines"]
    assert lines == ["  中华人民共和国", "广东省广州市", "", "起义路200号", "510030"]


def test_targets_come_by_priority(get: Get) -> None:
    targets = values(get(f"pages/{complete().pk}/"), "target")
    assert [(target["priority"], target["organisation"]) for target in targets] == [
        (1, "Ministry of Examples"),
        (2, "Example Board"),
    ]


def test_every_field_of_the_representation_is_in_the_answer(get: Get) -> None:
    assert set(FIELDS) <= set(get(f"pages/{complete().pk}/"))


# Wagtail leaves the file that it made the rendition in to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_picture_is_a_rendition_on_the_site_of_the_page(get: Get) -> None:
    file = get_test_image_file(filename="one-room.png")
    image = get_image_model().objects.create(title="A school", description="A school of one room", file=file)
    page = factories.published(image=image)
    picture = get(f"pages/{page.pk}/")["image"]
    gc.collect()
    assert picture == {
        "url": "http://localhost/media/images/one-room.max-1200x1200.format-jpeg.jpegquality-75.jpg",
        "width": 640,
        "height": 480,
        "alt": "A school of one room",
    }


# How to ask


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
    "parameter", ["colour", "status", "path", "draft_title", "expire_at", "owner", "pk", "title__icontains"]
)
def test_an_unknown_parameter_is_refused_and_named(get: Get, parameter: str) -> None:
    complete()
    answer = get("pages/", expect=400, type=TYPE, **{parameter: "x"})
    assert answer == {"message": f"query parameter is not an operation or a recognised field: {parameter}"}


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


def test_an_unknown_language_is_not_found(get: Get) -> None:
    assert "Locale" in get("pages/", expect=404, locale="xx")["message"]


def test_translations_of_a_page_are_found_and_named_in_it(get: Get) -> None:
    page = complete()
    index = factories.index_page(language="ar")
    there = factories.published(
        parent=index,
        ua_number="44/26",
        translation_key=page.translation_key,
        targets=[("target", {"official": arabic(), "priority": 1})],
    )
    assert [item["id"] for item in get("pages/", translation_of=page.pk)["items"]] == [there.pk]
    assert [card["id"] for card in get(f"pages/{page.pk}/")["translations"]] == [there.pk]


def arabic() -> Official:
    return factories.official(salutations={"ar": "معالي الوزيرة،"})


def test_an_address_finds_the_page(get: Get, client: Client) -> None:
    page = complete()
    response = client.get("/api/v2/pages/find/", {"html_path": "/urgent-actions/teacher-threatened/"})
    assert (response.status_code, response["Location"]) == (302, f"http://localhost/api/v2/pages/{page.pk}/?")


@pytest.mark.parametrize(
    "path", ["pages/999999/", "images/999999/", "documents/999999/", "pages/find/", "nothing/", "pages/x/"]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_not_there_is_a_404_in_json(client: Client, path: str, language: str) -> None:
    response = client.get(f"/api/v2/{path}", headers={"accept-language": language})
    assert (response.status_code, response["Content-Type"]) == (404, "application/json")


def test_what_is_not_there_is_a_404_for_a_browser_too(client: Client) -> None:
    assert client.get("/api/v2/pages/999999/", headers={"accept": "text/html"}).status_code == 404


def test_a_page_without_its_language_prefix_still_leads_to_the_page(client: Client) -> None:
    complete()
    response = client.get("/urgent-actions/teacher-threatened/", headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/urgent-actions/teacher-threatened/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_api_only_reads(client: Client, method: str) -> None:
    assert getattr(client, method)(f"/api/v2/pages/{complete().pk}/").status_code == 405


# What asking costs


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[UrgentActionPage]:
    factories.section_settings(country="US")
    factories.mission()
    targets = [("target", {"official": factories.official(), "priority": 1}), ("copy_to_missions", {"country": "HN"})]
    return [factories.published(targets=targets) for _ in range(request.param)]


@pytest.mark.parametrize("pages", [1, 5], indirect=True)
@pytest.mark.parametrize(
    ("parameters", "queries"), [({}, 9), ({"type": TYPE}, 13), ({"type": TYPE, "search": "person"}, 13)]
)
def test_a_list_costs_the_same_for_any_number_of_pages(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage], parameters: dict[str, str], queries: int
) -> None:
    get("pages/")
    with django_assert_num_queries(queries):
        get("pages/", **parameters)


@pytest.mark.parametrize(("pages", "queries"), [(1, 24), (5, 68)], indirect=["pages"])
def test_a_list_with_all_fields_costs_so_many_queries_for_each_page(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage], queries: int
) -> None:
    get("pages/")
    with django_assert_num_queries(queries):
        get("pages/", type=TYPE, fields="*")


@pytest.mark.parametrize("pages", [1, 5], indirect=True)
def test_one_page_costs_the_same_whatever_else_there_is(
    get: Get, django_assert_num_queries: Any, pages: list[UrgentActionPage]
) -> None:
    get("pages/")
    with django_assert_num_queries(25):
        get(f"pages/{pages[0].pk}/")


@pytest.mark.parametrize("length", [1, 5])
def test_a_long_chain_costs_no_more_than_a_short_one(get: Get, django_assert_num_queries: Any, length: int) -> None:
    chain = [factories.published(ua_number="44/26", ordinal=ordinal) for ordinal in range(1, length + 1)]
    get("pages/")
    with django_assert_num_queries(23):
        get(f"pages/{chain[0].pk}/")
