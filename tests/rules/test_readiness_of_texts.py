"""Ready to publish? No placeholder and no name of somebody known by initials stands in any text."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.rules.samples import COMPLETE, SHY, found, letter, prose, target
from urgent_actions.rules.readiness import problems
from urgent_actions.urgent_action import CopyRecipient, Passage, Person, UrgentAction


def placeholders(text: str) -> list[str]:
    return [problem.params["placeholder"] for problem in found(letter=letter(paragraphs=(text,)))]


# Placeholders


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("Yours, [YOUR NAME]", "[YOUR NAME]"),
        ("Yours, [Your name]", "[Your name]"),
        ("Write to [CONTACT INFORMATION] today.", "[CONTACT INFORMATION]"),
        ("Dear {{name}},", "{{name}}"),
        ("Dear {{ first name }},", "{{ first name }}"),
        ("by <<date>> at the latest", "<<date>>"),
        ("on ____ in the city", "____"),
        ("on __________", "__________"),
    ],
)
def test_a_placeholder_is_found(text: str, placeholder: str) -> None:
    assert placeholders(text) == [placeholder]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“[the] court was wrong”", id="an editor's word in a quotation"),
        pytest.param("“he said […] nothing”", id="an omission"),
        pytest.param("“he said [...] nothing”", id="an omission in three dots"),
        pytest.param("“he sayed [sic]”", id="sic"),
        pytest.param("as a footnote says [1] and [12]", id="footnotes"),
        pytest.param("a snake_case and ___", id="fewer than four underscores"),
        pytest.param("a < b << c, {one} {two}", id="signs of computing"),
        pytest.param("“[l]a corte”", id="a letter in lower case"),
        pytest.param("[]", id="empty brackets"),
    ],
)
def test_no_placeholder_is_seen_where_there_is_none(text: str) -> None:
    assert placeholders(text) == []


def test_a_placeholder_is_told_once_for_each_text() -> None:
    assert placeholders("[YOUR NAME] and [YOUR NAME]") == ["[YOUR NAME]"]


def test_every_placeholder_of_a_text_is_told() -> None:
    assert placeholders("[YOUR NAME], {{city}}, ____") == ["[YOUR NAME]", "{{city}}", "____"]


def test_a_placeholder_split_by_formatting_is_found() -> None:
    (problem,) = found(summary=prose("<p>[YOUR <b>NAME</b>]</p>"))
    assert problem.params == {"placeholder": "[YOUR NAME]"}


def test_a_placeholder_with_an_escaped_sign_is_found() -> None:
    (problem,) = found(summary=prose("<p>by &lt;&lt;date&gt;&gt;</p>"))
    assert problem.params == {"placeholder": "<<date>>"}


EVERY_TEXT = [
    pytest.param(lambda text: {"headline": text}, "title", id="headline"),
    pytest.param(lambda text: {"summary": prose(f"<p>{text}</p>")}, "summary", id="summary"),
    pytest.param(lambda text: {"notes_to_writers": (text,)}, "targets", id="note to all writers"),
    pytest.param(lambda text: {"targets": target(note=text)}, "targets", id="note on a target"),
    pytest.param(lambda text: {"targets": target(salutations=(("en", text),))}, "targets", id="salutation"),
    pytest.param(
        lambda text: {"copies_to": (CopyRecipient(id="c", missions_of="HN", note=text),)},
        "targets",
        id="note on a copy",
    ),
    pytest.param(lambda text: {"letter": letter(paragraphs=(text,))}, "sample_letter", id="letter"),
    pytest.param(lambda text: {"letter": letter(asks_introduction=text)}, "sample_letter", id="opening of the asks"),
    pytest.param(lambda text: {"letter": letter(asks=(text,))}, "sample_letter", id="ask"),
    pytest.param(lambda text: {"letter": letter(closing=(text,))}, "sample_letter", id="closing"),
    pytest.param(
        lambda text: {"additional_information": prose(text)}, "additional_information", id="additional information"
    ),
    pytest.param(
        lambda text: {"additional_information": (Passage(kind="quote", text="Words", source=text),)},
        "additional_information",
        id="source of a quotation",
    ),
    pytest.param(lambda text: {"stop_reason": text}, "stop_reason", id="reason of the stop"),
    pytest.param(lambda text: {"persons": (replace(SHY, outcome_source=text),)}, "persons", id="source of an outcome"),
    pytest.param(
        lambda text: {"persons": (replace(SHY, appeals_contribution=text),)},
        "persons",
        id="contribution of the appeals",
    ),
]


@pytest.mark.parametrize(("facts", "field"), EVERY_TEXT)
def test_placeholders_are_looked_for_in_every_text(facts: Any, field: str) -> None:
    assert [(problem.code, problem.field) for problem in found(**facts("[FILL ME IN]"))] == [("placeholder", field)]


# Initials


@pytest.mark.parametrize("name", ["Jane Sample", "简娜"], ids=["Latin script", "original script"])
@pytest.mark.parametrize(("facts", "field"), EVERY_TEXT)
def test_a_name_is_refused_in_every_text_where_initials_were_asked_for(facts: Any, field: str, name: str) -> None:
    given = {"persons": (SHY,), **facts(f"With {name} in it")}
    assert [(problem.code, problem.field) for problem in found(**given)] == [("name_shown", field)]


@pytest.mark.parametrize(
    "text", ["JANE SAMPLE", "jane sample", "Jane Sample’s case", "(Jane Sample)", "被捕的简娜老师"]
)
def test_a_name_is_found_in_any_shape(text: str) -> None:
    assert [problem.code for problem in found(persons=(SHY,), headline=text)] == ["name_shown"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Jane Samples", id="longer surname"),
        pytest.param("Mary-jane Sampleson", id="other name that contains it"),
        pytest.param("Mjane Sample", id="longer first name"),
        pytest.param("J. S. in danger", id="the initials"),
    ],
)
def test_other_words_that_contain_the_name_are_allowed(text: str) -> None:
    assert found(persons=(SHY,), headline=text) == []


def test_a_name_with_accents_inside_another_word_is_allowed() -> None:
    person = replace(SHY, name="José Ruíz", name_in_original_script="")
    assert found(persons=(person,), headline="José Ruízal in danger") == []


def test_a_name_split_by_a_line_break_is_found() -> None:
    assert [p.code for p in found(persons=(SHY,), letter=letter(paragraphs=("for Jane\nSample",)))] == ["name_shown"]


def test_a_name_split_by_formatting_is_found() -> None:
    assert [p.code for p in found(persons=(SHY,), summary=prose("<p><b>Jane</b> Sample</p>"))] == ["name_shown"]


def test_a_name_with_an_escaped_sign_is_found() -> None:
    person = replace(SHY, name="Jane & Co", name_in_original_script="")
    assert [p.code for p in found(persons=(person,), summary=prose("<p>Jane &amp; Co</p>"))] == ["name_shown"]


def test_a_name_at_the_end_of_a_paragraph_is_found() -> None:
    given = prose("<p>They took Jane Sample</p><p>Then they left.</p>")
    assert [p.code for p in found(persons=(SHY,), summary=given)] == ["name_shown"]


def test_a_name_with_accents_is_found_in_either_way_of_writing_them() -> None:
    person = replace(SHY, name="Jos\u00e9 Sample")
    assert [p.code for p in found(persons=(person,), headline="Jose\u0301 Sample in danger")] == ["name_shown"]


def test_a_name_with_an_arabic_prefix_is_found() -> None:
    person = replace(SHY, name_in_original_script="سامية")
    assert [p.code for p in found(persons=(person,), headline="أحمد وسامية")] == ["name_shown"]


def test_a_name_may_be_shown_where_nobody_asked_for_initials() -> None:
    assert found(headline="Sample Person in danger") == []


def test_of_several_persons_only_those_who_asked_are_kept_out() -> None:
    persons = (*COMPLETE.persons, SHY)
    assert found(persons=persons, headline="Sample Person and J. S. in danger") == []


@pytest.mark.parametrize(
    "written",
    [
        "jose-perez-in-danger",
        "JOSÉ PÉREZ",
        "Jose Perez",
        "Pérez, José",
        "José\u00ad Pérez",
        "José\nPérez",
        "jose_perez",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    person = Person(id="1", name="José Pérez", use_initials=True)
    found = problems(
        UrgentAction(language="en", persons=(person,)),
        today=date(2026, 6, 15),
        asks_to_write=False,
        same_ordinal_published=False,
        addresses=[("slug", written)],
    )
    assert ("name_shown", "slug") in [(each.code, each.field) for each in found]


def test_a_longer_word_is_not_the_name() -> None:
    person = Person(id="1", name="Ana Roma", use_initials=True)
    found = problems(
        UrgentAction(language="en", persons=(person,), headline="Mariana Romano in danger"),
        today=date(2026, 6, 15),
        asks_to_write=False,
        same_ordinal_published=False,
    )
    assert [each.field for each in found if each.code == "name_shown"] == []
