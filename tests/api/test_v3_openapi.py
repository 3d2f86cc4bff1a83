"""API v3 documents the urgent action with its types, section by section and fact by fact."""

from typing import Any

import pytest
from django.test import Client

from urgent_actions.representation import FIELDS


@pytest.fixture
def documented(client: Client) -> dict[str, Any]:
    """Return the schemas of the OpenAPI document by name."""
    schemas: dict[str, Any] = client.get("/api/v3/openapi.json").json()["components"]["schemas"]
    return schemas


def of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def kinds(documented: dict[str, Any], name: str) -> list[Any]:
    """Return the forms that a field may have, beside null: Wagtail lets every field with a serializer be null."""
    forms = documented["UrgentActionPageSchema"]["properties"][name]["anyOf"]
    assert forms[-1] == {"type": "null"}
    return forms[:-1]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("summary", of("Summary")),
        ("targets", of("Targets")),
        ("sample_letter", of("SampleLetter")),
        ("additional_information", of("AdditionalInformation")),
        ("status", of("Status")),
        ("language", of("PageLanguage")),
        ("countries", {"type": "array", "items": of("Country")}),
        ("concerns", {"type": "array", "items": {"type": "string"}}),
        ("issued_on", {"type": "string", "format": "date"}),
        ("deadline", {"type": "string", "format": "date"}),
        ("persons", {"type": "array", "items": of("Person")}),
        ("take_action", of("TakeAction")),
        ("preferred_languages", {"type": "array", "items": of("Language")}),
        ("own_language_welcome", {"type": "boolean"}),
        ("stopped", of("Stop")),
        ("chain", of("Chain")),
        ("translation", of("Translation")),
        ("translations", {"type": "array", "items": of("Version")}),
        ("image", of("Picture")),
    ],
)
def test_a_field_has_its_type(documented: dict[str, Any], name: str, form: dict[str, Any]) -> None:
    assert kinds(documented, name) == [form]


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_may_be_anything(documented: dict[str, Any], name: str) -> None:
    assert [bool(form.keys() & {"$ref", "type"}) for form in kinds(documented, name)] == [True]


@pytest.mark.parametrize(
    ("section", "blocks"),
    [
        ("Summary", ["Paragraph"]),
        ("Targets", ["NoteToWriters", "TargetBlock", "CopyToBlock"]),
        ("SampleLetter", ["LetterParagraph", "AsksBlock", "SignOff", "Postscript"]),
        ("AdditionalInformation", ["Heading", "Paragraph", "QuoteBlock"]),
    ],
)
def test_a_section_is_a_list_of_its_blocks(documented: dict[str, Any], section: str, blocks: list[str]) -> None:
    items = documented[section]["items"]
    assert (documented[section]["type"], items.get("oneOf", [items])) == ("array", [of(block) for block in blocks])


@pytest.mark.parametrize("name", ["TargetBlock", "Target", "Mission", "Person", "Card", "TakeAction"])
def test_an_object_has_no_other_keys(documented: dict[str, Any], name: str) -> None:
    assert documented[name]["additionalProperties"] is False


def test_the_status_is_one_of_five(documented: dict[str, Any]) -> None:
    assert documented["Status"]["enum"] == ["open", "expiring", "expired", "superseded", "stopped"]


def test_the_introduction_of_an_index_is_text(documented: dict[str, Any]) -> None:
    form = documented["UrgentActionIndexPageSchema"]["properties"]["introduction"]
    assert form["anyOf"] == [{"type": "string"}, {"type": "null"}]
