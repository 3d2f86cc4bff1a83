"""The case in order, as seen from one of its urgent actions."""

from dataclasses import dataclass

import pytest

from urgent_actions.rules.chain import Chain, chain


@dataclass(frozen=True)
class Document:
    """The least that has a place in a chain."""

    ordinal: int | None


FIRST, SECOND, THIRD, FIFTH = (Document(number) for number in (1, 2, 3, 5))


def seen_from(ordinal: int | None, *items: Document) -> Chain[Document]:
    return chain(items, ordinal=ordinal)


def test_items_come_in_the_order_of_their_ordinals() -> None:
    assert seen_from(1, THIRD, FIRST, SECOND).items == (FIRST, SECOND, THIRD)


def test_previous_is_the_one_just_before() -> None:
    assert seen_from(3, FIRST, SECOND, THIRD).previous == SECOND


def test_the_first_one_has_no_previous() -> None:
    assert seen_from(1, FIRST, SECOND).previous is None


def test_previous_skips_a_gap() -> None:
    assert seen_from(5, FIRST, SECOND, FIFTH).previous == SECOND


def test_next_is_the_one_just_after() -> None:
    assert seen_from(1, FIRST, SECOND, THIRD).next == SECOND


def test_the_latest_one_has_no_next() -> None:
    assert seen_from(3, FIRST, SECOND, THIRD).next is None


def test_next_skips_a_gap() -> None:
    assert seen_from(3, THIRD, FIFTH).next == FIFTH


@pytest.mark.parametrize("ordinal", [1, 2, 5, None])
def test_latest_is_the_same_from_everywhere(ordinal: int | None) -> None:
    assert seen_from(ordinal, FIFTH, FIRST, SECOND).latest == FIFTH


def test_a_later_one_supersedes() -> None:
    assert seen_from(1, FIRST, SECOND).superseded is True


def test_a_later_one_supersedes_over_a_gap() -> None:
    assert seen_from(2, FIFTH).superseded is True


def test_the_latest_one_is_not_superseded() -> None:
    assert seen_from(2, FIRST, SECOND).superseded is False


def test_a_twin_does_not_supersede() -> None:
    assert seen_from(2, FIRST, SECOND, SECOND).superseded is False


def test_a_draft_sees_the_chain_that_it_is_not_in() -> None:
    draft = seen_from(2, FIRST, THIRD)
    assert (draft.previous, draft.next, draft.latest, draft.superseded) == (FIRST, THIRD, THIRD, True)


def test_an_empty_chain_leads_nowhere() -> None:
    alone = seen_from(1)
    assert (alone.items, alone.previous, alone.next, alone.latest, alone.superseded) == ((), None, None, None, False)


def test_without_an_ordinal_nothing_is_newer_or_older() -> None:
    unplaced = seen_from(None, FIRST, SECOND)
    assert (unplaced.previous, unplaced.next, unplaced.superseded) == (None, None, False)


def test_items_without_an_ordinal_come_first() -> None:
    assert seen_from(1, FIRST, Document(None)).items == (Document(None), FIRST)


def test_an_item_without_an_ordinal_supersedes_nothing() -> None:
    assert seen_from(1, Document(None)).superseded is False


def test_a_chain_without_any_ordinals_leads_nowhere() -> None:
    unplaced = seen_from(None, Document(None), Document(None))
    assert (unplaced.previous, unplaced.next, unplaced.superseded) == (None, None, False)
