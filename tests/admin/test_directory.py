"""The directory: officials and missions as an editor keeps them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests import factories
from tests.admin.desk import form_data, member, outsider, rows, soup, words
from urgent_actions.models import FormOfAddress, Mission, MissionContact, Official, OfficialContact, UrgentActionPage
from urgent_actions.urgent_action import Address, ContactHealth

pytestmark = pytest.mark.django_db

ADDRESS = "Zhang Jian\n  Gen Nan 3, 16 Hongqi Lu\n\n510090 Guangdong Sheng"


def officials(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_urgent_actions_official:{view}", args=args)


def missions(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_urgent_actions_mission:{view}", args=args)


def chooser(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippetchoosers_urgent_actions_official:{view}", args=args)


def typed_official(**changes: Any) -> dict[str, str]:
    """Return what the form of an official sends; ``changes`` replace single fields."""
    return nested_form_data(
        {
            "name": "Typed Minister",
            "role": "Minister of Examples",
            "organisation": "",
            "forms_of_address": inline_formset([{"language": "en", "salutation": "Dear Minister,", "role": ""}]),
            "address": "1 Example Street\nExample City",
            "country": "HN",
            "address_health": "unverified",
            "address_verified_on": "",
            "contacts": inline_formset([]),
            "predecessor": "",
            "note": "",
            **changes,
        }
    )


def typed_mission(**changes: Any) -> dict[str, str]:
    return nested_form_data(
        {
            "name": "Embassy of Honduras",
            "of_country": "HN",
            "in_country": "US",
            "head_of_mission_title": "",
            "head_of_mission": "",
            "address": "2 Example Avenue",
            "country": "US",
            "address_health": "unverified",
            "address_verified_on": "",
            "contacts": inline_formset([]),
            **changes,
        }
    )


def contact(**fields: str) -> dict[str, str]:
    return {"platform": "", "label": "", "health": "unverified", "verified_on": "", **fields}


def problems_of(response: HttpResponse) -> list[str]:
    """Return what the form says beside its fields, without the words that only a screen reader needs."""
    return [words(error) for error in soup(response).select("form .error-message")]


def publish(address: str, data: dict[str, str], *, role: str = "Editors") -> HttpResponse:
    return member(role).post(address, {**data, "action-publish": "action-publish"})


# --- officials


def test_the_list_shows_who_where_and_in_which_state() -> None:
    factories.official(name="Sample Minister", address_health="works")
    (row,) = rows(member("Editors").get(officials("list")))
    assert row["Official"].startswith("Sample Minister, Minister of Examples, Ministry of Examples")
    shown = [row[column] for column in ("Country of the address", "State of the address", "Status")]
    assert shown == ["Honduras", "Works", "live"]


@pytest.mark.parametrize("wanted", ["Wanted", "Wanted Min", "Unusual Office", "Unusual Ministry"])
def test_an_official_is_found_by_name_role_and_organisation(wanted: str) -> None:
    factories.official(name="Wanted Minister", role="Unusual Office", organisation="Unusual Ministry")
    factories.official(name="Other Person", role="Clerk", organisation="Registry")
    found = rows(member("Editors").get(officials("list"), {"q": wanted}))
    assert len(found) == 1
    assert found[0]["Official"].startswith("Wanted Minister")


@pytest.mark.parametrize(
    ("filters", "found"), [({"country": "HN"}, 1), ({"country": "DE"}, 0), ({"address_health": "dead"}, 0)]
)
def test_officials_are_filtered_by_country_and_state(filters: dict[str, str], found: int) -> None:
    factories.official()
    assert len(rows(member("Editors").get(officials("list"), filters))) == found


def test_an_official_is_created_and_published() -> None:
    publish(officials("add"), typed_official(contacts=inline_formset([contact(kind="email", value="a@example.org")])))
    created = Official.objects.get()
    assert (created.live, created.contacts.get().value) == (True, "a@example.org")
    assert created.forms_of_address.get().salutation == "Dear Minister,"


def test_an_official_can_be_saved_as_a_draft() -> None:
    member("Editors").post(officials("add"), typed_official())
    assert not Official.objects.get().live


def test_a_draft_changes_nothing_until_it_is_published() -> None:
    kept = factories.official(name="As published")
    editor = member("Editors")
    editor.post(officials("edit", kept.pk), typed_official(name="As drafted"))
    kept.refresh_from_db()
    assert (kept.name, kept.has_unpublished_changes) == ("As published", True)
    assert kept.get_latest_revision_as_object().name == "As drafted"


def test_a_locked_official_is_kept_from_others() -> None:
    kept = factories.official(name="As it was")
    member("Moderators").post(officials("lock", kept.pk))
    response = publish(officials("edit", kept.pk), typed_official(name="Changed"))
    kept.refresh_from_db()
    assert (response.status_code, kept.locked, kept.name) == (200, True, "As it was")


def test_an_editor_may_not_lock() -> None:
    kept = factories.official()
    member("Editors").post(officials("lock", kept.pk))
    kept.refresh_from_db()
    assert not kept.locked


def test_the_history_tells_what_happened() -> None:
    publish(officials("add"), typed_official())
    told = words(soup(member("Moderators").get(officials("history", Official.objects.get().pk))))
    assert "Created" in told
    assert "Published" in told


def test_usage_names_the_urgent_actions_that_an_official_is_a_target_of() -> None:
    page = factories.published()
    told = words(soup(member("Editors").get(officials("usage", Official.objects.get().pk))))
    assert page.title in told
    assert "Targets" in told


def test_usage_names_drafts_too() -> None:
    kept = factories.official()
    page = factories.draft(targets=[("copy_to_official", {"official": kept, "note": ""})])
    assert page.title in words(soup(member("Editors").get(officials("usage", kept.pk))))


def test_somebody_has_to_be_addressed() -> None:
    response = publish(officials("add"), typed_official(name="", role="", organisation=""))
    assert problems_of(response) == ["Give a name, a role or an organisation: somebody has to be addressed."]


def test_an_office_without_a_known_holder_can_be_addressed() -> None:
    publish(officials("add"), typed_official(name=""))
    assert str(Official.objects.get()) == "Minister of Examples"


def test_two_forms_of_address_in_one_language_are_refused() -> None:
    twice = [{"language": "en", "salutation": words, "role": ""} for words in ("Dear Minister,", "Dear Sir,")]
    response = publish(officials("add"), typed_official(forms_of_address=inline_formset(twice)))
    assert problems_of(response) == [
        "Please correct the duplicate data for official and language, which must be unique.",
        "Please correct the duplicate values below.",
    ]
    assert not Official.objects.exists()


def test_two_forms_of_address_in_two_languages_are_kept_in_order() -> None:
    both = [
        {"language": "es", "salutation": "Estimado Ministro:", "role": "Ministro"},
        {"language": "en", "salutation": "Dear Minister,", "role": ""},
    ]
    publish(officials("add"), typed_official(forms_of_address=inline_formset(both)))
    assert [form.language for form in Official.objects.get().forms_of_address.all()] == ["es", "en"]


def test_nobody_is_their_own_predecessor() -> None:
    kept = factories.official()
    response = publish(officials("edit", kept.pk), typed_official(predecessor=str(kept.pk)))
    assert problems_of(response) == ["Nobody is their own predecessor: choose another official."]


def test_a_new_holder_names_the_one_before() -> None:
    before = factories.official(name="Former Minister")
    publish(officials("add"), typed_official(predecessor=str(before.pk)))
    assert [each.name for each in before.successors.all()] == ["Typed Minister"]


def test_a_deleted_predecessor_takes_nobody_along() -> None:
    before = factories.official(name="Former Minister")
    after = factories.official(name="New Minister", predecessor=before)
    before.delete()
    after.refresh_from_db()
    assert after.predecessor is None


def test_an_unknown_country_is_refused_with_what_is_allowed() -> None:
    response = publish(officials("add"), typed_official(country="XX"))
    assert problems_of(response) == ["“XX” is no country code: two letters by ISO 3166-1, like CN, are allowed."]


def test_an_unknown_language_is_refused_with_what_is_allowed() -> None:
    wrong = inline_formset([{"language": "xx-nonsense", "salutation": "Dear Minister,", "role": ""}])
    response = publish(officials("add"), typed_official(forms_of_address=wrong))
    assert problems_of(response) == ["“xx-nonsense” is no language code: BCP 47 tags like es or zh-Hans are allowed."]


# --- contacts

WRONG_CONTACTS = [
    pytest.param("email", "minister.example.org", "“minister.example.org” is no e-mail address.", id="e-mail"),
    pytest.param("email", "a@example.org, b@b.org", "“a@example.org, b@b.org” is no e-mail address.", id="two"),
    pytest.param(
        "phone",
        "2230-0000",
        "“2230-0000” is no international number: begin with + and the country code, like +504 2230-0000.",
        id="phone without a country",
    ),
    pytest.param(
        "fax",
        "extension 12",
        "“extension 12” is no international number: begin with + and the country code, like +504 2230-0000.",
        id="fax",
    ),
    pytest.param("social", "@ministry", "Name the network of this account.", id="account without a network"),
    pytest.param(
        "web_form",
        "example.org/form",
        "“example.org/form” is no web address: it begins with https:// or http://.",
        id="link",
    ),
    pytest.param(
        "web_form",
        "javascript:alert(1)",
        "“javascript:alert(1)” is no web address: it begins with https:// or http://.",
        id="script",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "message"), WRONG_CONTACTS)
@pytest.mark.parametrize("model", [OfficialContact, MissionContact])
def test_a_contact_that_cannot_work_is_refused(model: type, kind: str, value: str, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model(kind=kind, value=value).clean()
    assert refused.value.messages == [message]


@pytest.mark.parametrize(("kind", "value", "message"), WRONG_CONTACTS)
def test_the_form_says_what_is_wrong_with_a_contact(kind: str, value: str, message: str) -> None:
    data = typed_official(contacts=inline_formset([contact(kind=kind, value=value)]))
    assert problems_of(publish(officials("add"), data)) == [message]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("email", "minister@example.org", "minister@example.org"),
        ("email", "Minister@EXAMPLE.ORG", "Minister@example.org"),
        ("phone", "+504 2230-0000", "+504 2230-0000"),
        ("fax", "+86 10 8559 9001", "+86 10 8559 9001"),
        ("social", "@ministry", "@ministry"),
        ("web_form", "https://example.org/form", "https://example.org/form"),
    ],
)
def test_a_contact_is_kept_as_written(kind: str, typed: str, kept: str) -> None:
    checked = OfficialContact(kind=kind, value=typed, platform="Example" if kind == "social" else "")
    checked.clean()
    assert checked.value == kept


def test_a_dead_contact_stays_on_record_and_is_offered_to_nobody() -> None:
    kept = factories.official(contacts=[("email", "old@example.org"), ("email", "new@example.org")])
    kept.contacts.filter(value="old@example.org").update(health="dead")
    page = factories.published(targets=[("target", {"official": kept, "priority": 1})])
    shown = Client().get(page.url).content.decode()
    assert "new@example.org" in shown
    assert "old@example.org" not in shown
    reach = {each.value: each.reaches for each in Official.objects.get().as_target(id="1", language="en").contacts}
    assert reach == {"old@example.org": False, "new@example.org": True}


def test_a_corrected_contact_reaches_an_open_urgent_action_at_once() -> None:
    page = factories.published()
    kept = Official.objects.get()
    corrected = [contact(kind="email", value="corrected@example.org")]
    kept.contacts.all().delete()
    kept.forms_of_address.all().delete()
    publish(officials("edit", kept.pk), typed_official(contacts=inline_formset(corrected)))
    assert "corrected@example.org" in Client().get(page.url).content.decode()


# --- addresses


def test_the_lines_of_an_address_are_kept_as_written() -> None:
    publish(officials("add"), typed_official(address=ADDRESS))
    assert Official.objects.get().as_address().lines == (
        "Zhang Jian",
        "  Gen Nan 3, 16 Hongqi Lu",
        "",
        "510090 Guangdong Sheng",
    )


def test_lines_that_a_browser_ends_with_crlf_are_the_same_lines() -> None:
    publish(officials("add"), typed_official(address="1 Example Street\r\nExample City\r\n"))
    assert Official.objects.get().as_address().lines == ("1 Example Street", "Example City")


@pytest.mark.parametrize("nothing", ["", "  ", "\n\n"])
def test_an_address_without_words_has_no_lines(nothing: str) -> None:
    assert Official(address=nothing).as_address() == Address()


def test_an_address_says_when_and_how_it_was_verified() -> None:
    kept = Official(address="1 Street", country="HN", address_health="dead", address_verified_on=date(2026, 6, 1))
    assert kept.as_address() == Address(
        lines=("1 Street",), country="HN", health=ContactHealth.DEAD, verified_on=date(2026, 6, 1)
    )


def test_the_directory_kept_by_an_editor_shows_in_the_page_line_by_line() -> None:
    page = factories.published(targets=[("target", {"official": factories.official(address=ADDRESS), "priority": 1})])
    address = soup(Client().get(page.url)).select_one("address")
    assert address is not None
    assert str(address) == (
        '<address dir="auto">Zhang Jian<br/>  Gen Nan 3, 16 Hongqi Lu<br/><br/>510090 Guangdong Sheng</address>'
    )


# --- as a target


def test_an_unpublished_official_gives_away_nothing_but_the_name() -> None:
    target = factories.unpublished_official().as_target(id="1", language="en")
    assert (target.published, target.reachable, target.salutation("en"), target.contacts) == (False, False, "", ())
    assert (target.address, target.called) == (Address(), "Example Minister")


def test_a_salutation_of_the_urgent_action_wins_over_that_of_the_directory() -> None:
    target = factories.official().as_target(id="1", language="en", salutation="Dear Dr Example,")
    assert target.salutation("en") == "Dear Dr Example,"


def test_a_role_is_said_in_the_language_of_the_urgent_action() -> None:
    kept = factories.official()
    kept.forms_of_address.add(FormOfAddress(language="es", salutation="Estimado Ministro:", role="Ministro"))
    kept.save()
    in_spanish, in_english = (kept.as_target(id="1", language=language) for language in ("es", "en"))
    assert (in_spanish.role, in_english.role) == ("Ministro", "Minister of Examples")


# --- missions


def test_a_mission_is_created_and_published() -> None:
    publish(missions("add"), typed_mission(contacts=inline_formset([contact(kind="phone", value="+1 202-555-0100")])))
    created = Mission.objects.get()
    assert (created.live, str(created), created.contacts.get().value) == (
        True,
        "Embassy of Honduras",
        "+1 202-555-0100",
    )


def test_the_list_of_missions_shows_whose_and_where() -> None:
    factories.mission()
    (row,) = rows(member("Editors").get(missions("list")))
    assert (row["Mission of"], row["Accredited in"]) == ("Honduras", "United States")


@pytest.mark.parametrize(("filters", "found"), [({"of_country": "HN"}, 1), ({"in_country": "DE"}, 0)])
def test_missions_are_filtered_by_country(filters: dict[str, str], found: int) -> None:
    factories.mission()
    assert len(rows(member("Editors").get(missions("list"), filters))) == found


@pytest.mark.parametrize("wanted", ["Example Emb", "Ambassador Sam"])
def test_a_mission_is_found_by_its_name_and_its_head(wanted: str) -> None:
    factories.mission(head_of_mission="Ambassador Sample")
    factories.mission(of="DE", name="Other")
    assert len(rows(member("Editors").get(missions("list"), {"q": wanted}))) == 1


def test_a_mission_in_its_own_country_is_refused() -> None:
    response = publish(missions("add"), typed_mission(in_country="HN"))
    assert problems_of(response) == ["A mission is in another country than its own."]


def test_a_second_mission_of_the_same_pair_is_refused() -> None:
    factories.mission(of="HN", in_country="US")
    response = publish(missions("add"), typed_mission())
    assert "There is a mission of this country in that one already: edit it instead." in words(soup(response))
    assert Mission.objects.count() == 1


def test_a_mission_of_the_other_way_round_is_another_one() -> None:
    factories.mission(of="US", in_country="HN")
    publish(missions("add"), typed_mission())
    assert Mission.objects.count() == 2


def test_a_draft_of_a_mission_gets_no_copies() -> None:
    factories.mission(live=False)
    assert Mission.objects.accredited(of="HN", in_country="US") is None


def test_without_a_country_of_the_section_no_mission_is_found() -> None:
    factories.mission()
    assert Mission.objects.accredited(of="HN", in_country="") is None


# --- the chooser


def typed_into_the_chooser(**changes: str) -> dict[str, str]:
    return {
        "name": "New Minister",
        "role": "Minister of Novelties",
        "organisation": "",
        "address": "3 New Street\nNew City",
        "country": "HN",
        "language": "es",
        "salutation": "Estimado Ministro:",
        "email": "new@example.org",
        **changes,
    }


def test_the_chooser_offers_a_tab_for_a_new_official() -> None:
    html = member("Editors").get(chooser("choose")).json()["html"]
    assert "New official" in html
    assert f'action="{chooser("create")}"' in html
    assert "Create and choose" in html


def test_an_official_is_created_in_place_and_chosen() -> None:
    answer = member("Editors").post(chooser("create"), typed_into_the_chooser()).json()
    created = Official.objects.get()
    assert (answer["step"], answer["result"]["id"]) == ("chosen", str(created.pk))
    assert answer["result"]["title"] == "New Minister, Minister of Novelties"


def test_an_official_created_in_place_has_what_a_letter_needs() -> None:
    member("Editors").post(chooser("create"), typed_into_the_chooser())
    target = Official.objects.get().as_target(id="1", language="es")
    assert (target.salutation("es"), target.address.lines, [each.value for each in target.contacts]) == (
        "Estimado Ministro:",
        ("3 New Street", "New City"),
        ["new@example.org"],
    )


def test_an_urgent_action_to_an_official_created_in_place_can_be_published() -> None:
    moderator = member("Moderators")
    moderator.post(chooser("create"), typed_into_the_chooser(language="en", salutation="Dear Minister,"))
    parent = factories.index_page()
    address = reverse("wagtailadmin_pages:add", args=["urgent_actions", "urgentactionpage", parent.pk])
    moderator.post(address, {**form_data(official=Official.objects.get()), "action-publish": "action-publish"})
    assert UrgentActionPage.objects.get().live


def test_an_official_created_in_place_is_in_the_history() -> None:
    editor = member("Editors")
    editor.post(chooser("create"), typed_into_the_chooser())
    assert "Created" in words(soup(editor.get(officials("history", Official.objects.get().pk))))


@pytest.mark.parametrize("missing", ["salutation", "language"])
def test_an_official_without_a_salutation_is_not_created_in_place(missing: str) -> None:
    answer = member("Editors").post(chooser("create"), typed_into_the_chooser(**{missing: ""})).json()
    assert answer["step"] == "reshow_creation_form"
    assert "This field is required." in answer["htmlFragment"]
    assert not Official.objects.exists()


def test_an_official_without_any_name_is_not_created_in_place() -> None:
    data = typed_into_the_chooser(name="", role="", organisation="")
    answer = member("Editors").post(chooser("create"), data).json()
    assert "Give a name, a role or an organisation: somebody has to be addressed." in answer["htmlFragment"]
    assert not Official.objects.exists()


def who_may_add_and_not_publish() -> Client:
    client = member("Editors")
    Group.objects.get(name="Editors").permissions.remove(Permission.objects.get(codename="publish_official"))
    return client


def test_who_may_not_publish_officials_creates_none_in_place() -> None:
    client = who_may_add_and_not_publish()
    assert "New official" not in client.get(chooser("choose")).json()["html"]
    client.post(chooser("create"), typed_into_the_chooser())
    assert not Official.objects.exists()


@pytest.mark.parametrize("client", [lambda: member("Translators"), outsider], ids=["translator", "outsider"])
def test_who_may_add_no_officials_creates_none_in_place(client: Callable[[], Client]) -> None:
    response = client().post(chooser("create"), typed_into_the_chooser())
    assert response.status_code in (302, 403)
    assert not Official.objects.exists()


def test_who_may_add_no_officials_is_not_offered_the_tab() -> None:
    factories.official()
    html = member("Translators").get(chooser("choose")).json()["html"]
    assert "New official" not in html


def test_the_chooser_finds_by_role() -> None:
    factories.official(name="Wanted", role="Procurator")
    factories.official(name="Other", role="Clerk")
    html = member("Editors").get(chooser("choose_results"), {"q": "Procur"}).content.decode()
    assert "Wanted" in html
    assert "Other" not in html


# --- concerns


def test_concerns_are_kept_by_the_administrator() -> None:
    address = reverse("wagtailsnippets_urgent_actions_concern:add")
    member(None).post(address, {"name": "Torture", "slug": "torture"})
    assert rows(member("Moderators").get(reverse("wagtailsnippets_urgent_actions_concern:list"))) != []


def test_editors_choose_concerns_and_make_none() -> None:
    response = member("Editors").get(reverse("wagtailsnippets_urgent_actions_concern:add"))
    assert response.status_code == 302
