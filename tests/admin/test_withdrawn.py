"""Withdrawn cases in the admin: how one gets there, who opens the record, and how it is erased."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import ModelLogEntry

from tests import factories
from tests.admin.desk import member, messages, soup
from tests.lifecycle.witness import nothing_changes
from urgent_actions.lifecycle.withdraw import WithdrawCase
from urgent_actions.models import SealedCase, UrgentActionPage

pytestmark = pytest.mark.django_db

LIST = "/admin/urgent_actions_withdrawn/"
SAID = {"reason": "Her family asks for it.", "is_meant": "on"}


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def address(page: UrgentActionPage) -> str:
    return f"/admin/urgent-actions/{page.pk}/decide/withdraw/"


def withdrawn() -> SealedCase:
    decision = WithdrawCase(factories.published(title="Zephyra in danger"), reason="Her family asks for it.")
    decision.execute()
    assert decision.sealed is not None
    return decision.sealed


def with_right(codename: str) -> Client:
    """Return a moderator's browser, with one right more."""
    client = member("Moderators")
    moderator = get_user_model().objects.get(username="moderators")
    moderator.user_permissions.add(Permission.objects.get(codename=codename))
    return client


def test_an_administrator_withdraws_with_a_form_and_comes_to_the_list_above() -> None:
    page = factories.published()
    above = page.get_parent().pk
    response = member(None).post(address(page), SAID)
    assert (response.status_code, response["Location"]) == (302, f"/admin/pages/{above}/")
    assert not UrgentActionPage.objects.exists()


def test_the_administrator_is_told_that_it_is_withdrawn() -> None:
    response = member(None).post(address(factories.published()), SAID, follow=True)
    assert "The case is withdrawn." in messages(response)


def test_it_has_to_be_meant() -> None:
    page = factories.published()
    with nothing_changes(page):
        response = member(None).post(address(page), {"reason": "Her family asks for it."})
    assert "Say that it is meant: nothing brings these pages back." in soup(response).get_text()


def test_moderators_are_neither_offered_nor_allowed_to_withdraw() -> None:
    page = factories.published()
    moderator = member("Moderators")
    assert "decide/withdraw" not in moderator.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    with nothing_changes(page):
        assert moderator.post(address(page), SAID).status_code == 302
    assert SealedCase.objects.count() == 0


def test_who_has_the_right_is_offered_it_also_for_a_draft() -> None:
    page = factories.draft()
    client = with_right("withdraw_case")
    assert "decide/withdraw" in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_the_list_names_nobody() -> None:
    withdrawn()
    listed = soup(member(None).get(LIST)).get_text(" ", strip=True)
    assert ("Case withdrawn on June 15, 2026" in listed, "Zephyra" in listed) == (True, False)


def test_an_administrator_opens_the_record() -> None:
    sealed = withdrawn()
    response = member(None).get(f"{LIST}inspect/{sealed.pk}/")
    assert ("Zephyra in danger" in response.content.decode(), "no-store" in response["Cache-Control"]) == (True, True)


def test_who_opens_a_record_is_logged() -> None:
    sealed = withdrawn()
    member(None).get(f"{LIST}inspect/{sealed.pk}/")
    entry = ModelLogEntry.objects.get(action="urgent_actions.open_seal")
    assert (entry.object_id, entry.user.username) == (str(sealed.pk), "administrator")


def test_a_record_whose_key_is_lost_says_so(settings: Any) -> None:
    settings.URGENT_ACTIONS_SEALING_KEYS = ["lost"]
    sealed = withdrawn()
    settings.URGENT_ACTIONS_SEALING_KEYS = ["another"]
    response = member(None).get(f"{LIST}inspect/{sealed.pk}/")
    assert (response.status_code, "No key of this site opens this record." in soup(response).get_text()) == (200, True)


def test_a_record_is_erased_for_good() -> None:
    sealed = withdrawn()
    member(None).post(f"{LIST}delete/{sealed.pk}/")
    assert SealedCase.objects.count() == 0


@pytest.mark.parametrize("what", ["", "inspect/{pk}/", "delete/{pk}/"])
def test_moderators_see_nothing_of_withdrawn_cases(what: str) -> None:
    sealed = withdrawn()
    assert member("Moderators").get(LIST + what.format(pk=sealed.pk)).status_code == 302


def test_who_may_only_look_cannot_erase() -> None:
    sealed = withdrawn()
    client = with_right("view_sealedcase")
    assert client.get(f"{LIST}inspect/{sealed.pk}/").status_code == 200
    client.post(f"{LIST}delete/{sealed.pk}/")
    assert SealedCase.objects.count() == 1


@pytest.mark.parametrize("what", ["new/", "edit/{pk}/"])
def test_nobody_writes_or_changes_a_record(what: str) -> None:
    sealed = withdrawn()
    assert member(None).get(LIST + what.format(pk=sealed.pk)).status_code in (302, 404)


def test_the_record_shows_what_was_copied_into_other_pages() -> None:
    page = factories.published(title="Zephyra in danger")
    copy = CopyPageAction(page, update_attrs={"slug": "another"}, keep_live=False).execute()
    copy.title, copy.ua_number = "Sample Person in danger", "778/26"
    copy.save()
    copy.save_revision()
    WithdrawCase(page, reason="Her family asks for it.").execute()
    shown = soup(member(None).get(f"{LIST}inspect/{SealedCase.objects.get().pk}/"))
    section = shown.select_one("section[aria-labelledby=copies]")
    assert "Zephyra in danger" in section.get_text()
