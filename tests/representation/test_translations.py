"""What the public reads of a translation, and of the other languages of an urgent action."""

from typing import Any

import pytest

from tests.representation.test_represent import WHOLE, shown
from urgent_actions.representation import Version, content
from urgent_actions.representation import shown as shown_of
from urgent_actions.rules.chain import chain
from urgent_actions.rules.status import Status

SOURCE = Version(
    id=9,
    title="Lehrerin bedroht",
    ua_number="44/26",
    ordinal=1,
    language="de",
    url="https://example.org/9/",
    api_url="/api/9/",
    updated="2026-06-01T00:00:00+00:00",
)
MAY_WRITE = (Status.OPEN, Status.EXPIRING)


def standing(status: str = "letter_withheld") -> dict[str, Any]:
    return {
        "status": status,
        "percent": 80,
        "updated": "2026-06-02T00:00:00+00:00",
        "reasons": ["deadline"],
        "source": 9,
    }


def translated(status: str = "letter_withheld", *, seen: Status = Status.OPEN, **fields: Any) -> dict[str, Any]:
    return shown(WHOLE, status=seen, **{"translation": standing(status), "translations": [SOURCE], **fields})


def test_another_language_is_named_in_the_language_of_the_page_and_says_how_far_it_is() -> None:
    assert shown(translations=[SOURCE])["translations"] == [
        {
            "id": 9,
            "title": "Lehrerin bedroht",
            "ua_number": "44/26",
            "ordinal": 1,
            "language": "de",
            "url": "https://example.org/9/",
            "language_name": "German",
            "api_url": "/api/9/",
            "status": "complete",
            "percent": 100,
            "updated": "2026-06-01T00:00:00+00:00",
        }
    ]


def test_an_original_is_no_translation() -> None:
    assert shown(translations=[SOURCE])["translation"] is None


@pytest.mark.parametrize("status", ["complete", "partial", "outdated", "letter_withheld"])
def test_a_translation_says_how_it_stands_to_its_original(status: str) -> None:
    assert translated(status)["translation"] == standing(status)


def test_an_original_that_is_not_public_is_not_named() -> None:
    answer = translated(translations=[])
    assert (answer["translation"]["source"], answer["take_action"]["original"]) == (None, None)


@pytest.mark.parametrize("seen", MAY_WRITE)
def test_a_letter_behind_the_original_is_not_handed_out_and_the_original_is_named(seen: Status) -> None:
    assert translated(seen=seen)["take_action"] == {
        "letters_available": False,
        "reason": "translation_outdated",
        "latest": None,
        "original": SOURCE.as_json(),
        "channels": [],
        "report_url": None,
    }


@pytest.mark.parametrize("status", ["complete", "partial", "outdated"])
def test_prose_behind_the_original_withholds_nothing(status: str) -> None:
    answer = translated(status)
    assert answer["take_action"] == shown()["take_action"]
    assert (answer["sample_letter"], answer["targets"]) == (shown()["sample_letter"], shown()["targets"])


@pytest.mark.parametrize("seen", Status)
def test_a_letter_behind_the_original_is_not_even_text_to_read(seen: Status) -> None:
    assert translated(seen=seen)["sample_letter"] is None


@pytest.mark.parametrize("seen", MAY_WRITE)
def test_nobody_is_reached_from_a_translation_that_is_behind(seen: Status) -> None:
    (target,) = translated(seen=seen)["targets"]
    found = {name: target["value"][name] for name in ("name", "salutation", "note", "address", "contacts")}
    assert found == {"name": "Example Minister", "salutation": None, "note": None, "address": None, "contacts": []}


@pytest.mark.parametrize("seen", [Status.EXPIRED, Status.SUPERSEDED, Status.STOPPED])
def test_what_is_closed_is_closed_for_that_reason_in_every_language(seen: Status) -> None:
    action = translated(seen=seen)["take_action"]
    assert (action["reason"], action["original"]) == (seen.value, None)


def test_what_was_published_before_there_were_translations_is_an_original() -> None:
    known = content(WHOLE)
    del known["translation"]
    assert shown_of(known, status=Status.OPEN, case=chain([], ordinal=1))["translation"] is None
