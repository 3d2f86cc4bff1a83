"""A stop from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tests.lifecycle.witness import nothing_changes, public_answer

pytestmark = pytest.mark.django_db

FREE = "Sample Person=released,2026-06-14,her lawyer, in a call"


def stop(page_id: int, *, outcome: str = FREE, dry_run: bool = False, **options: list[str]) -> str:
    out = io.StringIO()
    said = {"reason": "She is free.", "outcome": [outcome], **options}
    call_command("stop_urgent_action", page_id, **said, dry_run=dry_run, stdout=out)
    return out.getvalue()


def test_the_command_stops_the_case_and_says_where() -> None:
    page = factories.published()
    assert stop(page.pk) == f"Stopped {page.pk} (en): {page.full_url}\n"
    assert public_answer(page)[1]["status"] == "stopped"


def test_the_command_brings_the_outcome_with_its_date_and_source() -> None:
    page = factories.published()
    stop(page.pk)
    person = public_answer(page)[1]["persons"][0]
    assert (person["outcome"], person["outcome_on"], person["outcome_source"]) == (
        "released",
        "2026-06-14",
        "her lawyer, in a call",
    )


def test_the_command_says_what_the_appeals_contributed() -> None:
    page = factories.published()
    stop(page.pk, contribution=["Sample Person=Her lawyer = sure that the letters were noticed."])
    person = public_answer(page)[1]["persons"][0]
    assert person["appeals_contribution"] == "Her lawyer = sure that the letters were noticed."


@pytest.mark.parametrize(
    ("contribution", "message"),
    [
        ("Noticed", "“Noticed” is no contribution: write NAME=SENTENCE."),
        ("Somebody Else=Noticed", "“Somebody Else” is nobody of this case. These are: Sample Person, Other Person."),
        ("Other Person=Noticed", "What the appeals contributed for “Other Person” needs an --outcome."),
    ],
)
def test_a_contribution_that_belongs_to_no_outcome_is_refused(contribution: str, message: str) -> None:
    page = factories.published(persons=[{"name": "Sample Person"}, {"name": "Other Person"}])
    with nothing_changes(page), pytest.raises(CommandError) as refused:
        stop(page.pk, contribution=[contribution])
    assert str(refused.value) == message


def test_a_dry_run_says_where_and_stops_nothing() -> None:
    page = factories.published()
    with nothing_changes(page):
        assert stop(page.pk, dry_run=True).splitlines()[0] == f"Would stop {page.pk} (en): {page.full_url}"


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        ("Sample Person", "“Sample Person” is no outcome: write NAME=OUTCOME[,DATE[,SOURCE]]."),
        ("Somebody Else=released", "“Somebody Else” is nobody of this case. These are: Sample Person."),
        ("Sample Person=released,soon", "“soon” is no date: write it as 2026-06-14."),
        ("Sample Person=released,2026-06-16", "The outcome for Sample Person lies in the future."),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(outcome: str, message: str) -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(CommandError) as refused:
        stop(page.pk, outcome=outcome)
    assert str(refused.value) == message


def test_a_word_that_is_no_outcome_is_refused_with_those_that_are() -> None:
    page = factories.published()
    with nothing_changes(page), pytest.raises(CommandError, match=r"“freed” is no outcome\. These are: released, "):
        stop(page.pk, outcome="Sample Person=freed")


def test_a_second_run_does_nothing_and_says_so() -> None:
    page = factories.published()
    stop(page.pk)
    with nothing_changes(page), pytest.raises(CommandError, match="stopped already"):
        stop(page.pk)


def test_a_page_that_there_is_not_is_refused() -> None:
    with pytest.raises(CommandError, match=r"There is no urgent action with the id 4711\."):
        stop(4711)
