from datetime import date

import pytest

from urgent_actions.importing.lines.dates import dates_in, is_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 18 March 2011", date(2011, 3, 18)),
        ("BEFORE 18 OCTOBER 2018 TO:", date(2018, 10, 18)),
        ("until: June 14, 2024", date(2024, 6, 14)),
        ("June 1 2023", date(2023, 6, 1)),
        ("by 29 March, 2018:", date(2018, 3, 29)),
        ("April 4th, 2011", date(2011, 4, 4)),
        ("25 de septiembre de 2009", date(2009, 9, 25)),
        ("ANTES DEL 2 DE DICIEMBRE DE 2009 A:", date(2009, 12, 2)),
        ("Viernes, 27 de noviembre, 2020", date(2020, 11, 27)),
        ("AVANT LE 26 JANVIER 2015", date(2015, 1, 26)),
        ("15 décembre 2014", date(2014, 12, 15)),
        ("1er août 2014", date(2014, 8, 1)),
        ("Appelle bis 27. Januar 2015", date(2015, 1, 27)),
        ("02/19/2020", date(2020, 2, 19)),
        ("19/02/2020", date(2020, 2, 19)),
        ("07.01.2021", date(2021, 1, 7)),
        ("2025-03-18", date(2025, 3, 18)),
    ],
)
def test_a_day_is_read_in_every_form_that_documents_have(text: str, expected: date) -> None:
    assert [found.known for found in dates_in(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["No.65/2021", "AMR 41/085/2010", "30 February 2020", "14 protestors", "May they come", "1/2"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert [found for found in dates_in(text) if found.known] == []


def test_in_english_a_day_and_a_month_in_numbers_may_stand_in_either_order() -> None:
    (found,) = dates_in("3/4/2020", language="en")

    assert (found.ambiguous, found.known) == (True, None)


def test_in_other_languages_the_day_comes_first() -> None:
    assert [found.known for found in dates_in("9/2/11", language="es")] == [date(2011, 2, 9)]


def test_a_day_without_a_year_is_the_next_one() -> None:
    (found,) = dates_in("before January 15")

    assert (found.known, found.after(date(2015, 12, 3))) == (None, date(2016, 1, 15))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("10 May 1999", True),
        ("Viernes, 27 de noviembre, 2020", True),
        ("On 10 May 1999 she left", False),
        ("10 May", False),
    ],
)
def test_a_line_that_is_nothing_but_a_day(text: str, alone: bool) -> None:
    assert is_date(text) is alone
