"""What is told of an urgent action in its other languages."""

from typing import Any

import pytest
import time_machine as travel

from tests import factories
from tests.publishing.read import read
from tests.publishing.standing import stand
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.public import representation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(time_machine: travel.TimeMachineFixture) -> None:
    time_machine.move_to(factories.NOW, tick=False)


def in_two_languages(status: str = "") -> tuple[UrgentActionPage, UrgentActionPage]:
    source = factories.published()
    spanish = factories.translated(source)
    if status:
        stand(spanish, source=source, status=status)
    return source, spanish


def told(page: Any) -> list[dict[str, Any]]:
    detail = read(page)
    assert detail is not None
    found: list[dict[str, Any]] = detail["translations"]
    return found


def test_each_version_names_the_others_in_its_own_language() -> None:
    source, spanish = in_two_languages()
    assert [each["language_name"] for each in (*told(source), *told(spanish))] == ["Spanish", "inglés"]


def test_a_version_says_where_the_api_has_it() -> None:
    source, spanish = in_two_languages()
    assert [each["api_url"] for each in told(source)] == [f"/api/urgent-actions/v1/{spanish.pk}/"]


def test_a_version_says_how_far_its_translation_has_come() -> None:
    source, _ = in_two_languages("outdated")
    assert [(each["status"], each["percent"], each["updated"]) for each in told(source)] == [
        ("outdated", 80, "2026-06-02T00:00:00+00:00")
    ]


def test_the_original_is_complete_and_was_updated_when_it_was_last_published() -> None:
    _, spanish = in_two_languages("partial")
    assert [(each["status"], each["percent"], each["updated"]) for each in told(spanish)] == [
        ("complete", 100, factories.NOW.isoformat())
    ]


def test_a_translation_that_is_behind_names_its_original() -> None:
    source, spanish = in_two_languages("letter_withheld")
    detail = read(spanish)
    assert detail is not None
    assert (detail["take_action"]["reason"], detail["take_action"]["original"]["id"]) == (
        "translation_outdated",
        source.pk,
    )


def test_the_original_goes_on_while_its_translation_is_behind() -> None:
    source, _ = in_two_languages("letter_withheld")
    detail = read(source)
    assert detail is not None
    assert detail["take_action"]["letters_available"] is True


def test_a_draft_names_the_versions_that_are_public() -> None:
    source, spanish = in_two_languages("partial")
    draft = source.get_latest_revision_as_object()
    shown = representation(draft, moment=factories.NOW)
    assert shown["translations"] == told(source)
    assert [each["id"] for each in shown["translations"]] == [spanish.pk]
