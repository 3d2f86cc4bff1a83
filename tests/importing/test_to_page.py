from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import Page, PageLogEntry

from cms.demo.roles import make_roles
from tests import factories
from tests.importing.drafts import EMAIL, embassy, target, told
from urgent_actions.importing.directory.who import Choice, Deed
from urgent_actions.importing.page.to_page import Imported, create_draft, offered_changes, update_draft
from urgent_actions.importing.refusal import AlreadyThere, ImportRefused
from urgent_actions.models import Mission, Official, UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish
from urgent_actions.urgent_action import (
    Contact,
    ContactKind,
    CopyRecipient,
    IndexNumber,
    Outcome,
    Passage,
    Person,
    UANumber,
    UrgentAction,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def imported(urgent_action: UrgentAction, **changes: Any) -> Imported:
    parent = changes.pop("parent", None) or factories.UrgentActionIndexPage.objects.first() or factories.index_page()
    given: dict[str, Any] = {"choices": {}, "origin": "sample.txt", **changes}
    return create_draft(urgent_action, parent=parent, **given)


def used(official: Official) -> dict[str, Choice]:
    return {"targets[0]": Choice(deed=Deed.USE, pk=official.pk)}


def as_told(page: UrgentActionPage) -> UrgentAction:
    return factories.fresh(page).as_urgent_action(moment=factories.NOW)


def without_ids(urgent_action: UrgentAction) -> UrgentAction:
    return replace(
        urgent_action,
        persons=tuple(replace(person, id="") for person in urgent_action.persons),
        summary=tuple(replace(passage, id="") for passage in urgent_action.summary),
    )


def test_every_fact_of_the_document_stands_in_its_field() -> None:
    page = imported(told(), choices=used(factories.official())).page
    found = without_ids(as_told(page))
    expected = told()
    for field in UrgentAction.__dataclass_fields__:
        if field not in ("targets", "copies_to"):
            assert getattr(found, field) == getattr(expected, field), field
    assert [(each.name, each.priority, each.published) for each in found.targets] == [("Example Minister", 1, True)]
    assert [each.missions_of for each in found.copies_to] == ["HN"]


def test_nothing_is_published() -> None:
    made = imported(told())
    page = factories.fresh(made.page)
    assert (page.live, page.first_published_at, page.latest_revision is not None) == (False, None, True)
    assert [(entry.name, entry.live) for entry in made.made] == [("Example Minister", False)]


def test_a_document_that_says_nothing_makes_an_empty_draft_that_the_gate_refuses() -> None:
    page = imported(UrgentAction(language="en")).page
    assert (page.title, page.ua_number, page.ordinal, page.deadline) == (
        "[Headline missing] sample.txt",
        "",
        None,
        None,
    )
    with pytest.raises(NotReadyToPublish) as refusal:
        page.get_latest_revision().publish()
    assert "placeholder" in {problem.code for problem in refusal.value.problems}


def test_an_official_of_the_directory_is_used_as_it_is() -> None:
    official = factories.official(address="Another Street", salutations={"en": "Dear Minister,"})
    page = imported(told(), choices=used(official)).page
    assert Official.objects.get() == official
    block = page.targets[1]
    assert (block.value["official"], block.value["salutation"]) == (official, "")


def test_other_opening_words_are_those_of_this_urgent_action() -> None:
    official = factories.official(salutations={"en": "Dear Sir,"})
    page = imported(told(), choices=used(official)).page
    assert page.targets[1].value["salutation"] == "Dear Minister,"


def test_a_new_official_has_what_the_document_says() -> None:
    (official,) = imported(told()).made
    stored = Official.objects.get()
    assert (stored.name, stored.role, stored.organisation) == (
        "Example Minister",
        "Minister of Examples",
        "Ministry of Examples",
    )
    assert (stored.address, stored.country) == ("1 Example Street\nExample City", "HN")
    assert [(each.kind, each.value) for each in stored.contacts.all()] == [("email", "minister@example.org")]
    assert [(each.language, each.salutation) for each in stored.forms_of_address.all()] == [("en", "Dear Minister,")]
    assert (official.pk, stored.live, stored.note) == (stored.pk, False, "Imported from sample.txt.")


def test_a_number_without_its_country_code_is_noted_and_not_guessed() -> None:
    phone = Contact(kind=ContactKind.PHONE, value="202 555 0143")
    imported(told(targets=(target(contacts=(EMAIL, phone)),)))
    stored = Official.objects.get()
    assert [each.value for each in stored.contacts.all()] == ["minister@example.org"]
    assert stored.note == "Imported from sample.txt.\nPhone: 202 555 0143"


def test_somebody_named_twice_becomes_one_entry() -> None:
    recipient = CopyRecipient(id="", official=target())
    page = imported(told(copies_to=(recipient,))).page
    official = Official.objects.get()
    assert [block.value["official"] for block in page.targets if block.block_type != "note_to_writers"] == [
        official,
        official,
    ]


def test_who_is_left_out_is_not_in_the_draft_and_not_in_the_directory() -> None:
    page = imported(told(), choices={"targets[0]": Choice(deed=Deed.LEAVE_OUT)}).page
    assert [block.block_type for block in page.targets] == ["note_to_writers", "copy_to_missions"]
    assert not Official.objects.exists()


def test_an_embassy_becomes_copies_to_the_missions_of_its_country() -> None:
    page = imported(told(copies_to=(CopyRecipient(id="", mission=embassy()),))).page
    assert page.targets[-1].value["country"] == "HN"
    assert not Mission.objects.exists()


def test_a_new_mission_is_made_where_that_was_chosen_and_is_not_published() -> None:
    made = {"copies_to[0]": Choice(deed=Deed.MAKE)}
    imported(told(copies_to=(CopyRecipient(id="", mission=embassy()),)), choices=made)
    mission = Mission.objects.get()
    assert (mission.name, mission.of_country, mission.in_country, mission.live) == (
        "Example Embassy",
        "HN",
        "US",
        False,
    )


def test_an_embassy_of_nobody_knows_where_becomes_a_copy_to_an_official() -> None:
    unknown = embassy(of_country="", in_country="", head_of_mission="Example Envoy", head_of_mission_title="Ambassador")
    (official,) = imported(told(targets=(), copies_to=(CopyRecipient(id="", mission=unknown),))).made
    assert (official.name, official.role, official.organisation, official.live) == (
        "Example Envoy",
        "Ambassador",
        "Example Embassy",
        False,
    )


def test_opening_words_in_another_language_than_the_page_are_not_those_of_the_page() -> None:
    page = imported(told(language="es", targets=(target(salutations=(("es", "Estimado Ministro:"),)),))).page
    assert page.targets[1].value["salutation"] == ""
    assert Official.objects.get().forms_of_address.get().salutation == "Estimado Ministro:"


def test_a_new_entry_names_those_that_it_is_like() -> None:
    imported(told(), choices={"targets[0]": Choice(deed=Deed.MAKE, like=("Exampel Minister", "Example Ministre"))})
    assert Official.objects.get().note == (
        "Imported from sample.txt.\nPerhaps the same as: Exampel Minister; Example Ministre."
    )


def test_a_second_mission_for_two_countries_is_not_made() -> None:
    there = factories.mission(name="Embassy of Honduras")
    made = {"copies_to[0]": Choice(deed=Deed.MAKE)}
    imported(told(copies_to=(CopyRecipient(id="", mission=embassy()),)), choices=made)
    assert Mission.objects.get() == there


def test_text_without_marks_becomes_a_paragraph() -> None:
    page = imported(told(summary=(Passage(kind="paragraph", text="Torture & <threats> on 3 May."),))).page
    assert page.summary[0].value.source.endswith(">Torture &amp; &lt;threats&gt; on 3 May.</p>")


def test_what_the_editor_cannot_hold_does_not_get_into_the_prose() -> None:
    hostile = '<p>She was<script>alert(1)</script> <a href="javascript:alert(1)">threatened</a>.</p>'
    page = imported(told(summary=(Passage(kind="paragraph", text=hostile),))).page
    source = page.summary[0].value.source
    assert "script" not in source
    assert "threatened" in source


def test_a_closed_document_says_since_when_and_why() -> None:
    stopped = datetime(2026, 3, 2, tzinfo=factories.UTC)
    person = Person(id="", name="Sample Person", outcome=Outcome.RELEASED, outcome_on=date(2026, 3, 1))
    page = imported(told(stopped_at=stopped, stop_reason="She has been released.", persons=(person,)), closed=True).page
    assert (page.stopped_at, page.stop_reason) == (stopped, "She has been released.")
    assert page.persons.get().outcome == "released"


def test_a_closed_document_is_stopped_from_the_day_that_it_names_in_the_time_of_the_section() -> None:
    factories.section_settings(time_zone="America/Tegucigalpa")
    page = imported(told(), closed=True, ended_on=date(2026, 3, 2)).page
    assert page.stopped_at == datetime(2026, 3, 2, 6, 0, tzinfo=factories.UTC)
    assert page.stop_reason == ""


def test_a_closed_document_that_does_not_say_since_when_cannot_be_published_as_open() -> None:
    page = imported(told(), choices=used(factories.official()), closed=True).page
    assert (page.stopped_at, page.stop_reason) == (None, "[Closed, says the document: enter since when, and why]")
    with pytest.raises(NotReadyToPublish) as refusal:
        page.get_latest_revision().publish()
    assert {problem.code for problem in refusal.value.problems} == {"placeholder"}


def test_the_same_without_being_closed_can_be_published() -> None:
    page = imported(told(), choices=used(factories.official())).page
    page.get_latest_revision().publish()
    assert factories.fresh(page).live


def test_the_previous_one_is_found_by_its_number_and_the_link_of_the_document_stays() -> None:
    factories.published(ua_number="801/26", ordinal=1)
    page = imported(told()).page
    assert page.previous_url == "https://example.org/documents/one"
    assert page.published_chain(moment=factories.NOW).previous is not None


@pytest.mark.parametrize(
    "again",
    [
        {"index_number": None, "headline": "Another headline"},
        {"ua_number": None, "ordinal": None, "headline": "Another headline"},
    ],
)
def test_the_same_document_is_not_imported_twice(again: dict[str, Any]) -> None:
    first = imported(told()).page
    with pytest.raises(AlreadyThere) as refusal:
        imported(told(**again))
    assert refusal.value.page == first
    assert str(refusal.value) == (
        "This urgent action is there already: “Sample Person in danger”. It can be updated from the document."
    )
    assert UrgentActionPage.objects.count() == Official.objects.count() == 1


def test_a_document_without_numbers_is_known_by_its_headline() -> None:
    bare = UrgentAction(language="en", headline="Sample Person in danger")
    imported(bare)
    with pytest.raises(AlreadyThere):
        imported(replace(bare, headline="SAMPLE PERSON IN DANGER"))


def test_a_document_without_a_headline_is_known_by_its_name() -> None:
    imported(UrgentAction(language="en", ordinal=1))
    with pytest.raises(AlreadyThere):
        imported(UrgentAction(language="en", ordinal=1))
    imported(UrgentAction(language="en", ordinal=1), origin="another.txt")
    assert UrgentActionPage.objects.count() == 2


@pytest.mark.parametrize(
    "other",
    [{"ordinal": 3, "index_number": None}, {"index_number": IndexNumber("AMR", "37", "0999", "2026"), "ordinal": 4}],
)
def test_another_one_of_the_case_is_another_page(other: dict[str, Any]) -> None:
    imported(told())
    imported(told(**other), choices=used(Official.objects.get()))
    assert UrgentActionPage.objects.count() == 2


def test_the_same_document_in_another_section_is_another_page() -> None:
    imported(told())
    elsewhere = factories.index_page_of(factories.section())
    imported(told(), parent=elsewhere, choices=used(Official.objects.get()))
    assert UrgentActionPage.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"countries": ("XX",)}, "XX"),
        ({"headline": "x" * 300}, "255"),
        ({"preferred_languages": ("tlh-fantasy",)}, "tlh-fantasy"),
        ({"previous_url": "no address"}, "URL"),
        ({"persons": (Person(id="", name="N" * 201),)}, "200"),
        ({"targets": (target(name="N" * 201),)}, "200"),
    ],
)
def test_a_value_that_the_form_refuses_leaves_nothing(wrong: dict[str, Any], said: str) -> None:
    parent = factories.index_page()
    before = Page.objects.count()
    with pytest.raises((ValidationError, ImportRefused), match=said):
        imported(told(**wrong), parent=parent)
    assert (Page.objects.count(), Official.objects.count()) == (before, 0)


def test_a_nameless_target_is_refused_with_its_place() -> None:
    with pytest.raises(ImportRefused) as refusal:
        imported(told(targets=(target(name="", role="", organisation=""),)))
    assert refusal.value.place == "targets[0]"


def test_an_entry_that_is_gone_is_refused() -> None:
    with pytest.raises(ImportRefused, match="not in the directory any more"):
        imported(told(), choices={"targets[0]": Choice(deed=Deed.USE, pk=4711)})


def user(role: str) -> Any:
    make_roles(Page.get_first_root_node())
    found = get_user_model().objects.create_user(role.lower(), f"{role.lower()}@example.org", "password")
    found.groups.add(Group.objects.get(name=role))
    return found


def test_an_editor_imports_and_is_named_in_the_log() -> None:
    editor = user("Editors")
    page = imported(told(), user=editor).page
    assert page.owner == editor
    assert {entry.user for entry in PageLogEntry.objects.filter(page=page, action="wagtail.edit")} == {editor}


def test_who_may_not_add_pages_makes_nothing() -> None:
    with pytest.raises(PermissionDenied):
        imported(told(targets=()), user=user("Coordinators"))
    assert not UrgentActionPage.objects.exists()


def test_who_may_not_add_officials_is_told_so_and_makes_nothing() -> None:
    with pytest.raises(ImportRefused, match="you may not add to it"):
        imported(told(), user=user("Translators"))
    assert not UrgentActionPage.objects.exists()


def test_an_update_takes_the_chosen_fields_and_leaves_the_others() -> None:
    page = imported(told()).page
    newer = told(headline="Sample Person released", deadline=date(2027, 1, 31))
    update_draft(page, newer, take={"deadline"}, choices={}, origin="newer.txt")
    assert as_told(page) == replace(as_told(page), headline="Sample Person in danger", deadline=date(2027, 1, 31))
    assert without_ids(as_told(page)).persons == told().persons


def test_an_update_of_a_live_page_changes_nothing_that_is_public() -> None:
    page = factories.published(title="As it was")
    update_draft(page, told(headline="As it will be"), take={"headline", "persons"}, choices={}, origin="newer.txt")
    stored = factories.fresh(page)
    assert (stored.title, stored.live, stored.has_unpublished_changes) == ("As it was", True, True)
    assert stored.get_latest_revision_as_object().title == "As it will be"
    assert [person.name for person in stored.persons.all()] == ["Sample Person"]


def test_a_person_who_stays_keeps_the_id_and_the_initials() -> None:
    page = imported(told()).page
    person = page.persons.get()
    person.use_initials = True
    person.save()
    page = factories.fresh(page)
    page.save_revision()
    newer = told(
        persons=(Person(id="", name="Other Person"), Person(id="", name="Sample Person", pronouns="They/them"))
    )
    update_draft(page, newer, take={"persons"}, choices={}, origin="newer.txt")
    found = [
        (each.name, each.pk == person.pk, each.use_initials, each.pronouns)
        for each in page.persons.order_by("sort_order")
    ]
    assert found == [("Other Person", False, False, ""), ("Sample Person", True, True, "They/them")]


def test_what_the_document_does_not_say_of_a_person_stays() -> None:
    page = imported(
        told(persons=(Person(id="", name="Sample Person", pronouns="She/her", outcome=Outcome.RELEASED),))
    ).page
    update_draft(page, told(persons=(Person(id="", name="Sample Person"),)), take={"persons"}, choices={}, origin="x")
    assert [(each.name, each.pronouns, each.outcome) for each in as_told(page).persons] == [
        ("Sample Person", "She/her", Outcome.RELEASED)
    ]


def case_with_initials(name: str = "Sample Person") -> UrgentActionPage:
    page = imported(told(persons=(Person(id="", name=name, use_initials=True),))).page
    assert page.persons.get().use_initials
    return page


@pytest.mark.parametrize("spelled", ["Sample Person", "SAMPLE PERSON", "Sample Persson", "Ms Sample Person"])
def test_who_is_known_by_initials_stays_so_however_the_name_is_spelled(spelled: str) -> None:
    page = case_with_initials()
    update_draft(page, told(persons=(Person(id="", name=spelled),)), take={"persons"}, choices={}, origin="x")
    assert [(each.name, each.use_initials) for each in as_told(page).persons] == [(spelled, True)]


def test_who_is_known_by_initials_is_so_in_the_next_one_of_the_case() -> None:
    case_with_initials()
    page = imported(told(ordinal=3, index_number=None, persons=(Person(id="", name="Sample Person"),))).page
    assert [(each.name, each.use_initials) for each in page.persons.all()] == [("Sample Person", True)]


def test_initials_of_one_case_say_nothing_of_another() -> None:
    case_with_initials()
    other = told(ua_number=UANumber(802, 26), index_number=None, headline="X")
    page = imported(replace(other, persons=(Person(id="", name="Sample Person"),))).page
    assert [(each.name, each.use_initials) for each in page.persons.all()] == [("Sample Person", False)]


def test_a_target_that_stays_keeps_its_id() -> None:
    official = factories.official()
    page = imported(told(), choices=used(official)).page
    before = as_told(page).targets[0].id
    newer = told(targets=(target(note="Please write to her first."),))
    update_draft(page, newer, take={"targets"}, choices=used(official), origin="newer.txt")
    after = as_told(page)
    assert [(each.id, each.note) for each in after.targets] == [(before, "Please write to her first.")]
    assert after.notes_to_writers == ("Please write to the minister first.",)
    assert [each.missions_of for each in after.copies_to] == ["HN"]


def test_a_locked_page_is_not_updated() -> None:
    page = imported(told()).page
    page.locked = True
    page.save()
    with pytest.raises(ImportRefused, match="is locked"):
        update_draft(page, told(headline="X"), take={"headline"}, choices={}, origin="x", user=user("Editors"))
    assert factories.fresh(page).title == "Sample Person in danger"


def test_changes_are_offered_where_the_document_says_otherwise_and_not_where_it_is_silent() -> None:
    official = factories.official()
    page = imported(told(), choices=used(official)).page
    newer = told(headline="Sample Person released", deadline=None, summary=())
    found = offered_changes(page, newer, choices=used(official), moment=factories.NOW)
    assert [(each.field, each.old, each.new) for each in found] == [
        ("headline", ("Sample Person in danger",), ("Sample Person released",))
    ]
