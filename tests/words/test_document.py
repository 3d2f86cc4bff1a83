"""The words of an urgent action, out of its representation. Persons are invented."""

import dataclasses
from collections.abc import Iterable

import pytest

from urgent_actions.representation import Card, represent
from urgent_actions.rules.chain import Chain, chain
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactKind,
    CopyRecipient,
    IndexNumber,
    Mission,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)
from urgent_actions.words import document_words, query_words
from urgent_actions.words.document import MOST_BYTES, MOST_TOKENS

WHOLE = UrgentAction(
    language="en",
    ua_number=UANumber(44, 26),
    index_number=IndexNumber(area="AMR", country="37", serial="0001", year="2026"),
    countries=("HN",),
    concerns=("unfair-trial",),
    persons=(
        Person(id="1", name="Sample Person", name_in_original_script="示例"),
        Person(id="2", name="Zenobia Hidden", name_in_original_script="隐藏", use_initials=True),
    ),
    summary=(Passage(kind="paragraph", text="<p>Summarised<br>briefly</p>"),),
    targets=(
        Target(
            id="minister",
            name="Examplia Minister",
            role="Officeholder",
            organisation="Ministerium",
            address=Address(lines=("1 Addressline Street",), country="FR"),
            contacts=(Contact(kind=ContactKind.EMAIL, value="mailbox@example.org", label="desk"),),
            salutations=(("en", "Excellency,"),),
            note="Targetnote.",
        ),
        Target(id="gone", name="Unpublished", published=False),
    ),
    notes_to_writers=("Writersnote.",),
    copies_to=(
        CopyRecipient(
            id="copy",
            missions_of="HN",
            mission=Mission(name="Embassyname", of_country="HN", in_country="US"),
            note="Copynote.",
        ),
    ),
    letter=SampleLetter(
        paragraphs=("Letterbegin <b>.",),
        asks_introduction="Asksintro:",
        asks=("askone", "asktwo"),
        closing=("Letterend",),
    ),
    additional_information=(
        Passage(kind="heading", text="Headed <b>"),
        Passage(kind="quote", text="Quoted", source="Quotesource"),
        Passage(kind="paragraph", text="<p>Further<b>more</b></p>"),
    ),
)
ALONE: Chain[Card] = chain([], ordinal=None)

HEAD = (
    "teacher",
    "sample person",
    "示例",
    "Z. H.",
    "44/26",
    "UA 44/26",
    "AMR 37/0001/2026",
    "Honduras",
    "unfair-trial",
)
TARGETS = ("examplia minister", "officeholder", "ministerium")
LETTER = ("letterbegin", "asksintro", "askone", "asktwo", "letterend")
PROSE = ("summarised briefly", "headed", "quoted", "quotesource", "furthermore")
NEVER = (
    *("zenobia", "hidden", "隐藏", "unpublished"),
    *("addressline", "france", "mailbox", "desk", "excellency", "targetnote"),
    *("writersnote", "embassyname", "copynote", "yours sincerely"),
)


def documents(ua: UrgentAction, status: Status = Status.OPEN) -> tuple[str, str]:
    return document_words(title="Teacher threatened", shown=represent(ua, status=status, case=ALONE))


def not_found(queries: Iterable[str], document: str) -> list[str]:
    kept = document.split(" ")
    return [
        query
        for query in queries
        if not all(any(word.startswith(asked) for word in kept) for asked in query_words(query))
    ]


def test_the_head_is_what_names_an_urgent_action() -> None:
    assert documents(WHOLE)[0] == (
        "teacher threatened sample person 示例 例 z h ua44n26x 44n26x ua 44 26"
        " amr37n1n26x 1n26x amr 37 0001 2026 honduras unfair trial unfairtrial"
    )


@pytest.mark.parametrize("query", HEAD)
def test_the_head_is_found_by_each_fact(query: str) -> None:
    assert not_found([query], documents(WHOLE)[0]) == []


def test_the_head_holds_no_prose() -> None:
    prose = (*PROSE, *TARGETS, *LETTER)
    assert not_found(prose, documents(WHOLE)[0]) == list(prose)


def test_all_words_begin_with_the_head() -> None:
    head, every = documents(WHOLE)
    assert every.startswith(f"{head} ")


def test_everything_the_public_reads_is_found() -> None:
    assert not_found((*HEAD, *TARGETS, *LETTER, *PROSE), documents(WHOLE)[1]) == []


@pytest.mark.parametrize("status", Status)
def test_what_is_not_to_be_searched_is_found_in_no_status(status: Status) -> None:
    assert not_found(NEVER, documents(WHOLE, status)[1]) == list(NEVER)


def test_a_stopped_urgent_action_is_not_found_by_its_letter() -> None:
    assert not_found(LETTER, documents(WHOLE, Status.STOPPED)[1]) == list(LETTER)


def test_a_stopped_urgent_action_is_found_by_its_prose() -> None:
    assert not_found((*HEAD, *PROSE), documents(WHOLE, Status.STOPPED)[1]) == []


def test_an_empty_urgent_action_is_found_by_its_title() -> None:
    assert documents(UrgentAction(language="en")) == ("teacher threatened", "teacher threatened")


def test_no_word_stands_twice() -> None:
    every = documents(WHOLE)[1].split(" ")
    assert len(every) == len(set(every))


def test_a_very_long_text_is_cut_after_so_many_words() -> None:
    many = Passage(kind="heading", text=" ".join(map(str, range(MOST_TOKENS))))
    every = documents(dataclasses.replace(WHOLE, summary=(many,)))[1]
    assert len(every.split(" ")) == MOST_TOKENS


def test_a_text_of_very_long_words_is_cut_to_what_a_database_takes() -> None:
    long = Passage(kind="heading", text=" ".join(f"{n:𐐨>64}" for n in range(4_200)))
    every = documents(dataclasses.replace(WHOLE, summary=(long,)))[1]
    assert MOST_BYTES - 300 < len(every.encode()) <= MOST_BYTES
