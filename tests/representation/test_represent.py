"""The representation: pure functions of plain data, no database."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from urgent_actions.representation import FIELDS, Card, Picture, represent
from urgent_actions.rules.chain import Chain, chain
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactHealth,
    ContactKind,
    CopyRecipient,
    IndexNumber,
    Mission,
    Outcome,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

MAY_WRITE = (Status.OPEN, Status.EXPIRING)
RECORD = (Status.EXPIRED, Status.SUPERSEDED)
DEAD = ContactHealth.DEAD

MINISTER = Target(
    id="minister",
    name="Example Minister",
    role="Minister",
    address=Address(lines=("1 Example Street", "", "Example City"), country="HN", verified_on=date(2026, 1, 2)),
    contacts=(
        Contact(kind=ContactKind.EMAIL, value="minister@example.org", label="office"),
        Contact(kind=ContactKind.FAX, value="+1 202-555-0100", health=DEAD),
    ),
    languages=("en",),
    salutations=(("en", "Dear Minister,"), ("es", "Señora Ministra:")),
    note="Write to her first.",
)
EMBASSY = Mission(
    name="Example Embassy", of_country="HN", in_country="US", address=Address(lines=("2 Example Avenue",))
)
WHOLE = UrgentAction(
    language="en",
    headline="Teacher threatened",
    ua_number=UANumber(44, 26),
    ordinal=1,
    index_number=IndexNumber(area="AMR", country="37", serial="0001", year="2026"),
    countries=("HN",),
    concerns=("threats",),
    issued_on=date(2026, 6, 1),
    deadline=date(2026, 12, 31),
    persons=(Person(id="1", name="Sample Person", name_in_original_script="示例", pronouns="She/her"),),
    summary=(Passage(id="s", kind="paragraph", text="<p>Threatened.</p>"),),
    targets=(MINISTER,),
    notes_to_writers=("Write to both.",),
    copies_to=(CopyRecipient(id="copy", missions_of="HN", mission=EMBASSY, note="Yours."),),
    letter=SampleLetter(
        paragraphs=("Before.",), asks_introduction="I ask:", asks=("this;", "that."), closing=("After.",)
    ),
    additional_information=(
        Passage(id="h", kind="heading", text="Her work"),
        Passage(id="q", kind="quote", text="She taught us.", source="A pupil"),
    ),
    preferred_languages=("es",),
    own_language_welcome=True,
    stopped_at=datetime(2026, 6, 15, 9, tzinfo=UTC),
    stop_reason="She is safe.",
    previous_url="https://example.org/previous/",
)


def card(ordinal: int, **fields: Any) -> Card:
    url = f"https://example.org/{ordinal}/"
    return Card(
        **{
            "id": ordinal,
            "title": f"Number {ordinal}",
            "ua_number": "44/26",
            "ordinal": ordinal,
            "language": "en",
            "url": url,
            **fields,
        }
    )


def case(*ordinals: int, seen_from: int = 1) -> Chain[Card]:
    return chain([card(ordinal) for ordinal in ordinals], ordinal=seen_from)


def shown(ua: UrgentAction = WHOLE, *, status: Status = Status.OPEN, **fields: Any) -> dict[str, Any]:
    return represent(ua, status=status, **{"case": case(1), "report_url": "https://example.org/report/", **fields})


def blocks(answer: dict[str, Any], kind: str, section: str = "targets") -> list[Any]:
    return [block["value"] for block in answer[section] if block["type"] == kind]


@pytest.mark.parametrize("status", Status)
def test_the_fields_of_the_api_are_the_keys_in_every_status(status: Status) -> None:
    assert tuple(shown(status=status)) == FIELDS


def test_what_is_not_known_is_null_or_empty() -> None:
    answer = shown(UrgentAction(language="en"), case=case(), report_url="")
    assert {name: answer[name] for name in FIELDS if name not in ("status", "language")} == {
        "ua_number": None,
        "ordinal": None,
        "index_number": None,
        "countries": [],
        "concerns": [],
        "issued_on": None,
        "deadline": None,
        "persons": [],
        "summary": [],
        "take_action": {
            "letters_available": False,
            "reason": "no_target",
            "latest": None,
            "original": None,
            "channels": [],
            "report_url": None,
        },
        "targets": [],
        "sample_letter": [],
        "additional_information": [],
        "preferred_languages": [],
        "own_language_welcome": False,
        "post_suspended": False,
        "writer_safety_notice": False,
        "stopped": None,
        "previous_url": None,
        "chain": {"previous": None, "next": None, "latest": None, "items": []},
        "translation": None,
        "translations": [],
        "image": None,
    }


def test_numbers_and_dates_are_written_in_their_one_form() -> None:
    answer = shown()
    assert [answer[name] for name in ("ua_number", "index_number", "issued_on", "deadline")] == [
        "44/26",
        "AMR 37/0001/2026",
        "2026-06-01",
        "2026-12-31",
    ]


@pytest.mark.parametrize("status", MAY_WRITE)
def test_who_may_write_is_told_by_which_channels_and_where_to_report(status: Status) -> None:
    assert shown(status=status)["take_action"] == {
        "letters_available": True,
        "reason": None,
        "latest": None,
        "original": None,
        "channels": ["post", "email"],
        "report_url": "https://example.org/report/",
    }


@pytest.mark.parametrize("status", [*RECORD, Status.STOPPED])
def test_who_may_not_write_is_told_why(status: Status) -> None:
    assert shown(status=status)["take_action"] == {
        "letters_available": False,
        "reason": status.value,
        "latest": None,
        "original": None,
        "channels": [],
        "report_url": None,
    }


def test_what_is_superseded_leads_to_the_latest_and_not_to_the_next() -> None:
    answer = shown(status=Status.SUPERSEDED, case=case(1, 2, 3))
    assert answer["take_action"]["latest"] == {
        "id": 3,
        "title": "Number 3",
        "ua_number": "44/26",
        "ordinal": 3,
        "language": "en",
        "url": "https://example.org/3/",
    }


@pytest.mark.parametrize("status", [*MAY_WRITE, *RECORD])
def test_the_letter_is_text_to_read_until_a_stop(status: Status) -> None:
    assert shown(status=status)["sample_letter"] == [
        {"type": "paragraph", "value": "Before.", "id": None},
        {"type": "asks", "value": {"introduction": "I ask:", "asks": ["this;", "that."]}, "id": None},
        {"type": "paragraph", "value": "After.", "id": None},
        {"type": "sign_off", "value": "Yours sincerely,", "id": None},
    ]


def test_a_stop_withholds_the_letter() -> None:
    assert shown(status=Status.STOPPED)["sample_letter"] is None


def test_a_stop_withholds_notes_copies_and_contacts() -> None:
    assert shown(status=Status.STOPPED)["targets"] == [
        {
            "type": "target",
            "value": {
                "name": "Example Minister",
                "role": "Minister",
                "organisation": None,
                "priority": 1,
                "salutation": None,
                "salutations": {},
                "form_of_address": None,
                "languages": ["en"],
                "note": None,
                "address": None,
                "contacts": [],
                "contacts_are_record": False,
            },
            "id": "minister",
        }
    ]


def test_a_stop_says_when_and_why() -> None:
    assert shown(status=Status.STOPPED)["stopped"] == {"at": "2026-06-15T09:00:00+00:00", "reason": "She is safe."}


@pytest.mark.parametrize("status", [*MAY_WRITE, *RECORD])
def test_a_stop_that_is_to_come_is_not_told(status: Status) -> None:
    assert shown(status=status)["stopped"] is None


@pytest.mark.parametrize(("status", "record"), [(s, s in RECORD) for s in Status])
def test_contacts_of_a_closed_one_are_marked_as_record(status: Status, record: bool) -> None:
    assert [target["contacts_are_record"] for target in blocks(shown(status=status), "target")] == [record]


def test_a_target_is_an_object() -> None:
    assert blocks(shown(), "target") == [
        {
            "name": "Example Minister",
            "role": "Minister",
            "organisation": None,
            "priority": 1,
            "salutation": "Dear Minister,",
            "salutations": {"en": "Dear Minister,", "es": "Señora Ministra:"},
            "form_of_address": "formal",
            "languages": ["en"],
            "note": "Write to her first.",
            "address": {
                "lines": ["1 Example Street", "", "Example City"],
                "country": {"code": "HN", "name": "Honduras"},
                "verified_on": "2026-01-02",
            },
            "contacts": [
                {
                    "kind": "email",
                    "value": "minister@example.org",
                    "platform": None,
                    "label": "office",
                    "verified_on": None,
                }
            ],
            "contacts_are_record": False,
        }
    ]


def test_a_dead_address_is_none() -> None:
    target = Target(id="t", name="X", address=Address(lines=("1 Example Street",), health=DEAD))
    assert blocks(shown(UrgentAction(language="en", targets=(target,))), "target")[0]["address"] is None


def test_suspended_post_is_no_channel() -> None:
    ua = UrgentAction(language="en", targets=(MINISTER,), post_suspended=True)
    assert shown(ua)["take_action"]["channels"] == ["email"]


@pytest.mark.parametrize("status", Status)
def test_an_unpublished_official_does_not_appear(status: Status) -> None:
    hidden = Target(id="t", name="Hidden", contacts=MINISTER.contacts, published=False)
    copy = CopyRecipient(id="c", official=hidden)
    answer = shown(UrgentAction(language="en", targets=(hidden,), copies_to=(copy,)), status=status)
    assert (answer["targets"], answer["take_action"]["channels"]) == ([], [])


def test_a_mission_that_nobody_knows_is_null() -> None:
    ua = UrgentAction(language="en", copies_to=(CopyRecipient(id="c", missions_of="HN"),))
    copy = blocks(shown(ua), "copy_to")[0]
    assert (copy["missions_of"], copy["mission"]) == ({"code": "HN", "name": "Honduras"}, None)


def test_a_person_known_by_initials_has_no_name_in_any_script() -> None:
    person = Person(
        id="1", name="hidden de la name", name_in_original_script="隐名", use_initials=True, outcome=Outcome.MOVED
    )
    assert shown(UrgentAction(language="en", persons=(person,)))["persons"] == [
        {
            "id": "1",
            "name": "H. D. L. N.",
            "name_in_original_script": None,
            "pronouns": None,
            "initials_only": True,
            "outcome": "moved",
            "outcome_on": None,
            "outcome_source": None,
            "appeals_contribution": None,
        }
    ]


def test_passages_keep_kind_and_id() -> None:
    assert shown()["additional_information"] == [
        {"type": "heading", "value": "Her work", "id": "h"},
        {"type": "quote", "value": {"text": "She taught us.", "source": "A pupil"}, "id": "q"},
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"code": "en", "name": "English", "right_to_left": False}),
        ("ar", {"code": "ar", "name": "العربية", "right_to_left": True}),
        ("he", {"code": "he", "name": "עברית", "right_to_left": True}),
        ("zh-hans", {"code": "zh-hans", "name": "简体中文", "right_to_left": False}),
    ],
)
def test_the_language_says_its_own_name_and_direction(language: str, expected: dict[str, Any]) -> None:
    assert shown(UrgentAction(language=language))["language"] == expected


def test_countries_are_named_in_the_language_of_the_urgent_action() -> None:
    ua = UrgentAction(language="es", countries=("US", "HN"))
    assert [country["name"] for country in shown(ua)["countries"]] == ["Estados Unidos", "Honduras"]


def test_a_letter_in_a_language_without_a_sign_off_has_none() -> None:
    ua = UrgentAction(language="tlh", letter=SampleLetter(paragraphs=("A.",), asks=("b",)))
    assert [block["type"] for block in shown(ua)["sample_letter"]] == ["paragraph", "asks"]


def test_a_letter_of_nothing_is_not_signed() -> None:
    assert shown(UrgentAction(language="en"))["sample_letter"] == []


def test_the_case_has_its_neighbours() -> None:
    answer = shown(case=case(1, 2, 4, seen_from=2))["chain"]
    assert (
        answer["previous"]["ordinal"],
        answer["next"]["ordinal"],
        answer["latest"]["ordinal"],
        [each["ordinal"] for each in answer["items"]],
    ) == (1, 4, 4, [1, 2, 4])


def test_a_picture_says_its_size_and_words() -> None:
    picture = Picture(url="https://example.org/x.jpg", width=640, height=480, alt="A school")
    assert shown(image=picture)["image"] == {
        "url": "https://example.org/x.jpg",
        "width": 640,
        "height": 480,
        "alt": "A school",
    }
