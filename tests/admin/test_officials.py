"""Officials as an editor keeps them."""

from datetime import date

import pytest
from django.test import Client
from wagtail.test.utils.form_data import inline_formset

from tests import factories
from tests.admin.desk import member, rows, soup, words
from tests.admin.directory import ADDRESS, contact, officials, problems_of, publish, typed_official
from urgent_actions.models import FormOfAddress, Official
from urgent_actions.urgent_action import Address, ContactHealth

pytestmark = pytest.mark.django_db


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
