"""One complete urgent action, invented, for the examples of the reference."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from urgent_actions.representation import Card, Picture, Version
from urgent_actions.rules.chain import chain
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

CARDS = tuple(
    Card(
        id=7 + ordinal,
        title="Teacher held in secret",
        ua_number="44/26",
        ordinal=ordinal,
        language="en",
        url="https://www.example.org/en/urgent-actions/teacher-held/",
    )
    for ordinal in (1, 2, 3)
)
ORIGINAL = Version(
    **{**asdict(CARDS[1]), "id": 12, "language": "es"},
    api_url="/api/urgent-actions/v1/12/",
    updated="2026-06-01T09:00:00+00:00",
)
_ADDRESS = Address(lines=("Main Road 1", "Sampletown"), country="HN", verified_on=date(2026, 5, 2))
_CONTACT = Contact(
    kind=ContactKind.SOCIAL,
    value="@example_ministry",
    platform="Example Network",
    label="press office",
    health=ContactHealth.WORKS,
    verified_on=date(2026, 5, 2),
)
_OFFICIAL = Target(
    id="a5f0",
    name="Example Minister",
    role="Minister of Security",
    organisation="Ministry of Examples",
    address=_ADDRESS,
    contacts=(_CONTACT,),
    languages=("en", "es"),
    salutations=(("en", "Dear Minister,"), ("es", "Señora Ministra:")),
    note="Please write to the minister first.",
)
SAMPLE = UrgentAction(
    language="en",
    headline="Teacher held in secret",
    ua_number=UANumber(44, 26),
    ordinal=2,
    index_number=IndexNumber(area="AMR", country="37", serial="0001", year="2026"),
    countries=("HN",),
    concerns=("unfair-trial",),
    issued_on=date(2026, 6, 1),
    deadline=date(2026, 7, 31),
    persons=(
        Person(
            id="1",
            name="Sample Person",
            name_in_original_script="示例",
            pronouns="She/her",
            outcome=Outcome.MOVED,
            outcome_on=date(2026, 6, 20),
            outcome_source="her lawyer",
            appeals_contribution="Her lawyer says that the letters were noticed.",
        ),
    ),
    summary=(Passage(kind="paragraph", text="<p>A teacher is held in secret.</p>", id="b1"),),
    targets=(_OFFICIAL,),
    notes_to_writers=("Please write to both.",),
    copies_to=(
        CopyRecipient(
            id="c1",
            missions_of="HN",
            mission=Mission(
                name="Embassy of Honduras",
                of_country="HN",
                in_country="US",
                head_of_mission="Example Head",
                head_of_mission_title="Ambassador",
                address=_ADDRESS,
                contacts=(_CONTACT,),
            ),
            official=_OFFICIAL,
            note="A copy of every letter.",
        ),
    ),
    letter=SampleLetter(
        paragraphs=("I write to you about Sample Person.",),
        asks_introduction="I urge you to:",
        asks=("release her;",),
        closing=("Thank you.",),
    ),
    additional_information=(
        Passage(kind="heading", text="Her work", id="d1"),
        Passage(kind="paragraph", text="<p>She teaches.</p>", id="d2"),
        Passage(kind="quote", text="She taught us to read.", source="A former pupil", id="d3"),
    ),
    preferred_languages=("es",),
    own_language_welcome=True,
    stopped_at=datetime(2026, 6, 20, 12, tzinfo=UTC),
    stop_reason="She is free.",
    previous_url="https://www.example.org/documents/44-26/",
)


def told(status: Status) -> dict[str, Any]:
    cards = CARDS if status is Status.SUPERSEDED else CARDS[:2]
    picture = Picture(url="https://www.example.org/media/school.jpg", width=1200, height=800, alt="A school")
    return {
        "status": status,
        "case": chain(cards, ordinal=2),
        "translation": {
            "status": "partial",
            "percent": 90,
            "updated": "2026-06-02T09:00:00+00:00",
            "reasons": [],
            "source": 12,
        },
        "translations": [ORIGINAL],
        "image": picture,
        "report_url": "https://www.example.org/report/",
    }
