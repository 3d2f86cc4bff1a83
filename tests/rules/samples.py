"""An urgent action as plain data that is complete, and how to ask what stands in the way of another one."""

from dataclasses import replace
from datetime import date
from typing import Any

from urgent_actions.rules.readiness import Problem, problems
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactHealth,
    ContactKind,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

TODAY = date(2026, 6, 15)

EMAIL = Contact(kind=ContactKind.EMAIL, value="minister@example.org")
DEAD_EMAIL = replace(EMAIL, health=ContactHealth.DEAD)
POST = Address(lines=("1 Example Street",), country="HN")
MINISTER = Target(
    id="t1", name="Example Minister", address=POST, contacts=(EMAIL,), salutations=(("en", "Dear Minister,"),)
)
COMPLETE = UrgentAction(
    language="en",
    headline="Teacher in danger",
    ua_number=UANumber(44, 22),
    ordinal=1,
    countries=("HN",),
    issued_on=date(2026, 6, 1),
    deadline=date(2026, 7, 1),
    persons=(Person(id="1", name="Sample Person", name_in_original_script="示例"),),
    summary=(Passage(kind="paragraph", text="<p>A teacher was threatened.</p>"),),
    targets=(MINISTER,),
    letter=SampleLetter(
        paragraphs=("I am writing to you.",), asks_introduction="I urge you to:", asks=("protect her.",)
    ),
    preferred_languages=("es",),
)
SHY = Person(id="1", name="Jane Sample", name_in_original_script="简娜", use_initials=True)


def found(
    ua: UrgentAction = COMPLETE, *, asks_to_write: bool = True, same_ordinal_published: bool = False, **facts: Any
) -> list[Problem]:
    return problems(
        replace(ua, **facts),
        today=TODAY,
        asks_to_write=asks_to_write,
        same_ordinal_published=same_ordinal_published,
    )


def target(**fields: Any) -> tuple[Target, ...]:
    return (replace(MINISTER, **fields),)


def prose(text: str) -> tuple[Passage, ...]:
    return (Passage(kind="paragraph", text=text),)


def letter(**parts: Any) -> SampleLetter:
    return replace(COMPLETE.letter, **parts)
