"""Drafts that were kept for a preview go when it is over, and nothing else goes."""

from io import StringIO

import pytest
import time_machine as travel
from django.core.management import call_command
from pytest_django.fixtures import Settings

from tests import factories
from tests.api.previews import FRONT_END, claims, fetched, later, minted, rows
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _front_end(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END}}


@pytest.fixture
def page() -> UrgentActionPage:
    return factories.draft()


def test_a_new_preview_removes_those_that_are_over(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    minted(page, "open")
    later(time_machine, 901)
    token = minted(page, "stopped")
    assert list(rows().values_list("token", flat=True)) == [claims(token)["row"]]


def test_a_new_preview_leaves_those_that_are_not_over(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    token = minted(page, "open")
    later(time_machine, 900)
    minted(page, "stopped")
    assert fetched(token).status_code == 200


def test_a_new_preview_removes_a_bounded_number(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    minted(page, "open")
    (row,) = rows()
    for number in range(150):
        rows().create(token=f"{row.token}{number}", content_type=row.content_type, content_json="{}")
    later(time_machine, 901)
    minted(page, "stopped")
    assert rows().count() == 151 - 100 + 1


def test_the_command_removes_all_that_are_over(page: UrgentActionPage, time_machine: travel.TimeMachineFixture) -> None:
    minted(page, "open")
    later(time_machine, 500)
    token, said = minted(page, "stopped"), StringIO()
    later(time_machine, 1_000)
    call_command("remove_expired_previews", stdout=said)
    assert said.getvalue() == "Removed previews: 1\n"
    assert fetched(token).status_code == 200


def test_previews_of_other_pages_of_the_project_stay(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    rows().create(token="id=1:1tmFCM:stock", content_type=page.content_type, content_json="{}")
    later(time_machine, 86_400)
    call_command("remove_expired_previews", stdout=StringIO())
    assert rows().get().token == "id=1:1tmFCM:stock"
