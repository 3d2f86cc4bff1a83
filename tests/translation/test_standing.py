"""When the letter of a version may be used, as the public is told it."""

from datetime import date
from typing import Any

import pytest

from tests import factories
from tests.translation.situations import change, copied, told
from urgent_actions.models import PersonAtRisk
from urgent_actions.models.versions import sources_of
from urgent_actions.publishing.verify import differences, everything

pytestmark = pytest.mark.django_db


def of(version: Any) -> tuple[str, list[str], bool]:
    """Return status, reasons, and whether letters are handed out."""
    shown = told(version)
    return shown["translation"]["status"], shown["translation"]["reasons"], shown["take_action"]["letters_available"]


def letter(*paragraphs: str, ask: str = "protect Sample Person.") -> list[Any]:
    return [
        *(("paragraph", words) for words in paragraphs),
        ("asks", {"introduction": "I urge you to:", "asks": [ask]}),
    ]


def test_a_version_that_was_just_made_is_complete() -> None:
    version = copied(factories.published())
    assert (of(version), told(version)["translation"]["percent"]) == (("complete", [], True), 100)


def test_a_source_has_no_translation_to_tell_of() -> None:
    assert told(factories.published())["translation"] is None


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"deadline": date(2027, 1, 31)}, ["deadline"]),
        ({"persons": [PersonAtRisk(name="Other Person")]}, ["persons"]),
    ],
)
def test_a_change_of_a_dangerous_fact_withholds_the_letter(fields: dict[str, Any], reasons: list[str]) -> None:
    source = factories.published()
    version = copied(source)
    change(source, **fields)
    assert of(version) == ("letter_withheld", reasons, False)


def test_a_change_of_the_targets_withholds_the_letter() -> None:
    source = factories.published()
    version = copied(source)
    change(source, targets=[("target", {"official": factories.official(name="Sample Judge"), "priority": 1})])
    assert of(version)[0::2] == ("letter_withheld", False)


@pytest.mark.parametrize(("path", "reason"), [("paragraph", "letter"), ("asks", "asks")])
def test_a_change_of_the_letter_withholds_it(path: str, reason: str) -> None:
    source = factories.published()
    version = copied(source)
    raw = source.sample_letter.get_prep_value()
    for block in raw:
        if block["type"] == path == "paragraph":
            block["value"] = "I write to you about somebody else."
        if block["type"] == path == "asks":
            block["value"]["asks"][0]["value"] = "release Sample Person."
    change(source, sample_letter=source.sample_letter.stream_block.to_python(raw))
    assert of(version) == ("letter_withheld", [reason], False)


def test_a_change_of_the_background_only_marks_the_version() -> None:
    source = factories.published()
    version = copied(source)
    raw = source.additional_information.get_prep_value()
    raw[0]["value"] = "<p>This case is still invented.</p>"
    change(source, additional_information=source.additional_information.stream_block.to_python(raw))
    assert of(version) == ("outdated", [], True)


def test_new_background_makes_a_version_partial() -> None:
    source = factories.published()
    version = copied(source)
    raw = [*source.additional_information.get_prep_value(), {"type": "paragraph", "value": "<p>New.</p>"}]
    change(source, additional_information=source.additional_information.stream_block.to_python(raw))
    assert of(version) == ("partial", [], True)


def test_a_draft_of_the_source_changes_nothing() -> None:
    source = factories.published()
    version = copied(source)
    source.deadline = date(2027, 1, 31)
    source.save_revision()
    assert (of(version)[0], factories.fresh(version).deadline) == ("complete", date(2026, 12, 31))


def test_a_text_that_is_still_the_source_s_own_is_not_translated() -> None:
    source = factories.published()
    (paragraph,) = (block.id for block in source.additional_information)
    version = copied(source, words={f"additional_information.{paragraph}": "<p>This case is invented.</p>"})
    assert of(version) == ("partial", [], True)


def test_a_letter_that_is_still_in_the_language_of_the_source_is_withheld() -> None:
    source = factories.published()
    first = next(block for block in source.sample_letter if block.block_type == "paragraph")
    version = copied(source, words={f"sample_letter.{first.id}": first.value})
    assert of(version) == ("letter_withheld", ["letter"], False)


def test_a_withheld_letter_leads_to_the_original() -> None:
    source = factories.published()
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    action = told(version)["take_action"]
    assert (action["reason"], action["original"]["id"]) == ("translation_outdated", source.pk)


def test_other_languages_are_told_how_far_a_version_has_come() -> None:
    source = factories.published()
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    (listed,) = told(source)["translations"]
    assert (listed["id"], listed["status"]) == (version.pk, "letter_withheld")


def test_a_hand_written_version_is_taken_as_made_from_the_source_of_the_day() -> None:
    source = factories.published()
    version = factories.translated(source)
    assert of(version) == ("complete", [], True)


def test_a_hand_written_version_is_withheld_once_the_source_changes() -> None:
    source = factories.published()
    version = factories.translated(source)
    change(source, sample_letter=letter("Other words."))
    assert of(version)[0::2] == ("letter_withheld", False)


def test_source_and_version_that_are_built_together_are_told_apart() -> None:
    source = factories.published()
    version = copied(source)
    found = sources_of([factories.fresh(source), factories.fresh(version)])
    assert {pk: each.pk for pk, each in found.items()} == {version.pk: source.pk}


def test_what_is_published_is_what_would_be_built_of_source_and_version() -> None:
    source = factories.published(ua_number="44/26")
    copied(source)
    factories.published(ua_number="44/26", ordinal=2)
    assert list(differences(everything(moment=factories.NOW), moment=factories.NOW)) == []
