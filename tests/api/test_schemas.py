"""The types of the representation: they say of it neither too little nor too much."""

import io
from collections.abc import Callable
from typing import Any, get_args

import pytest
import time_machine as travel
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from pydantic import ValidationError
from pytest_django import DjangoDbBlocker
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.demo.load import load_demo
from tests import factories
from tests.api.conftest import Get
from tests.api.situations import SITUATIONS, complete, right_to_left
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.public import representation
from urgent_actions.representation import FIELDS
from urgent_actions.representation import Card as CardData
from urgent_actions.representation import Picture as PictureData
from urgent_actions.representation.listing import listing
from urgent_actions.representation.schemas import Card, Channel, Listing, Mission, Picture, Reason, Representation
from urgent_actions.representation.whole import NO_TARGET, TRANSLATION_OUTDATED
from urgent_actions.rules.status import ALLOWANCES
from urgent_actions.urgent_action import ContactKind

pytestmark = pytest.mark.django_db

OF_WAGTAIL = ("id", "meta", "title")
EVERY_SITUATION = {**SITUATIONS, "right_to_left": right_to_left}


def facts(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name not in OF_WAGTAIL}


def read_and_written(answer: dict[str, Any], *, by_alias: bool = False) -> dict[str, Any]:
    return Representation.model_validate(answer).model_dump(mode="json", by_alias=by_alias)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[dict[str, Any]]:
    """Return what the page API says of each urgent action of the demo site."""
    with django_db_blocker.unblock(), travel.travel(factories.NOW, tick=False), transaction.atomic():
        cache.clear()
        load_demo(io.StringIO())
        pages = UrgentActionPage.objects.published(moment=factories.NOW).values_list("pk", flat=True)
        answers = [Client().get(f"/api/v2/pages/{pk}/").json() for pk in pages]
        transaction.set_rollback(True)
    cache.clear()
    return answers


@pytest.mark.parametrize("situation", EVERY_SITUATION.values(), ids=EVERY_SITUATION)
def test_an_answer_is_read_and_written_as_it_is(get: Get, situation: Callable[[], UrgentActionPage]) -> None:
    answer = facts(get(f"pages/{situation().pk}/"))
    assert read_and_written(answer) == answer


def test_every_answer_of_the_demo_is_read_and_written_as_it_is(demo: list[dict[str, Any]]) -> None:
    assert demo
    assert [read_and_written(facts(answer)) for answer in demo] == [facts(answer) for answer in demo]


@pytest.mark.parametrize("by_alias", [True, False])
def test_the_country_that_a_mission_is_in_is_written_under_its_own_name(get: Get, by_alias: bool) -> None:
    answer = read_and_written(facts(get(f"pages/{complete().pk}/")), by_alias=by_alias)
    mission = next(block["value"]["mission"] for block in answer["targets"] if block["type"] == "copy_to")
    assert (mission["of"]["code"], mission["in"]["code"], "in_" in mission) == ("HN", "US", False)


# Wagtail leaves the file that it made the rendition in to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_with_an_image_is_read_and_written_as_it_is(get: Get) -> None:
    image = get_image_model().objects.create(title="A school", file=get_test_image_file(filename="school.png"))
    answer = facts(get(f"pages/{complete(image=image).pk}/"))
    assert answer["image"]["alt"] == "Teacher threatened"
    assert read_and_written(answer) == answer


def test_the_types_are_those_of_the_fields_in_their_order() -> None:
    assert tuple(Representation.model_fields) == FIELDS


def test_a_card_has_the_type_of_a_card() -> None:
    data = CardData(id=1, title="A", ua_number="44/26", ordinal=1, language="en", url=None).as_json()
    assert Card.model_validate(data).model_dump() == data


def test_a_picture_has_the_type_of_a_picture() -> None:
    data = PictureData(url="https://example.org/a.jpg", width=1, height=2, alt="A").as_json()
    assert Picture.model_validate(data).model_dump() == data


def test_what_a_list_shows_is_read_and_written_as_it_is() -> None:
    page = complete()
    shown = listing(representation(page, moment=factories.NOW), id=page.pk, title=page.title, url=page.full_url)
    assert Listing.model_validate(shown).model_dump(mode="json") == shown


def test_the_reasons_are_all_there_are() -> None:
    closed = {status.value for status, allowed in ALLOWANCES.items() if not allowed.letters}
    assert set(get_args(Reason)) == {NO_TARGET, TRANSLATION_OUTDATED, *closed}


def test_the_channels_are_all_there_are() -> None:
    assert set(get_args(Channel)) == {"post", *ContactKind}


def spoiled(answer: dict[str, Any], where: str) -> dict[str, Any]:
    """Return the answer with a key too many in one place, such as `targets.0.value`."""
    place: Any = answer
    for step in filter(None, where.split(".")):
        place = place[int(step)] if step.isdigit() else place[step]
    place["colour"] = "red"
    return answer


@pytest.mark.parametrize(
    "where",
    [
        "",
        "language",
        "countries.0",
        "persons.0",
        "summary.0",
        "take_action",
        "targets.0",
        "targets.1.value",
        "targets.1.value.address",
        "targets.1.value.contacts.0",
        "targets.3.value.mission",
        "sample_letter.1.value",
        "additional_information.2.value",
        "chain",
        "chain.items.0",
    ],
)
def test_no_object_has_a_key_too_many(get: Get, where: str) -> None:
    answer = facts(get(f"pages/{complete().pk}/"))
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Representation.model_validate(spoiled(answer, where))


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_may_be_missing(get: Get, name: str) -> None:
    answer = facts(get(f"pages/{complete().pk}/"))
    with pytest.raises(ValidationError, match=rf"(?s){name}.*Field required"):
        Representation.model_validate({key: value for key, value in answer.items() if key != name})


def test_a_block_is_read_by_its_type() -> None:
    schema = Representation.model_json_schema(mode="serialization")["$defs"]["Targets"]
    assert schema["items"]["discriminator"] == {
        "propertyName": "type",
        "mapping": {
            "note_to_writers": "#/$defs/NoteToWriters",
            "target": "#/$defs/TargetBlock",
            "copy_to": "#/$defs/CopyToBlock",
        },
    }


def test_the_moment_of_a_stop_is_documented_as_a_moment() -> None:
    stop = Representation.model_json_schema(mode="serialization")["$defs"]["Stop"]
    assert stop["properties"]["at"] == {
        "anyOf": [{"format": "date-time", "type": "string"}, {"type": "null"}],
        "title": "At",
    }


def test_a_mission_is_documented_with_the_country_that_it_is_in() -> None:
    documented = Mission.model_json_schema(mode="serialization")
    assert documented["properties"]["in"] == {"$ref": "#/$defs/Country"}
