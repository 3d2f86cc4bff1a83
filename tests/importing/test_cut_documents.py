"""A document that was cut off says less, and nothing else: nobody is written to at half an address that looks whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urgent_actions.importing.draft import Draft
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.readers import read_text

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@settings(max_examples=20)
@given(share=st.floats(min_value=0, max_value=1))
def test_what_is_read_of_a_document_that_ends_early_stands_in_it(path: Path, share: float) -> None:
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    whole = plain(text)

    for draft in drafts(read_text(beginning(text, share))):
        assert [words for words in words_of(draft) if plain(words) not in whole] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@settings(max_examples=20)
@given(share=st.floats(min_value=0, max_value=1))
def test_the_numbers_and_days_of_a_document_that_ends_early_are_its_own(path: Path, share: float) -> None:
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    known = {fact for draft in drafts(read_text(text)) for fact in facts_of(draft)}

    found = {fact for draft in drafts(read_text(beginning(text, share))) for fact in facts_of(draft)}

    # A number that the end falls into is its own beginning.
    assert {fact for fact in found if not any(each.startswith(fact) for each in known)} == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_that_was_quoted_in_a_mail_says_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))

    found = {fact for draft in drafts(read_text(quoted)) for fact in facts_of(draft)}

    assert found == {fact for draft in drafts(read_text(text)) for fact in facts_of(draft)}


def beginning(text: str, share: float) -> str:
    """Return so much of a text; some words at least, since nothing is refused."""
    return text[: max(60, int(len(text) * share))]


def words_of(draft: Draft) -> Iterator[str]:
    ua = draft.urgent_action
    officials = [*ua.targets, *(copy.official for copy in ua.copies_to if copy.official)]
    yield from (person.name for person in ua.persons)
    for official in officials:
        yield from (official.name, official.role, official.organisation, *official.address.lines)
        yield from (contact.value for contact in official.contacts)


def facts_of(draft: Draft) -> Iterator[str]:
    ua = draft.urgent_action
    facts = (str(fact) for fact in (ua.ua_number, ua.index_number, ua.deadline) if fact)
    # A page may write the year of a number in four digits, and the paper itself in two.
    yield from (re.sub(r"/19(\d\d)$", r"/\1", fact) for fact in facts)


def plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).casefold().split())
