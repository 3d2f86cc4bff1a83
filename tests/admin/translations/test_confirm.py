"""A translation that is behind its source is compared with it, and confirmed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import PageLogEntry

from tests import factories
from tests.admin.desk import member, messages, soup, words
from tests.translation.situations import change, copied, told
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


@pytest.fixture
def behind() -> UrgentActionPage:
    """A Spanish version whose source has another deadline now."""
    source = factories.published()
    version = copied(source)
    change(source, deadline=date(2027, 1, 31))
    return factories.fresh(version)


def address(page: UrgentActionPage) -> str:
    return f"/admin/urgent-actions/{page.pk}/confirm/"


def confirm(client: Client, page: UrgentActionPage, **said: Any) -> Any:
    seen = soup(client.get(address(page))).select_one("input[name=seen]")
    assert seen is not None
    return client.post(address(page), {"seen": seen["value"], **said})


def standing(page: UrgentActionPage) -> str:
    return str(told(page)["translation"]["status"])


def test_a_version_that_is_confirmed_is_written_from_again(behind: UrgentActionPage) -> None:
    assert standing(behind) == "letter_withheld"
    assert confirm(member("Moderators"), behind).status_code == 302
    assert (standing(behind), told(behind)["take_action"]["letters_available"]) == ("complete", True)


def test_it_stays_confirmed_when_it_is_published_again(behind: UrgentActionPage) -> None:
    confirm(member("Moderators"), behind)
    change(behind, title="Otra vez")
    assert standing(behind) == "complete"


def test_who_confirmed_is_logged(behind: UrgentActionPage) -> None:
    confirm(member("Moderators"), behind)
    entry = PageLogEntry.objects.get(page=behind.pk, action="urgent_actions.confirm_translation")
    assert entry.user.username == "moderators"


def test_the_page_says_what_has_changed(behind: UrgentActionPage) -> None:
    warning = soup(member("Moderators").get(address(behind))).select_one(".help-warning li")
    assert words(warning) == "The deadline has changed."


def test_a_source_that_changed_meanwhile_is_looked_at_again(behind: UrgentActionPage) -> None:
    response = confirm(member("Moderators"), behind, seen="of yesterday")
    assert "The source has changed while you were reading: look at it once more." in messages(response)
    assert standing(behind) == "letter_withheld"


def test_a_draft_that_waits_stays_a_draft(behind: UrgentActionPage) -> None:
    behind.title = "Todavía no"
    behind.save_revision()
    confirm(member("Moderators"), behind)
    page = factories.fresh(behind)
    assert (page.title == "Todavía no", page.has_unpublished_changes) == (False, True)
    assert standing(behind) == "complete"


@pytest.mark.parametrize("role", ["Translators", "Editors"])
def test_who_may_not_publish_may_not_confirm(role: str, behind: UrgentActionPage) -> None:
    client = member(role)
    assert client.get(address(behind)).status_code == 302
    client.post(address(behind), {"seen": "x"})
    assert standing(behind) == "letter_withheld"


def test_a_source_is_not_confirmed() -> None:
    assert member("Moderators").get(address(factories.published())).status_code == 404


def test_the_editor_leads_to_it_where_a_version_is_behind(behind: UrgentActionPage) -> None:
    client = member("Moderators")
    found = [bool(soup(client.get(f"/admin/pages/{behind.pk}/edit/")).select(f"a[href='{address(behind)}']"))]
    confirm(client, behind)
    found.append(bool(soup(client.get(f"/admin/pages/{behind.pk}/edit/")).select(f"a[href='{address(behind)}']")))
    assert found == [True, False]
