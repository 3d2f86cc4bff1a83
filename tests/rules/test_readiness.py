"""Ready to publish? Every problem, its field, its sentence, and whether it refuses publication."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.samples import (
    COMPLETE,
    DEAD_EMAIL,
    EMAIL,
    MINISTER,
    POST,
    SHY,
    TODAY,
    found,
    letter,
    prose,
    target,
)
from urgent_actions.rules.readiness import MISSING, blocking, problems
from urgent_actions.rules.reference import UnreadableReference
from urgent_actions.urgent_action import (
    Address,
    ContactHealth,
    CopyRecipient,
    SampleLetter,
    UrgentAction,
)

# What a problem may be about: fields of the page form, and the three lists of children that have a heading there.
PAGE_FIELDS = {
    "title", "ua_number", "ordinal", "index_number", "issued_on", "deadline", "countries", "summary", "targets",
    "sample_letter", "additional_information", "preferred_languages", "persons", "stop_reason",
}  # fmt: skip


def test_a_complete_urgent_action_has_no_problems() -> None:
    assert found() == []


ONE_PROBLEM = [
    # facts, code, field, blocking
    pytest.param({"headline": ""}, "missing_title", "title", True, id="no headline"),
    pytest.param({"headline": " \n"}, "missing_title", "title", True, id="blank headline"),
    pytest.param({"ua_number": None}, "missing_ua_number", "ua_number", True, id="no UA number"),
    pytest.param({"ordinal": None}, "missing_ordinal", "ordinal", True, id="no ordinal"),
    pytest.param({"ordinal": 0}, "missing_ordinal", "ordinal", True, id="ordinal zero"),
    pytest.param({"countries": ()}, "missing_countries", "countries", True, id="no country"),
    pytest.param({"countries": ("XX",)}, "unknown_country", "countries", True, id="unknown country"),
    pytest.param({"countries": ("hn",)}, "unknown_country", "countries", True, id="country in small letters"),
    pytest.param({"countries": ("EU",)}, "unknown_country", "countries", True, id="a union, no country"),
    pytest.param({"summary": ()}, "missing_summary", "summary", True, id="no summary"),
    pytest.param({"summary": prose("<p> </p>")}, "missing_summary", "summary", True, id="summary without words"),
    pytest.param({"deadline": None}, "missing_deadline", "deadline", True, id="no deadline"),
    pytest.param(
        {"deadline": date(2026, 7, 1), "issued_on": date(2026, 7, 2)},
        "deadline_before_issue",
        "deadline",
        True,
        id="deadline before issue date",
    ),
    pytest.param({"deadline": date(2026, 6, 14)}, "deadline_passed", "deadline", False, id="deadline passed"),
    pytest.param(
        {"preferred_languages": ("xx-nowhere",)},
        "unknown_language",
        "preferred_languages",
        True,
        id="unknown language",
    ),
    pytest.param(
        {"preferred_languages": ()}, "missing_preferred_languages", "preferred_languages", True, id="no language"
    ),
    pytest.param({"targets": ()}, "missing_targets", "targets", True, id="no target"),
    pytest.param({"letter": letter(paragraphs=())}, "missing_letter", "sample_letter", True, id="letter without text"),
    pytest.param({"letter": letter(asks=())}, "missing_asks", "sample_letter", True, id="letter without asks"),
    pytest.param({"targets": target(published=False)}, "target_unpublished", "targets", True, id="unpublished target"),
    pytest.param(
        {"targets": target(address=Address(), contacts=())},
        "target_unreachable",
        "targets",
        True,
        id="no channel at all",
    ),
    pytest.param(
        {"targets": target(address=Address(), contacts=(DEAD_EMAIL,))},
        "target_unreachable",
        "targets",
        True,
        id="only a dead contact",
    ),
    pytest.param(
        {"targets": target(address=replace(POST, health=ContactHealth.DEAD), contacts=(DEAD_EMAIL,))},
        "target_unreachable",
        "targets",
        True,
        id="dead address and dead contact",
    ),
    pytest.param({"targets": target(salutations=())}, "salutation_missing", "targets", True, id="no salutation"),
    pytest.param(
        {"targets": target(salutations=(("es", "Señor Ministro:"),))},
        "salutation_missing",
        "targets",
        True,
        id="salutation in another language only",
    ),
    pytest.param(
        {"post_suspended": True, "targets": target(contacts=())},
        "target_by_post_only",
        "targets",
        True,
        id="post only, and post is suspended",
    ),
    pytest.param(
        {"post_suspended": True, "targets": target(contacts=(DEAD_EMAIL,))},
        "target_by_post_only",
        "targets",
        True,
        id="post and a dead contact, and post is suspended",
    ),
    pytest.param(
        {
            "post_suspended": True,
            "targets": target(contacts=()),
            "copies_to": (CopyRecipient(id="c1", missions_of="HN"),),
        },
        "target_by_post_only",
        "targets",
        False,
        id="post is suspended, but embassies can forward",
    ),
    pytest.param(
        {"copies_to": (CopyRecipient(id="c1", official=replace(MINISTER, published=False)),)},
        "copy_unpublished",
        "targets",
        True,
        id="copy to an unpublished official",
    ),
    pytest.param(
        {"additional_information": prose("<p>[INSERT BACKGROUND]</p>")},
        "placeholder",
        "additional_information",
        True,
        id="placeholder in the additional information",
    ),
    pytest.param(
        {"persons": (SHY,), "headline": "Jane Sample in danger"},
        "name_shown",
        "title",
        True,
        id="name of initials only",
    ),
]


@pytest.mark.parametrize(("facts", "code", "field", "blocks"), ONE_PROBLEM)
def test_a_problem_is_told_with_its_field(facts: dict[str, Any], code: str, field: str, blocks: bool) -> None:
    assert [(problem.code, problem.field, problem.blocking) for problem in found(**facts)] == [(code, field, blocks)]


def test_a_twin_that_is_published_is_a_problem_of_the_ordinal() -> None:
    (problem,) = found(same_ordinal_published=True)
    assert (problem.code, problem.field, problem.blocking) == ("same_ordinal", "ordinal", True)


SENTENCES = [
    pytest.param({"ua_number": None}, MISSING["ua_number"], id="missing UA number"),
    pytest.param(
        {"deadline": date(2026, 5, 31)},
        "The deadline 2026-05-31 is before the issue date 2026-06-01: it must be that day or later.",
        id="deadline before issue date",
    ),
    pytest.param(
        {"countries": ("XX",)},
        "“XX” is no country code: two letters by ISO 3166-1, like CN, are allowed.",
        id="unknown country",
    ),
    pytest.param(
        {"preferred_languages": ("klingonese-x",)},
        "“klingonese-x” is no language code: BCP 47 tags like es or zh-Hans are allowed.",
        id="unknown language",
    ),
    pytest.param(
        {"targets": target(salutations=())},
        "Target Example Minister has no salutation in English: add it to this target or in the directory.",
        id="missing salutation",
    ),
    pytest.param(
        {"targets": target(address=Address(), contacts=())},
        "No channel reaches target Example Minister: a postal address or a contact that is not marked dead is needed.",
        id="unreachable target",
    ),
    pytest.param(
        {"targets": target(name="", role="Chief Procurator", published=False)},
        "Target Chief Procurator is not published in the directory of officials. Publish it there.",
        id="unpublished target known by role",
    ),
    pytest.param(
        {"targets": target(name="", published=False)},
        "Target without a name is not published in the directory of officials. Publish it there.",
        id="unpublished target without any name",
    ),
    pytest.param(
        {"summary": prose("<p>Write as <b>[YOUR NAME]</b>.</p>")},
        "“[YOUR NAME]” is still to be filled in: replace or remove it.",
        id="placeholder",
    ),
    pytest.param(
        {"persons": (SHY,), "summary": prose("<p>Jane Sample taught.</p>")},
        "The name of J. S. stands in this text, but initials only were asked for.",
        id="name of somebody known by initials, who is not named in the sentence",
    ),
]


@pytest.mark.parametrize(("facts", "sentence"), SENTENCES)
def test_a_sentence_says_what_is_wrong_and_what_is_allowed(facts: dict[str, Any], sentence: str) -> None:
    assert sentence in [str(problem) for problem in found(**facts)]


def test_the_twin_is_named_by_number_and_ordinal() -> None:
    (problem,) = found(ordinal=2, same_ordinal_published=True)
    assert str(problem) == (
        "Another urgent action 44/22 with ordinal 2 is published in this language and section. "
        "Give this one the next ordinal, or unpublish the other."
    )


def test_blocking_leaves_out_what_is_only_worth_a_look() -> None:
    passed = found(deadline=date(2026, 6, 14), countries=())
    assert [problem.code for problem in blocking(passed)] == ["missing_countries"]


def test_problems_come_in_the_order_of_the_document() -> None:
    nothing = problems(UrgentAction(language="en"), today=TODAY, asks_to_write=True, same_ordinal_published=False)
    assert [problem.code for problem in nothing] == [
        "missing_title", "missing_ua_number", "missing_ordinal", "missing_countries", "missing_summary",
        "missing_deadline", "missing_letter", "missing_asks", "missing_targets", "missing_preferred_languages",
    ]  # fmt: skip


# Dates


@pytest.mark.parametrize("day", [date(2026, 6, 15), date(2026, 6, 16)], ids=["today", "tomorrow"])
def test_a_deadline_that_has_not_passed_is_no_problem(day: date) -> None:
    assert found(deadline=day) == []


def test_a_deadline_on_the_issue_date_is_allowed() -> None:
    assert found(issued_on=date(2026, 7, 1), deadline=date(2026, 7, 1)) == []


def test_without_an_issue_date_any_deadline_is_allowed() -> None:
    assert found(issued_on=None, deadline=date(2026, 6, 15)) == []


# Records


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"deadline": None}, id="deadline"),
        pytest.param({"targets": ()}, id="targets"),
        pytest.param({"letter": SampleLetter()}, id="sample letter"),
        pytest.param({"preferred_languages": ()}, id="preferred languages"),
        pytest.param({"targets": target(salutations=())}, id="salutation"),
        pytest.param({"targets": target(address=Address(), contacts=())}, id="a channel that reaches the target"),
        pytest.param({"deadline": date(2026, 6, 14)}, id="a deadline to come"),
    ],
)
def test_a_record_may_lack_what_only_a_writer_needs(facts: dict[str, Any]) -> None:
    assert found(asks_to_write=False, **facts) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        pytest.param({"headline": ""}, "missing_title", id="headline"),
        pytest.param({"ua_number": None}, "missing_ua_number", id="UA number"),
        pytest.param({"countries": ()}, "missing_countries", id="country"),
        pytest.param({"summary": ()}, "missing_summary", id="summary"),
        pytest.param({"targets": target(published=False)}, "target_unpublished", id="unpublished target"),
        pytest.param({"stop_reason": "[REASON]"}, "placeholder", id="placeholder in the reason of the stop"),
        pytest.param({"deadline": date(2026, 5, 31)}, "deadline_before_issue", id="deadline before issue date"),
        pytest.param({"persons": (SHY,), "stop_reason": "Jane Sample is free."}, "name_shown", id="name"),
    ],
)
def test_a_record_keeps_the_rules_of_what_is_public(facts: dict[str, Any], code: str) -> None:
    assert [problem.code for problem in found(asks_to_write=False, **facts)] == [code]


# Channels


def test_a_living_contact_beside_a_dead_one_reaches() -> None:
    assert found(targets=target(address=Address(), contacts=(DEAD_EMAIL, EMAIL))) == []


def test_a_doubtful_contact_reaches() -> None:
    doubtful = replace(EMAIL, health=ContactHealth.DOUBTFUL)
    assert found(targets=target(address=Address(), contacts=(doubtful,))) == []


def test_suspended_post_is_no_problem_for_a_target_with_e_mail() -> None:
    assert found(post_suspended=True) == []


def test_every_target_is_looked_at() -> None:
    second = replace(MINISTER, id="t2", name="Second", salutations=())
    assert [str(problem) for problem in found(targets=(MINISTER, second))] == [
        "Target Second has no salutation in English: add it to this target or in the directory."
    ]


def test_an_unpublished_target_is_told_once() -> None:
    hidden = target(published=False, address=Address(), contacts=(), salutations=())
    assert [problem.code for problem in found(targets=hidden)] == ["target_unpublished"]


def test_the_writers_own_language_is_enough() -> None:
    assert found(preferred_languages=(), own_language_welcome=True) == []


# Whatever is missing

NOTHING: dict[str, Any] = {
    "headline": "", "ua_number": None, "ordinal": None, "countries": (), "issued_on": None, "deadline": None,
    "persons": (), "summary": (), "targets": (), "letter": SampleLetter(), "preferred_languages": (),
}  # fmt: skip


@given(missing=st.sets(st.sampled_from(sorted(NOTHING))), asks_to_write=st.booleans(), twin=st.booleans())
def test_any_mix_of_missing_facts_is_told_and_every_problem_has_its_place(
    missing: set[str], asks_to_write: bool, twin: bool
) -> None:
    facts = {name: NOTHING[name] for name in missing}
    told = found(asks_to_write=asks_to_write, same_ordinal_published=twin, **facts)
    assert {problem.field for problem in told} <= PAGE_FIELDS
    assert {str(problem) for problem in told if problem.code != "same_ordinal"} <= set(MISSING.values())


@given(text=st.text())
def test_no_text_whatever_makes_the_rules_fail(text: str) -> None:
    told = found(
        headline=text,
        persons=(replace(SHY, name=text, name_in_original_script=text),),
        summary=prose(text),
        countries=(text,),
        preferred_languages=(text,),
        targets=target(name=text, note=text),
    )
    assert {problem.field for problem in told if str(problem)} <= PAGE_FIELDS


# References


def test_a_number_that_cannot_be_read_is_not_called_missing() -> None:
    wrong = UnreadableReference("“%(text)s” is no UA number.", {"text": "forty-four"})
    told = problems(
        replace(COMPLETE, ua_number=None),
        today=TODAY,
        asks_to_write=True,
        same_ordinal_published=False,
        unreadable=[("ua_number", wrong)],
    )
    assert [(problem.code, problem.field, str(problem)) for problem in told] == [
        ("unreadable_ua_number", "ua_number", "“forty-four” is no UA number.")
    ]
