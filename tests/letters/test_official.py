"""The letter that tells an official how many letters there were: its words in each script, as they were looked at."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.golden import Golden
from tests.letters.samples import JUDGE, LATIN, MINISTER, MISSIONS, ON, SCRIPTS
from tests.letters.test_paper import in_word, words
from urgent_actions.letters.letter import Letter, Paper
from urgent_actions.letters.official import Known, letter_to_official
from urgent_actions.letters.paper.letter_docx import letter_docx
from urgent_actions.letters.paper.pdf import pdf
from urgent_actions.letters.paper.sheets import sheets
from urgent_actions.letters.phrases import languages
from urgent_actions.letters.refusal import LetterRefused, Unfilled
from urgent_actions.letters.render.text import text
from urgent_actions.urgent_action import SampleLetter, UrgentAction

KNOWN = (
    Known(how="self_reported", letters=1234, first=date(2026, 6, 2), last=date(2026, 6, 14)),
    Known(how="group", letters=310, first=date(2026, 6, 9), last=date(2026, 6, 9)),
    Known(how="offline", letters=87, first=date(2026, 5, 30), last=date(2026, 6, 3)),
)


def told(ua: UrgentAction = LATIN, known: Any = KNOWN, **asked: Any) -> Letter:
    """Return the letter to the minister, who is abroad."""
    values = {
        "target": MINISTER,
        "language": ua.language,
        "section": "Sample Section",
        "country": "US",
        "on": ON,
        "missions": MISSIONS,
        **asked,
    }
    target = values.pop("target")
    return letter_to_official(ua, target, known, **values)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_letter_on_paper_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-official-pdf.txt", words(pdf(sheets([told(SCRIPTS[name])], paper=Paper.A4))))


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_letter_in_word_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-official-docx.txt", in_word(letter_docx([told(SCRIPTS[name])], paper=Paper.A4)))


@pytest.mark.parametrize("language", languages())
def test_its_words_in_each_language_are_those_that_were_looked_at(language: str, golden: Golden) -> None:
    golden(f"official-{language}.txt", text(told(language=language)))


@pytest.mark.parametrize("language", languages())
def test_what_is_known_in_different_ways_is_never_added_up(language: str) -> None:
    said = "".join(char for char in text(told(language=language)) if char.isdigit())
    assert "1631" not in said


def test_what_is_known_in_one_way_is_not_set_apart() -> None:
    assert "do not add them up" not in text(told(known=KNOWN[:1]))


def test_where_nothing_is_known_there_is_no_letter() -> None:
    with pytest.raises(LetterRefused, match="No letters to Example Minister were counted here"):
        told(known=())


def test_without_words_in_the_language_there_is_no_letter() -> None:
    with pytest.raises(LetterRefused, match="no words for a letter in this language"):
        told(language="tr")


def test_in_another_language_than_that_of_the_urgent_action_it_asks_nothing() -> None:
    letter = told(language="ru")
    assert (letter.asks, letter.asks_introduction) == ((), "")


def test_it_asks_exactly_what_the_sample_letter_asks() -> None:
    letter = told()
    assert (letter.asks_introduction, letter.asks) == (LATIN.letter.asks_introduction, LATIN.letter.asks)


def test_without_asks_nothing_introduces_them() -> None:
    assert "as a model" not in text(told(replace(LATIN, letter=SampleLetter(paragraphs=("Words.",)))))


def test_somebody_with_initials_is_not_named() -> None:
    assert told().names == "Sample Person and J. E."


def test_nothing_unfilled_leaves() -> None:
    with pytest.raises(Unfilled):
        told(replace(LATIN, letter=SampleLetter(asks=("free [NAME OF PRISONER].",))))


def test_where_post_is_suspended_it_goes_through_the_mission() -> None:
    letter = told(replace(LATIN, post_suspended=True))
    assert "c/o Example Embassy in the United States" in letter.address
    assert letter.forward == "To the mission: please forward this letter to Example Minister."


def test_somebody_without_a_salutation_is_addressed_in_general() -> None:
    assert told(target=JUDGE).salutation == "Dear Sir or Madam,"


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "(June 2, 2026)", "(from June 2, 2026 to June 4, 2026)"),
        ("de", "(2. Juni 2026)", "(2. Juni 2026 bis 4. Juni 2026)"),
        ("ru", "(2 июня 2026\u202fг.)", "(с 2 июня 2026\u202fг. по 4 июня 2026\u202fг.)"),
        ("zh-Hans", "（2026年6月2日）", "（2026年6月2日至2026年6月4日）"),
    ],
)
def test_days_are_written_as_in_the_language(language: str, one: str, several: str) -> None:
    first, last = date(2026, 6, 2), date(2026, 6, 4)
    known = [Known(how="group", letters=1, first=first, last=end) for end in (first, last)]
    said = "\n".join(told(known=known, language=language).paragraphs)
    figures = [line for line in said.splitlines() if line.startswith("–")]
    assert [one in figures[0], several in figures[1]] == [True, True]


def test_names_are_listed_in_the_language_of_the_letter() -> None:
    assert told(language="de").names == "Sample Person und J. E."


def test_the_letter_says_nothing_that_could_be_a_writer() -> None:
    """No country, no channel, no note: only how many, from when to when (DOMAIN rule 8)."""
    assert list(Known.__dataclass_fields__) == ["how", "letters", "first", "last"]
