from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html import escape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from urgent_actions import urgent_action as noun
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.export import LEFT_OUT, as_markdown
from urgent_actions.importing.readers import read_text
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactKind,
    CopyRecipient,
    IndexNumber,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

LANGUAGES = ("en", "es", "fr", "de")
COUNTRIES = ("CL", "HN", "NP", "TD", "BA", "CD", "KR", "TT", "MM")
NAMES = {"CL": "Chile", "HN": "Honduras", "NP": "Nepal", "TD": "Chad"}
TONGUES = ("en", "es", "fr", "ar", "ru", "fa", "zh-Hans", "pt-BR", "my")
SUBJECTS = ("The baker of the town", "An invented neighbour", "La maestra de la plaza", "Der Bäcker", "One of them")
VERBS = ("was heard on 3 May", "is said to be in danger", "wrote “three” letters", "fue vista en la plaza")
PEOPLE = ("Sample Person", "Muestra", "Ejemplina Tz’unún Ficticia", "‘Abd al-Mithal", "Probe Fiktivian, Jr.")
OFFICES = ("Minister of Examples", "Fiscal General", "Chief of the Example Guard", "Leiterin des Musteramts")
ORGANISATIONS = ("Ministry of Examples", "Example House", "Oficina de Muestra")
LINES = ("1 Example Street", "Example City 100", "c/o Example Embassy", "Casa de Muestra,", "Zone 3")


def sentences(minimum: int = 1) -> st.SearchStrategy[str]:
    part = st.builds("{} {} ({}).".format, st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.integers(10, 10**6))
    return st.lists(part, min_size=minimum, max_size=6).map(" ".join)


def days() -> st.SearchStrategy[date]:
    return st.dates(date(1991, 1, 1), date(2040, 12, 31))


def contacts() -> st.SearchStrategy[tuple[Contact, ...]]:
    numbers = st.integers(1000000, 9999999).map(lambda number: f"+504 {number}")
    kinds = [
        st.integers(1, 99).map(lambda n: Contact(kind=ContactKind.EMAIL, value=f"office{n}@example.org")),
        numbers.map(lambda number: Contact(kind=ContactKind.PHONE, value=number)),
        numbers.map(lambda number: Contact(kind=ContactKind.FAX, value=number)),
        st.integers(1, 99).map(lambda n: Contact(kind=ContactKind.WEB_FORM, value=f"https://example.org/form/{n}")),
        st.sampled_from(("Twitter", "X", "Facebook", "Instagram")).map(
            lambda platform: Contact(kind=ContactKind.SOCIAL, value="@ExampleOffice", platform=platform)
        ),
    ]
    return st.lists(st.one_of(kinds), max_size=4, unique=True).map(tuple)


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    lines = tuple(draw(st.lists(st.sampled_from(LINES), max_size=3, unique=True)))
    country = draw(st.sampled_from(["", *NAMES]))
    return Address(lines=(*lines, NAMES[country]), country=country) if lines and country else Address(lines=lines)


@st.composite
def officials(draw: st.DrawFn, *, language: str, id: str) -> Target:
    name, role = draw(st.sampled_from(("", *PEOPLE))), draw(st.sampled_from(("", *OFFICES)))
    salutation = draw(st.sampled_from(("", "Dear Minister,", "Señor Fiscal:", "Exzellenz,")))
    tongue = {"D": "en", "S": "es", "E": "de", "": ""}[salutation[:1]]
    return Target(
        id=id,
        name=name,
        role=role,
        organisation=draw(st.sampled_from(ORGANISATIONS if not name and not role else ("", *ORGANISATIONS))),
        address=draw(addresses()),
        contacts=draw(contacts()),
        salutations=((language, salutation),) if salutation and tongue == language else (),
        note=draw(st.sampled_from(("", "Please write in large letters, since the office is dark."))),
        priority=draw(st.integers(1, 3)),
    )


@st.composite
def letters(draw: st.DrawFn) -> SampleLetter:
    paragraphs = tuple(draw(st.lists(sentences(), max_size=3, unique=True)))
    asks = tuple(draw(st.lists(sentences(), max_size=3, unique=True)))
    return SampleLetter(
        paragraphs=paragraphs,
        asks_introduction="I ask you the following:" if asks and draw(st.booleans()) else "",
        asks=asks,
        closing=tuple(draw(st.lists(sentences(), max_size=2, unique=True))) if asks else (),
        postscript=draw(sentences()) if paragraphs and draw(st.booleans()) else "",
    )


@st.composite
def passages(draw: st.DrawFn, *, headings: bool) -> tuple[Passage, ...]:
    texts = draw(st.lists(sentences(2), max_size=3, unique=True))
    found = [Passage(kind="paragraph", text=f"<p>{escape(text, quote=False)}</p>") for text in texts]
    if headings and found and draw(st.booleans()):
        found.insert(0, Passage(kind="heading", text="What the neighbours say"))
    return tuple(found)


@st.composite
def urgent_actions(draw: st.DrawFn) -> UrgentAction:
    language = draw(st.sampled_from(LANGUAGES))
    number = draw(st.none() | st.builds(UANumber, st.integers(1, 999), st.integers(0, 99)))
    persons = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
    copies = [CopyRecipient(id="", missions_of=code) for code in draw(st.lists(st.sampled_from(COUNTRIES), max_size=1))]
    others = draw(st.lists(officials(language=language, id=""), max_size=2))
    copies += [CopyRecipient(id="", official=official) for official in others]
    return UrgentAction(
        language=language,
        headline=draw(st.sampled_from(("Baker in danger", "PANADERA EN PELIGRO", "Wer sah den Bäcker?"))),
        ua_number=number,
        ordinal=draw(st.none() | st.integers(1, 12)) if number else None,
        index_number=draw(st.none() | st.just(IndexNumber("AMR", "37", "0801", "2026"))),
        countries=tuple(draw(st.lists(st.sampled_from(COUNTRIES), min_size=1, max_size=3, unique=True))),
        issued_on=draw(st.none() | days()),
        deadline=draw(st.none() | days()),
        persons=tuple(
            Person(
                id=f"person-{at}",
                name=name,
                pronouns=draw(st.sampled_from(("", "She/her", "they/them", "elle"))),
                name_in_original_script=draw(st.sampled_from(("", "样人", "مثال"))),
            )
            for at, name in enumerate(persons, start=1)
        ),
        summary=draw(passages(headings=False)),
        targets=tuple(
            draw(officials(language=language, id=f"target-{at}")) for at in range(1, draw(st.integers(0, 3)) + 1)
        ),
        notes_to_writers=tuple(draw(st.lists(sentences(), max_size=2, unique=True))),
        copies_to=tuple(
            replace(each, id=f"copy-{at}", official=each.official and replace(each.official, id=f"copy-{at}"))
            for at, each in enumerate(copies, start=1)
        ),
        letter=draw(letters()),
        additional_information=draw(passages(headings=True)),
        preferred_languages=tuple(draw(st.lists(st.sampled_from(TONGUES), max_size=3, unique=True))),
        own_language_welcome=draw(st.booleans()),
        post_suspended=draw(st.booleans()),
        writer_safety_notice=draw(st.booleans()),
        previous_url=draw(st.sampled_from(("", "https://www.amnesty.org/en/documents/amr37/0001/2026/en/"))),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(urgent_actions())
def test_what_is_exported_is_imported_as_it_was(urgent_action: UrgentAction) -> None:
    exported = as_markdown(urgent_action)

    (draft,) = drafts(read_text(exported), language=urgent_action.language)

    assert draft.urgent_action == urgent_action


OFFICIAL = Target(
    id="target-1",
    name="Sample Person",
    role="Minister of Examples",
    organisation="Ministry of Examples",
    address=Address(lines=("1 Example Street", "Chile"), country="CL"),
    contacts=(Contact(kind=ContactKind.SOCIAL, value="@ExampleOffice", platform="X"),),
    salutations=(("en", "Dear Minister,"),),
    priority=2,
    note="Please write in large letters, since the office is dark.",
)
WHOLE = UrgentAction(
    language="en",
    headline="Baker in danger",
    ua_number=UANumber(12, 26),
    ordinal=3,
    index_number=IndexNumber("AMR", "22", "0801", "2026"),
    countries=("CL",),
    issued_on=date(2026, 5, 3),
    deadline=date(2026, 6, 4),
    persons=(Person(id="person-1", name="Muestra", name_in_original_script="样人", pronouns="She/her"),),
    summary=(Passage(kind="paragraph", text="<p>The baker of the town has not been seen since 3 May.</p>"),),
    targets=(OFFICIAL,),
    notes_to_writers=("Please write to the minister before you write to anybody else in the country.",),
    copies_to=(
        CopyRecipient(id="copy-1", missions_of="CL"),
        CopyRecipient(id="copy-2", official=replace(OFFICIAL, id="copy-2")),
    ),
    letter=SampleLetter(
        paragraphs=("I write to you about the baker of the town.",),
        asks_introduction="I ask you to:",
        asks=("look for her.",),
        closing=("Thank you for your time.",),
        postscript="I would be glad of an answer.",
    ),
    additional_information=(Passage(kind="heading", text="What the neighbours say"),),
    preferred_languages=("es",),
    own_language_welcome=True,
    post_suspended=True,
    writer_safety_notice=True,
    previous_url="https://www.amnesty.org/en/documents/amr22/0001/2026/en/",
)


def test_every_field_comes_back_that_a_document_can_say() -> None:
    (draft,) = drafts(read_text(as_markdown(WHOLE)))

    assert draft.urgent_action == WHOLE


@pytest.mark.parametrize("name", LEFT_OUT)
def test_no_field_is_forgotten(name: str) -> None:
    """A field has a value in ``WHOLE``, or stands in the list of those that are left out."""
    kind = getattr(noun, name)
    valued = {
        field.name
        for each in _all(WHOLE)
        if isinstance(each, kind)
        for field in fields(each)
        if getattr(each, field.name)
    }

    assert {field.name for field in fields(kind)} - set(LEFT_OUT[name]) <= valued


def _all(value: Any) -> Iterator[Any]:
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from _all(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _all(each)


def test_a_quotation_is_exported_as_a_paragraph() -> None:
    said = Passage(kind="quote", text="I saw him.", source="A neighbour")

    exported = as_markdown(UrgentAction(language="en", additional_information=(said,)))

    assert "“I saw him.” (A neighbour)" in exported
