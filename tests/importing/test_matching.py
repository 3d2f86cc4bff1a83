from typing import Any

import pytest

from tests import factories
from tests.importing.drafts import EMAIL, embassy, target
from urgent_actions.importing.directory.matching import (
    MOST_CANDIDATES,
    REASONS,
    SAME_EMAIL,
    SAME_MISSION_NAME,
    SAME_OFFICE,
    SAME_PAIR,
    Candidate,
    Directory,
    missions_like,
    only_certain,
)
from urgent_actions.importing.resemblance import Likeness, likeness
from urgent_actions.urgent_action import Address, Contact, ContactKind, Target

SAME, SPELLING, LONGER = Likeness.SAME, Likeness.SPELLING, Likeness.LONGER


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Example Minister", "Example Minister", SAME),
        ("EXAMPLE Minister", "example minister", SAME),
        ("Minister, Example", "Example Minister", SAME),
        ("José Pérez", "Jose Perez", SAME),
        ("Muestra-Prueba", "Muestra Prueba", SAME),
        ("H.E. Mr Example Minister", "Example Minister", SAME),
        ("Sra. Ejemplo Prueba", "Ejemplo Prueba", SAME),
        ("样人", "样人", SAME),
        ("Abdel Fattah Beispiel", "Abdelfattah Beispiel", SPELLING),
        ("Muster Fattah", "Muster Fatah", SPELLING),
        ("Example Labkovich", "Example Labkovic", SPELLING),
        ("Sophia Example Person", "Example Person", LONGER),
        ("Example Zhang", "Example Wang", None),
        ("Example Person", "Sample Person", None),
        ("Example", "Example Person", None),
        ("", "", None),
        ("Example Person", "", None),
        ("Mr", "Mr", SAME),
    ],
)
def test_names_are_alike(one: str, other: str, expected: Likeness | None) -> None:
    assert (likeness(one, other), likeness(other, one)) == (expected, expected)


def found(said: Target) -> list[Candidate]:
    return Directory.read().officials_like(said)


@pytest.mark.django_db
def test_an_entry_that_says_all_the_document_says_is_certain() -> None:
    official = factories.official()
    (candidate,) = found(target(name="H.E. EXAMPLE MINISTER"))
    assert candidate == Candidate(
        pk=official.pk,
        called="Example Minister, Minister of Examples, Ministry of Examples",
        live=True,
        reasons=(REASONS[SAME], SAME_OFFICE, SAME_EMAIL),
        news=(),
        certain=True,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "news"),
    [
        ({"address": Address(lines=("9 New Street", "Example City"), country="HN")}, "address"),
        ({"address": Address(lines=("1 Example Street",), country="MX")}, "country"),
        ({"role": "Minister of Samples"}, "role"),
        ({"contacts": (Contact(kind=ContactKind.EMAIL, value="new@example.org"),)}, "email"),
        ({"contacts": (EMAIL, Contact(kind=ContactKind.FAX, value="+504 2230-0000"))}, "fax"),
        ({"name": "Exampel Minister"}, "name"),
    ],
)
def test_what_the_document_says_anew_is_told_and_makes_the_entry_uncertain(changes: Any, news: str) -> None:
    factories.official()
    (candidate,) = found(target(**changes))
    assert ([each.field for each in candidate.news], candidate.certain) == ([news], False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"address": Address(lines=("1 EXAMPLE street,", "Example City"), country="HN")},
        {"address": Address(lines=("1 Example Street", "Example City", "Honduras"), country="HN")},
        {"address": Address(), "contacts": (), "salutations": ()},
        {"contacts": (Contact(kind=ContactKind.EMAIL, value="MINISTER@example.org"),)},
        {"role": ""},
    ],
)
def test_the_same_in_other_signs_or_less_of_it_is_nothing_new(changes: Any) -> None:
    factories.official()
    (candidate,) = found(target(**changes))
    assert candidate.certain


@pytest.mark.django_db
def test_another_holder_of_the_office_is_offered_and_never_certain() -> None:
    factories.official(name="Other Holder", contacts=())
    (candidate,) = found(target())
    assert (candidate.reasons, [each.field for each in candidate.news], candidate.certain) == (
        (SAME_OFFICE,),
        ["name", "email"],
        False,
    )


@pytest.mark.django_db
def test_the_holder_of_an_office_that_the_document_does_not_name_is_not_certain() -> None:
    factories.official()
    (candidate,) = found(target(name=""))
    assert (candidate.reasons, candidate.certain) == ((SAME_OFFICE, SAME_EMAIL), False)


@pytest.mark.django_db
def test_a_board_without_a_name_is_certain_by_its_office() -> None:
    factories.official(name="", role="")
    (candidate,) = found(target(name="", role=""))
    assert candidate.certain


@pytest.mark.django_db
def test_the_same_office_in_another_country_is_another_office() -> None:
    factories.official(name="Other Holder", country="MX", contacts=())
    assert found(target()) == []


@pytest.mark.django_db
def test_an_entry_that_is_not_published_is_offered_too() -> None:
    factories.unpublished_official()
    (candidate,) = found(target())
    assert (candidate.live, candidate.certain) == (False, True)


@pytest.mark.django_db
def test_two_entries_that_would_both_do_are_a_matter_of_choice() -> None:
    factories.official()
    factories.official()
    candidates = found(target())
    assert ([each.certain for each in candidates], only_certain(candidates)) == ([True, True], None)


@pytest.mark.django_db
def test_the_likeliest_come_first_and_no_more_than_a_few() -> None:
    for _ in range(MOST_CANDIDATES + 3):
        factories.official(name="Sophia Example Minister", organisation="Another Ministry", contacts=())
    likeliest = factories.official()
    candidates = found(target())
    assert (candidates[0].pk, len(candidates)) == (likeliest.pk, MOST_CANDIDATES)


@pytest.mark.django_db
def test_nobody_is_offered_for_a_stranger() -> None:
    factories.official()
    assert found(Target(id="", name="Somebody Else", organisation="Somewhere Else")) == []


@pytest.mark.django_db
def test_an_entry_made_since_is_found() -> None:
    directory = Directory.read()
    directory.add(factories.official())
    assert len(directory.officials_like(target())) == 1


@pytest.mark.django_db
def test_the_directory_is_asked_a_bounded_number_of_times(django_assert_num_queries: Any) -> None:
    for place in range(30):
        factories.official(name=f"Example Minister {place}")
    with django_assert_num_queries(2):
        directory = Directory.read()
    with django_assert_num_queries(3):
        directory.officials_like(target())


@pytest.mark.django_db
def test_the_mission_of_the_same_two_countries_is_offered() -> None:
    mission = factories.mission()
    (candidate,) = missions_like(embassy())
    assert (candidate.pk, candidate.reasons, candidate.certain) == (mission.pk, (SAME_PAIR, SAME_MISSION_NAME), True)


@pytest.mark.django_db
def test_a_new_address_of_a_mission_is_told() -> None:
    factories.mission()
    (candidate,) = missions_like(embassy(address=Address(lines=("5 New Avenue",))))
    assert ([each.field for each in candidate.news], candidate.certain) == (["address"], False)


@pytest.mark.django_db
def test_a_mission_elsewhere_is_not_offered() -> None:
    factories.mission(in_country="FR", name="Embassy in France")
    assert missions_like(embassy()) == []


@pytest.mark.django_db
def test_a_mission_without_countries_is_known_by_its_name() -> None:
    factories.mission()
    (candidate,) = missions_like(embassy(of_country="", in_country=""))
    assert candidate.reasons == (SAME_MISSION_NAME,)
