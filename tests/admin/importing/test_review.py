from datetime import date, timedelta

import pytest
import time_machine
from bs4 import Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from tests import factories
from tests.admin.desk import member, messages, soup, words
from tests.admin.importing.reading import REVIEW, SAMPLE, START, correct, paste, place, sent
from urgent_actions.models import Official, UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    place()
    return member("Editors")


def known_official(**changes: str) -> Official:
    """Return the official of the sample, as the directory has them."""
    return factories.official(name="Pilar Ejemplo Muestra", **changes)


def drafted() -> UrgentActionPage:
    return UrgentActionPage.objects.get()


def test_every_field_has_a_label_and_every_group_a_legend(editor: Client) -> None:
    known_official()
    form = soup(paste(editor)).select_one("form.ua-import")
    assert form is not None
    fields = form.select("input:not([type=hidden]), textarea, select")
    labelled = {str(label["for"]) for label in form.select("label[for]")}
    nameless = [
        str(field) for field in fields if field.get("id") not in labelled and field.find_parent("label") is None
    ]
    assert nameless == []
    assert all(fieldset.find("legend", recursive=False) for fieldset in form.select("fieldset"))


def test_every_link_within_the_page_leads_somewhere(editor: Client) -> None:
    page = soup(paste(editor, SAMPLE.replace("December 31, 2026", "December 31, 2020")))
    ids = {str(tag["id"]) for tag in page.select("[id]")}
    links = {str(link["href"])[1:] for link in page.select('.ua-import a[href^="#"]')}
    assert links - ids == set()
    assert "line-3" in links


def test_there_is_no_script_and_no_style_in_the_page(editor: Client) -> None:
    form = soup(paste(editor)).select_one("form.ua-import")
    assert form is not None
    assert form.select("script, style, [style], [onclick]") == []


def test_used_lines_are_marked_by_colour_and_by_word(editor: Client) -> None:
    line = soup(paste(editor)).select_one("#line-2")
    assert isinstance(line, Tag)
    assert "ua-line--identity" in line["class"]
    assert words(line) == "2 Headline SAMPLE TEACHER THREATENED AGAIN"


def test_a_line_that_went_into_several_fields_names_them_all(editor: Client) -> None:
    (line,) = [each for each in soup(paste(editor)).select("#document li") if "801.26" in each.text]
    assert [link.text for link in line.select(".ua-line__label a")] == ["UA number", "Ordinal"]


def test_a_draft_is_made_of_what_was_read(editor: Client) -> None:
    response = correct(editor, paste(editor))
    page = drafted()
    assert response["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert (page.title, page.ua_number, page.ordinal, page.deadline, page.live) == (
        "SAMPLE TEACHER THREATENED AGAIN",
        "801/26",
        2,
        date(2026, 12, 31),
        False,
    )
    assert [(each.name, each.name_in_original_script, each.pronouns) for each in page.persons.all()] == [
        ("Sample Person", "样人", "She/her")
    ]
    assert [each.language for each in page.language_items.all()] == ["es", "en"]
    official = Official.objects.get()
    assert (official.name, official.organisation, official.live) == (
        "Pilar Ejemplo Muestra",
        "Ministry of Examples",
        False,
    )
    assert page.owner.get_username() == "editors"


def test_the_editor_is_told_that_nothing_is_published_and_who_is_new(editor: Client) -> None:
    response = correct(editor, paste(editor))
    said = messages(editor.get(response["Location"]))
    assert "“SAMPLE TEACHER THREATENED AGAIN” is a draft now. Nothing is published." in said
    assert "New in the directory, and to be published there: Pilar Ejemplo Muestra" in said


def test_what_was_corrected_is_what_the_draft_says(editor: Client) -> None:
    correct(
        editor,
        paste(editor),
        headline="Sample teacher threatened",
        summary="One paragraph.\n\nAnd <another>.",
        asks="protect her;\ntell us.",
        country_1="MX",
        **{"person-0-pronouns": "They/them", "person-1-name": "Other Person", "targets-0-role": "Minister"},
    )
    page = drafted()
    assert page.title == "Sample teacher threatened"
    assert [block.value.source.partition(">")[2] for block in page.summary] == [
        "One paragraph.</p>",
        "And &lt;another&gt;.</p>",
    ]
    assert list(page.sample_letter[-1].value["asks"]) == ["protect her;", "tell us."]
    assert [each.country for each in page.country_items.all()] == ["HN", "MX"]
    assert [(each.name, each.pronouns) for each in page.persons.all()] == [
        ("Sample Person", "They/them"),
        ("Other Person", ""),
    ]
    assert Official.objects.get().role == "Minister"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ua_number": "no number"}, "“no number” is no UA number: write serial and two-digit year, like 44/22."),
        ({"index_number": "XYZ"}, "is no index number"),
        ({"deadline": "tomorrow"}, "Enter a valid date."),
        ({"country_0": "XX"}, "Select a valid choice."),
        ({"targets-0-contacts": "minister@example.org"}, "begin with the channel and a colon"),
        ({"targets-0-name": "", "targets-0-role": "", "targets-0-organisation": ""}, "somebody has to be named"),
        ({"previous_url": "nowhere at all"}, "Enter a valid URL."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_makes_nothing(
    editor: Client, wrong: dict[str, str], said: str
) -> None:
    response = correct(editor, paste(editor), **wrong)
    assert said in words(soup(response).select_one(".ua-import__wrong"))
    assert (UrgentActionPage.objects.count(), Official.objects.count()) == (0, 0)
    assert sent(response)["headline"] == "SAMPLE TEACHER THREATENED AGAIN"


def test_somebody_of_the_directory_who_says_all_that_the_document_says_is_chosen_beforehand(editor: Client) -> None:
    official = known_official()
    response = paste(editor)
    assert sent(response)["targets-0-who"] == f"use:{official.pk}"
    correct(editor, response)
    assert Official.objects.get() == official
    assert drafted().targets[-1].value["official"] == official


def test_somebody_who_may_be_another_has_to_be_chosen(editor: Client) -> None:
    official = known_official(address="9 Old Street")
    response = paste(editor)
    assert "targets-0-who" not in sent(response)
    refused = correct(editor, response)
    assert "Choose who this is: somebody in the directory, a new entry, or nobody." in messages(refused)
    assert not UrgentActionPage.objects.exists()
    correct(editor, refused, **{"targets-0-who": f"use:{official.pk}"})
    assert drafted().targets[-1].value["official"] == official
    assert Official.objects.get().address == "9 Old Street"


def test_what_the_document_says_otherwise_of_somebody_is_shown(editor: Client) -> None:
    known_official(address="9 Old Street")
    shown = words(soup(paste(editor)).select_one(".ua-candidate"))
    assert "The name is the same." in shown
    assert "Postal address 9 Old Street 1 Example Street Example City" in shown


def test_a_new_entry_beside_one_that_is_alike_says_so(editor: Client) -> None:
    known_official(address="9 Old Street")
    correct(editor, paste(editor), **{"targets-0-who": "make"})
    new = Official.objects.get(live=False)
    assert new.note.endswith("Perhaps the same as: Pilar Ejemplo Muestra, Minister of Examples, Ministry of Examples.")


def test_somebody_can_be_left_out(editor: Client) -> None:
    correct(editor, paste(editor), **{"targets-0-who": "leave_out"})
    assert not Official.objects.exists()
    assert "target" not in {block.block_type for block in drafted().targets}


def test_the_directory_is_asked_again_for_a_corrected_name(editor: Client) -> None:
    official = factories.official(name="Another Name", organisation="Another Ministry", contacts=())
    response = correct(editor, paste(editor), do="look", **{"targets-0-name": "Another Name"})
    options = [str(each["value"]) for each in soup(response).select('[name="targets-0-who"]')]
    assert f"use:{official.pk}" in options
    assert not UrgentActionPage.objects.exists()


def test_who_may_not_add_officials_is_told_so(editor: Client) -> None:
    translator = member("Translators")
    response = correct(translator, paste(translator))
    assert "Pilar Ejemplo Muestra is not in the directory, and you may not add to it" in messages(response)
    assert not UrgentActionPage.objects.exists()


def test_the_same_document_again_is_offered_as_an_update(editor: Client) -> None:
    correct(editor, paste(editor))
    page = drafted()
    response = paste(editor, SAMPLE.replace("December 31, 2026", "January 31, 2027"))
    assert "This urgent action is there already" in words(soup(response).select_one(".help-warning"))
    compared = correct(editor, response, do="compare")
    assert [words(row) for row in soup(compared).select("#changes tbody tr")] == ["Deadline 2026-12-31 2027-01-31"]
    assert drafted().deadline == date(2026, 12, 31)
    updated = correct(editor, compared, do="update")
    assert updated["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert drafted().deadline == date(2027, 1, 31)


def who_may_only_add() -> Client:
    """Return somebody who may add pages of their own, and not edit those of others."""
    client = member("Translators", username="newcomer")
    group = Group.objects.create(name="Newcomers")
    root = Page.get_first_root_node()
    for model in ("official", "mission"):
        group.permissions.add(Permission.objects.get(codename=f"add_{model}"))
    GroupPagePermission.objects.create(group=group, page=root, permission=Permission.objects.get(codename="add_page"))
    user = get_user_model().objects.get(username="newcomer")
    user.groups.set([group])
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return client


def test_the_draft_of_others_is_told_without_a_word_of_it(editor: Client) -> None:
    correct(editor, paste(editor))
    response = paste(who_may_only_add(), SAMPLE.replace("SAMPLE TEACHER", "ANOTHER TEACHER"))
    warning = soup(response).select_one(".help-warning")
    assert words(warning) == ("This urgent action is there already, where you may not edit it: ask those who keep it.")
    assert not soup(response).select("button[value=compare], button[value=create], button[value=update]")


@pytest.mark.parametrize("do", ["create", "compare", "update"])
def test_the_draft_of_others_is_neither_shown_nor_changed(editor: Client, do: str) -> None:
    correct(editor, paste(editor))
    newcomer = who_may_only_add()
    other = SAMPLE.replace("SAMPLE TEACHER", "ANOTHER TEACHER")
    response = correct(newcomer, paste(newcomer, other), do=do, take=["headline"])
    assert "THREATENED AGAIN" not in words(soup(response).select_one("#changes") or soup(response).title)
    assert "SAMPLE TEACHER" not in response.content.decode()
    assert drafted().title == "SAMPLE TEACHER THREATENED AGAIN"


def test_an_update_leaves_what_is_not_ticked(editor: Client) -> None:
    correct(editor, paste(editor))
    compared = correct(editor, paste(editor, SAMPLE.replace("31, 2026", "30, 2026")), do="compare", headline="New")
    correct(editor, compared, do="update", take=["headline"])
    assert (drafted().title, drafted().deadline) == ("New", date(2026, 12, 31))


def test_a_press_of_the_old_button_makes_no_second_one(editor: Client) -> None:
    first = paste(editor)
    correct(editor, first)
    again = correct(editor, first)
    assert soup(again).select_one("#changes") is not None
    assert UrgentActionPage.objects.count() == 1


def test_what_is_already_said_needs_no_update(editor: Client) -> None:
    correct(editor, paste(editor))
    compared = correct(editor, paste(editor), do="compare")
    assert "There is nothing to update." in words(soup(compared).select_one("#changes"))


def test_a_draft_under_review_lapses_after_an_hour(editor: Client) -> None:
    data = {**sent(paste(editor)), "do": "create"}
    with time_machine.travel(factories.NOW + timedelta(hours=1, seconds=1), tick=False):
        response = editor.post(REVIEW, data)
        assert response["Location"] == START
    assert not UrgentActionPage.objects.exists()


def test_what_somebody_else_has_handed_over_is_not_taken(editor: Client) -> None:
    data = {**sent(paste(editor)), "do": "create"}
    response = member("Moderators").post(REVIEW, data)
    assert response["Location"] == START
    assert not UrgentActionPage.objects.exists()


@pytest.mark.parametrize("changed", ["", "nonsense", "a:b:c"])
def test_what_was_not_handed_out_here_is_not_taken(editor: Client, changed: str) -> None:
    data = {**sent(paste(editor)), "do": "create", "carried": changed}
    assert editor.post(REVIEW, data)["Location"] == START
    assert not UrgentActionPage.objects.exists()


def test_a_closed_one_that_names_no_day_waits_for_somebody(editor: Client) -> None:
    correct(editor, paste(editor), closed="on", stop_reason="She is safe.")
    page = drafted()
    assert page.stopped_at is None
    assert page.stop_reason == "She is safe. [Closed, says the document: enter since when, and why]"


def test_a_closed_one_is_stopped_from_the_day_that_is_entered(editor: Client) -> None:
    correct(editor, paste(editor), closed="on", ended_on="2026-06-01", stop_reason="She is safe.")
    page = drafted()
    assert (page.stopped_at.date(), page.stop_reason, page.live) == (date(2026, 6, 1), "She is safe.", False)


def test_of_several_urgent_actions_one_is_looked_at_after_the_other(editor: Client) -> None:
    factories.official(name="Pilar Ejemplo Muestra")
    other = SAMPLE.replace("801.26", "802.26").replace("SAMPLE TEACHER", "ANOTHER TEACHER")
    two = "\n\n".join(["Second UA: 801/26 Honduras", SAMPLE, "Second UA: 802/26 Honduras", other])
    first = paste(editor, two)
    assert "This is urgent action 1 of 2 in the document." in words(soup(first).select_one("form.ua-import"))
    second = correct(editor, first)
    assert sent(second)["ua_number"] == "802/26"
    back = correct(editor, second, do="draft:0")
    assert sent(back)["ua_number"] == "801/26"
    assert correct(editor, second).status_code == 302
    assert set(UrgentActionPage.objects.values_list("ua_number", flat=True)) == {"801/26", "802/26"}


def test_signs_of_html_are_signs(editor: Client) -> None:
    response = paste(editor, SAMPLE.replace("SAMPLE TEACHER", "<b onclick=x>SAMPLE</b> & TEACHER"))
    form = soup(response).select_one("form.ua-import")
    assert form is not None
    assert form.select("b, [onclick]") == []
    made = correct(editor, response, headline="<i>Sample</i> teacher")
    assert "<i>Sample</i> teacher" not in editor.get(made["Location"]).content.decode()


def test_more_people_than_there_are_fields_are_taken_over(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urgent_actions.admin.importing.people.MOST_PERSONS", 0)
    monkeypatch.setattr("urgent_actions.admin.importing.review.MOST_PERSONS", 0)
    correct(editor, paste(editor))
    assert [person.name for person in drafted().persons.all()] == ["Sample Person"]
