"""The page API: what an answer holds in each status."""

import gc
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import factories
from tests.api.conftest import Change, Committed, Get
from tests.api.situations import SITUATIONS, complete, right_to_left, stopped, superseded
from tests.golden import Golden
from urgent_actions.models import MissionContact, Official, OfficialContact, UrgentActionPage
from urgent_actions.representation import FIELDS

pytestmark = pytest.mark.django_db

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DETAIL = re.compile(r"/api/v2/pages/\d+/")


def stable(value: Any) -> Any:
    """Return an answer with placeholders for what differs from run to run: ids, and addresses that hold them."""
    if isinstance(value, dict):
        return {key: "<id>" if key == "id" and each is not None else stable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [stable(each) for each in value]
    return _DETAIL.sub("/api/v2/pages/<id>/", _UUID.sub("<id>", value)) if isinstance(value, str) else value


def values(answer: dict[str, Any], kind: str, section: str = "targets") -> list[Any]:
    return [block["value"] for block in answer[section] if block["type"] == kind]


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
def test_nothing_to_write_with_is_in_a_stopped_one(get: Get, change: Change, withheld: str) -> None:
    page = complete()
    shown = json.dumps(get(f"pages/{page.pk}/"), ensure_ascii=False)
    assert withheld in shown, "the open one must have it, or this proves nothing"
    change([page], stopped_at=factories.NOW, stop_reason="She is safe.")
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


def test_a_dead_contact_does_not_appear(get: Get, change: Change) -> None:
    page = complete()
    change(OfficialContact.objects.filter(value="minister@example.org"), health="dead")
    change(MissionContact.objects.all(), health="dead")
    answer = json.dumps(get(f"pages/{page.pk}/"))
    assert [value in answer for value in ("minister@example.org", "embassy@example.org", "+1 202-555-0100")] == [
        False,
        False,
        True,
    ]


def test_a_dead_address_does_not_appear(get: Get, change: Change) -> None:
    page = complete()
    change(Official.objects.all(), address_health="dead")
    answer = get(f"pages/{page.pk}/")
    assert ([target["address"] for target in values(answer, "target")], answer["take_action"]["channels"]) == (
        [None, None],
        ["email", "fax", "social"],
    )


@pytest.mark.parametrize("name", ["Example Minister", "Example Board", "Example Ombudsperson"])
def test_an_official_who_is_unpublished_later_does_not_appear_at_all(get: Get, change: Change, name: str) -> None:
    page = complete()
    assert name in json.dumps(get(f"pages/{page.pk}/"))
    change(Official.objects.filter(Q(name=name) | Q(organisation=name)), live=False)
    assert name not in json.dumps(get(f"pages/{page.pk}/"))


def test_copies_go_to_the_mission_in_the_country_of_the_section(get: Get, committed: Committed) -> None:
    page = complete()
    factories.mission(of="HN", in_country="GB", name="Embassy in the United Kingdom")
    before = values(get(f"pages/{page.pk}/"), "copy_to")[0]["mission"]["name"]
    with committed():
        factories.section_settings(country="GB")
    after = values(get(f"pages/{page.pk}/"), "copy_to")[0]["mission"]["name"]
    assert (before, after) == ("Example Embassy", "Embassy in the United Kingdom")


@pytest.mark.parametrize("country", ["", "FR"])
def test_where_no_mission_is_known_the_country_is_named_alone(get: Get, committed: Committed, country: str) -> None:
    page = complete()
    with committed():
        factories.section_settings(country=country)
    copy = values(get(f"pages/{page.pk}/"), "copy_to")[0]
    assert (copy["missions_of"], copy["mission"]) == ({"code": "HN", "name": "Honduras"}, None)


def test_an_unpublished_mission_is_not_known(get: Get, change: Change) -> None:
    page = complete()
    change(factories.Mission.objects.all(), live=False)
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
