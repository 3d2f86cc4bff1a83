"""The history of a case, from what is known of its urgent actions."""

from datetime import date
from typing import Any

from urgent_actions.rules.history import Decided, Event, Issue, Kind, history
from urgent_actions.urgent_action import Outcome, Person

JUNE = [date(2026, 6, day) for day in range(1, 31)]


def issue(page_id: int, **fields: Any) -> Issue:
    return Issue(**{"page_id": page_id, "title": f"Case {page_id}", "url": f"/{page_id}/", "language": "en", **fields})


def told(events: list[Event]) -> list[tuple[Kind, date | None, int]]:
    return [(event.kind, event.on, event.issue.page_id) for event in events]


def test_the_first_is_issued_and_the_later_ones_are_updates() -> None:
    found = history([issue(2, ordinal=2, issued_on=JUNE[9]), issue(1, ordinal=1, issued_on=JUNE[0])], language="en")
    assert told(found) == [(Kind.ISSUED, JUNE[0], 1), (Kind.UPDATED, JUNE[9], 2)]


def test_without_a_day_of_issue_the_day_of_publication_counts() -> None:
    assert told(history([issue(1, first_published_on=JUNE[3])], language="en")) == [(Kind.ISSUED, JUNE[3], 1)]


def test_two_persons_with_the_same_initials_have_an_outcome_each() -> None:
    both = [person("A. B."), person("A. B.", Outcome.DIED)]
    found = history([issue(1, ordinal=1, persons=[person("A. B.")]), issue(2, ordinal=2, persons=both)], language="en")
    outcomes = [(event.issue.page_id, event.person.outcome) for event in found if event.person]
    assert outcomes == [(2, Outcome.RELEASED), (2, Outcome.DIED)]


def test_a_version_in_another_language_is_a_translation_on_the_day_it_was_published() -> None:
    spanish = issue(3, language="es", ordinal=1, issued_on=JUNE[0], first_published_on=JUNE[4])
    found = history([issue(1, ordinal=1, issued_on=JUNE[0]), spanish], language="en")
    assert told(found) == [(Kind.ISSUED, JUNE[0], 1), (Kind.TRANSLATED, JUNE[4], 3)]


def test_a_decision_stands_on_its_day_with_what_it_set() -> None:
    extension = Decided(kind=Kind.EXTENDED, on=JUNE[5], page_id=1, deadline=date(2026, 8, 1), reason="Why", by="Who")
    event = history([issue(1, issued_on=JUNE[0])], [extension], language="en")[1]
    assert (event.kind, event.on, event.deadline, event.reason, event.by) == (
        Kind.EXTENDED,
        JUNE[5],
        date(2026, 8, 1),
        "Why",
        "Who",
    )


def test_a_decision_about_a_version_in_another_language_is_not_told_twice() -> None:
    versions = [issue(1, issued_on=JUNE[0]), issue(2, language="es", first_published_on=JUNE[0])]
    decided = [Decided(kind=Kind.EXTENDED, on=JUNE[5], page_id=page_id) for page_id in (1, 2)]
    assert [kind for kind, *_ in told(history(versions, decided, language="en"))].count(Kind.EXTENDED) == 1


def test_a_stop_that_was_typed_into_a_form_is_told() -> None:
    assert told(history([issue(1, issued_on=JUNE[0], stopped_on=JUNE[7])], language="en"))[-1] == (
        Kind.STOPPED,
        JUNE[7],
        1,
    )


def test_a_stop_that_was_decided_is_told_once() -> None:
    decided = [Decided(kind=Kind.STOPPED, on=JUNE[7], page_id=1, reason="Free")]
    found = history([issue(1, issued_on=JUNE[0], stopped_on=JUNE[7])], decided, language="en")
    assert [event.reason for event in found if event.kind is Kind.STOPPED] == ["Free"]


def person(name: str, outcome: Outcome | None = Outcome.RELEASED, on: date | None = None) -> Person:
    return Person(id=name, name=name, outcome=outcome, outcome_on=on)


def test_outcomes_are_told_for_each_person_on_their_day_and_last_without_one() -> None:
    persons = [person("A", on=JUNE[6]), person("B"), person("C", None)]
    found = history([issue(1, issued_on=JUNE[0], stopped_on=JUNE[7], persons=persons)], language="en")
    assert [(event.kind, event.person and event.person.name) for event in found] == [
        (Kind.ISSUED, None),
        (Kind.OUTCOME, "A"),
        (Kind.STOPPED, None),
        (Kind.OUTCOME, "B"),
    ]


def test_the_newest_document_says_what_came_of_a_person() -> None:
    older = issue(1, ordinal=1, issued_on=JUNE[0], persons=[person("A", Outcome.NO_CHANGE), person("B")])
    newer = issue(2, ordinal=2, issued_on=JUNE[9], persons=[person("A", Outcome.RELEASED)])
    found = [event for event in history([older, newer], language="en") if event.person]
    assert [(event.person.name, event.person.outcome) for event in found] == [
        ("A", Outcome.RELEASED),
        ("B", Outcome.RELEASED),
    ]
