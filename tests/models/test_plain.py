"""From the page to the noun."""

from typing import Any

import pytest

from tests import factories
from urgent_actions.models import CountryOnPage, FormOfAddress, UrgentActionPage
from urgent_actions.urgent_action import Passage, SampleLetter, UANumber, UrgentAction

pytestmark = pytest.mark.django_db


def noun(page: UrgentActionPage) -> UrgentAction:
    return page.as_urgent_action(moment=factories.NOW)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], SampleLetter()),
        ([("paragraph", "A."), ("paragraph", "B.")], SampleLetter(paragraphs=("A.", "B."))),
        (
            [("asks", {"introduction": "I ask:", "asks": ["this", " ", "that"]})],
            SampleLetter(asks_introduction="I ask:", asks=("this", "that")),
        ),
        (
            [
                ("paragraph", "A."),
                ("asks", {"introduction": "", "asks": ["this"]}),
                ("paragraph", "B."),
                ("paragraph", "C."),
            ],
            SampleLetter(paragraphs=("A.",), asks=("this",), closing=("B.", "C.")),
        ),
        (
            [("asks", {"introduction": "", "asks": ["this"]}), ("paragraph", "B.")],
            SampleLetter(asks=("this",), closing=("B.",)),
        ),
        ([("paragraph", "  \n"), ("paragraph", "B.")], SampleLetter(paragraphs=("B.",))),
    ],
)
def test_a_letter_is_read_before_and_after_its_asks(written: list[Any], expected: SampleLetter) -> None:
    assert noun(factories.draft(sample_letter=written)).letter == expected


def test_targets_come_by_priority_and_as_typed_where_it_is_the_same() -> None:
    order = [("C", 2), ("A", 1), ("D", 2), ("B", 1)]
    targets = [("target", {"official": factories.official(name=name), "priority": place}) for name, place in order]
    assert [target.name for target in noun(factories.draft(targets=targets)).targets] == ["A", "B", "C", "D"]


def test_a_target_without_a_priority_comes_first() -> None:
    targets = [("target", {"official": factories.official(), "priority": None})]
    assert [target.priority for target in noun(factories.draft(targets=targets)).targets] == [1]


def test_a_salutation_typed_here_wins_over_the_directory_in_the_language_of_the_page() -> None:
    someone = factories.official(salutations={"en": "Dear Minister,", "es": "Señora Ministra:"})
    targets = [("target", {"official": someone, "priority": 1, "salutation": "Dear Madam,"})]
    target = noun(factories.draft(targets=targets)).targets[0]
    assert target.salutations == (("en", "Dear Madam,"), ("es", "Señora Ministra:"))


def test_the_role_is_told_in_the_language_of_the_page() -> None:
    someone = factories.official(role="Minister")
    someone.forms_of_address = [FormOfAddress(language="ar", salutation="معالي الوزيرة،", role="وزيرة")]
    someone.save()
    targets = [("target", {"official": someone, "priority": 1})]
    pages = [
        factories.draft(targets=targets, ua_number="44/26"),
        factories.draft(targets=targets, ua_number="44/26", parent=factories.index_page(language="ar")),
    ]
    assert [noun(page).targets[0].role for page in pages] == ["Minister", "وزيرة"]


def test_the_id_of_a_target_outlives_its_place() -> None:
    page = factories.draft(
        targets=[("target", {"official": factories.official(name=name), "priority": 1}) for name in ("A", "B")]
    )
    before = {target.name: target.id for target in noun(page).targets}
    page.targets = list(reversed([block.get_prep_value() for block in page.targets]))
    page.save()
    after = {target.name: target.id for target in noun(factories.fresh(page)).targets}
    assert all(before.values())
    assert before == after


def test_an_unpublished_official_keeps_the_words_that_name_it_alone() -> None:
    targets = [("target", {"official": factories.unpublished_official(name="Hidden"), "priority": 1})]
    target = noun(factories.draft(targets=targets)).targets[0]
    assert (target.name, target.published, target.address.lines, target.contacts, target.salutations) == (
        "Hidden",
        False,
        (),
        (),
        (),
    )


@pytest.mark.parametrize("kind", ["target", "copy_to_official"])
def test_an_official_who_was_deleted_is_nobody(kind: str) -> None:
    someone = factories.official()
    value = {"official": someone, "priority": 1} if kind == "target" else {"official": someone}
    page = factories.draft(targets=[(kind, value)])
    someone.delete()
    found = noun(factories.fresh(page))
    assert ([target.published for target in found.targets], found.copies_to) == (
        [False] if kind == "target" else [],
        (),
    )


def test_copies_go_to_missions_and_officials_in_order() -> None:
    someone = factories.official(name="Ombudsperson")
    page = factories.draft(
        targets=[
            ("copy_to_official", {"official": someone, "note": "n"}),
            ("copy_to_missions", {"country": "HN", "note": ""}),
        ]
    )
    found = [
        (each.official.name if each.official else "", each.missions_of, each.note) for each in noun(page).copies_to
    ]
    assert found == [("Ombudsperson", "", "n"), ("", "HN", "")]


def test_the_mission_is_the_one_in_the_country_of_the_section() -> None:
    factories.mission(of="HN", in_country="US", name="In the United States")
    factories.mission(of="HN", in_country="GB", name="In the United Kingdom")
    factories.section_settings(country="GB")
    found = noun(factories.draft(targets=[("copy_to_missions", {"country": "HN"})])).copies_to[0].mission
    assert found is not None
    assert found.name == "In the United Kingdom"


@pytest.mark.parametrize("number", ["", "forty-four", "44/", "1000/22"])
def test_a_draft_with_an_unreadable_ua_number_has_none(number: str) -> None:
    page = factories.draft()
    UrgentActionPage.objects.filter(pk=page.pk).update(ua_number=number)
    assert noun(factories.fresh(page)).ua_number is None


def test_what_was_typed_for_an_unreadable_number_is_kept() -> None:
    assert factories.fresh(factories.draft(ua_number="forty-four")).ua_number == "forty-four"


def test_a_ua_number_is_read_from_any_form() -> None:
    assert noun(factories.draft(ua_number="UA: 44.22")).ua_number == UANumber(44, 22)


@pytest.mark.parametrize("number", ["", "XYZ 1/2/3", "5628"])
def test_a_draft_with_an_unreadable_index_number_has_none(number: str) -> None:
    assert noun(factories.draft(index_number=number)).index_number is None


def test_passages_keep_order_kind_and_source() -> None:
    page = factories.draft(
        additional_information=[
            ("heading", "Work"),
            ("paragraph", "<p>Text</p>"),
            ("quote", {"text": "Words", "source": ""}),
        ]
    )
    assert noun(page).additional_information == (
        Passage(kind="heading", text="Work"),
        Passage(kind="paragraph", text="<p>Text</p>"),
        Passage(kind="quote", text="Words", source=""),
    )


@pytest.mark.parametrize(
    ("section", "written"),
    [
        ("targets", [("target", {}), ("copy_to_missions", {}), ("copy_to_official", {})]),
        ("sample_letter", [("asks", {})]),
        ("additional_information", [("quote", {})]),
    ],
)
def test_blocks_that_code_left_empty_are_read(section: str, written: list[Any]) -> None:
    page = UrgentActionPage(title="", locale=factories.index_page().locale, **{section: written})
    assert noun(page).letter == SampleLetter()


def test_lists_of_facts_leave_out_empty_rows() -> None:
    page = factories.draft(countries=["SV", "HN"], languages=["es", "fr"])
    page.country_items = [CountryOnPage(country="SV"), CountryOnPage(country=""), CountryOnPage(country="HN")]
    assert (noun(page).countries, noun(page).preferred_languages) == (("SV", "HN"), ("es", "fr"))


def test_an_empty_page_is_an_empty_urgent_action() -> None:
    page = UrgentActionPage(title="", locale=factories.index_page().locale)
    assert noun(page) == UrgentAction(language="en", own_language_welcome=True)
