"""Linked data: what machines are told, and what they are not."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.representation.test_represent import WHOLE, card, shown
from urgent_actions.representation import Picture, Version, linked_data
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import UrgentAction

URL = "https://example.org/1/"


def linked(answer: dict[str, Any], **fields: Any) -> dict[str, Any] | None:
    return linked_data(answer, title="Title", url=URL, publisher={"name": "Section"}, **fields)


@pytest.mark.parametrize("status", [Status.OPEN, Status.EXPIRING, Status.EXPIRED, Status.SUPERSEDED])
def test_it_says_the_status(status: Status) -> None:
    found = linked(shown(status=status))
    assert found is not None
    assert (found["creativeWorkStatus"], found["expires"]) == (status.value, "2026-12-31")


def test_there_is_none_of_a_stopped_one() -> None:
    assert linked(shown(status=Status.STOPPED)) is None


def test_what_is_not_known_is_left_out() -> None:
    assert linked(shown(UrgentAction(language="en"), report_url="")) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "url": URL,
        "mainEntityOfPage": URL,
        "headline": "Title",
        "inLanguage": "en",
        "creativeWorkStatus": "open",
        "publisher": {"@type": "Organization", "name": "Section"},
        "isAccessibleForFree": True,
    }


def test_without_an_issue_date_the_publication_counts() -> None:
    found = linked(shown(UrgentAction(language="en")), published_at=datetime(2026, 6, 2, tzinfo=UTC).isoformat())
    assert found is not None
    assert found["datePublished"] == "2026-06-02T00:00:00+00:00"


def test_a_picture_is_an_image_of_its_size() -> None:
    picture = Picture(url="https://example.org/p.jpg", width=120, height=80, alt="A portrait")
    found = linked(shown(image=picture))
    assert found is not None
    assert found["image"] == {"@type": "ImageObject", "url": "https://example.org/p.jpg", "width": 120, "height": 80}


def test_translations_are_named() -> None:
    found = linked(shown(translations=[Version(**asdict(card(7, language="es")))]))
    assert found is not None
    assert found["workTranslation"] == [
        {"@type": "Article", "url": "https://example.org/7/", "headline": "Number 7", "inLanguage": "es"}
    ]


def test_no_official_and_no_letter_is_in_it() -> None:
    text = str(linked(shown(WHOLE)))
    assert [word for word in ("Minister", "minister", "Embassy", "I ask:", "Write to both") if word in text] == []
