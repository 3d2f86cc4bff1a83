"""What an editor types: every block and every field says what it is for."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks import Block
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin

from urgent_actions.blocks import AdditionalInformationBlock, SampleLetterBlock, SummaryBlock, TargetsBlock
from urgent_actions.models import (
    Concern,
    FormOfAddress,
    Mission,
    MissionContact,
    Official,
    OfficialContact,
    PersonAtRisk,
    SectionSettings,
    UrgentActionIndexPage,
    UrgentActionPage,
)

SECTIONS: dict[str, blocks.StreamBlock] = {
    "summary": SummaryBlock(),
    "targets": TargetsBlock(),
    "sample_letter": SampleLetterBlock(),
    "additional_information": AdditionalInformationBlock(),
}


def children(block: Block) -> Iterator[tuple[str, Block]]:
    if isinstance(block, (blocks.StreamBlock, blocks.StructBlock)):
        yield from block.child_blocks.items()
    elif isinstance(block, blocks.ListBlock):
        yield "", block.child_block


def all_blocks(block: Block, path: str) -> Iterator[tuple[str, Block]]:
    yield path, block
    for name, child in children(block):
        yield from all_blocks(child, f"{path}.{name}")


EVERY_BLOCK = dict(found for name, section in SECTIONS.items() for found in all_blocks(section, name))
CHOICES_OF_AN_EDITOR = {path: block for path, block in EVERY_BLOCK.items() if path.count(".") == 1}
LEAVES = {path: block for path, block in EVERY_BLOCK.items() if isinstance(block, blocks.FieldBlock)}


def test_these_are_the_blocks_that_an_editor_can_choose() -> None:
    assert sorted(CHOICES_OF_AN_EDITOR) == [
        "additional_information.heading",
        "additional_information.paragraph",
        "additional_information.quote",
        "sample_letter.asks",
        "sample_letter.paragraph",
        "sample_letter.postscript",
        "summary.paragraph",
        "targets.copy_to_missions",
        "targets.copy_to_official",
        "targets.note_to_writers",
        "targets.target",
    ]


@pytest.mark.parametrize("path", EVERY_BLOCK)
def test_a_block_has_a_label_in_words(path: str) -> None:
    block = EVERY_BLOCK[path]
    assert str(block.label)
    assert "_" not in str(block.label)


@pytest.mark.parametrize("path", [*SECTIONS, *CHOICES_OF_AN_EDITOR])
def test_a_section_and_what_can_be_chosen_in_it_have_an_icon(path: str) -> None:
    assert EVERY_BLOCK[path].meta.icon != Block._meta_class.icon


@pytest.mark.parametrize("path", CHOICES_OF_AN_EDITOR)
def test_what_can_be_chosen_is_described(path: str) -> None:
    assert CHOICES_OF_AN_EDITOR[path].get_description()


@pytest.mark.parametrize("path", CHOICES_OF_AN_EDITOR)
def test_what_can_be_chosen_has_a_preview(path: str) -> None:
    assert CHOICES_OF_AN_EDITOR[path].is_previewable


@pytest.mark.django_db
@pytest.mark.parametrize("path", CHOICES_OF_AN_EDITOR)
def test_a_preview_shows_the_words_of_its_example(path: str, admin_client: Any) -> None:
    block = CHOICES_OF_AN_EDITOR[path]
    shown = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()
    assert "urgent_actions/site.css" in shown
    for example in words_of(block.meta.preview_value):
        assert example in shown


def words_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for each in value.values() for text in words_of(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in words_of(each))
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("path", LEAVES)
def test_a_field_of_a_block_says_what_to_type(path: str) -> None:
    assert str(LEAVES[path].field.help_text)


def test_no_block_is_required_so_that_a_draft_may_be_empty() -> None:
    assert [name for name, section in SECTIONS.items() if section.required] == []


def test_a_letter_has_one_list_of_asks_and_one_postscript() -> None:
    counts = {"asks": {"max_num": 1}, "postscript": {"max_num": 1}}
    assert SECTIONS["sample_letter"].meta.block_counts == counts


def test_the_preview_template_is_a_whole_page() -> None:
    assert "<html" in render_to_string("urgent_actions/blocks/preview.html", {"page_title": "", "page": None})


def typed_fields(model: type[models.Model]) -> list[str]:
    """Return the names of the fields that an editor fills in."""
    inherited = {field.name for field in model._meta.get_parent_list() for field in field._meta.fields}
    inherited |= {
        field.name for mixin in (DraftStateMixin, LockableMixin, RevisionMixin) for field in mixin._meta.fields
    }
    passed = {"id", "page", "official", "mission", "site", "sort_order"}
    return [
        field.name
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.name not in inherited | passed
        and field.editable
        and not field.auto_created
        and not field.name.endswith("_ptr")
    ]


FIELDS = [
    (model, name)
    for model in (
        UrgentActionPage, UrgentActionIndexPage, PersonAtRisk, Official, OfficialContact, FormOfAddress, Mission,
        MissionContact, SectionSettings, Concern,
    )
    for name in typed_fields(model)
]  # fmt: skip


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_a_field_says_what_effect_it_has(model: type[models.Model], name: str) -> None:
    field = model._meta.get_field(name)
    assert getattr(field, "help_text", "") != ""
