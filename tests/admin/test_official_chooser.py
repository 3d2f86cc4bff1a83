"""The chooser of officials, in which one can be created in place."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.admin.desk import form_data, member, outsider, soup, words
from tests.admin.directory import (
    chooser,
    officials,
)
from urgent_actions.models import Official, UrgentActionPage

pytestmark = pytest.mark.django_db


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
