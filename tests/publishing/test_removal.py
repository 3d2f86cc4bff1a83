"""What the public may not see any more is gone with the transaction that decides it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.read import read
from urgent_actions.models import Change, Edition, Publication, UrgentActionPage

pytestmark = pytest.mark.django_db


def restrict(page: Any) -> None:
    page.view_restrictions.create(restriction_type="login")


def restrict_the_index(page: Any) -> None:
    page.get_parent().view_restrictions.create(restriction_type="login")


def move_out_of_all_sections(page: Any) -> None:
    page.move(page.get_root(), pos="last-child")


def save_as_bare_page(page: Any) -> None:
    bare = page.page_ptr
    bare.live = False
    bare.save()


DEEDS: dict[str, Callable[[Any], Any]] = {
    "unpublished": lambda page: page.unpublish(),
    "unpublished as a bare page": lambda page: page.page_ptr.unpublish(),
    "saved as a bare page": save_as_bare_page,
    "restricted": restrict,
    "restricted with its index": restrict_the_index,
    "moved out": move_out_of_all_sections,
    "deleted": lambda page: page.delete(),
    "deleted with its index": lambda page: page.get_parent().delete(),
}


@pytest.mark.parametrize("how", DEEDS)
def test_a_page_that_is_taken_away_is_not_read_any_more(how: str) -> None:
    page = factories.published()
    DEEDS[how](factories.fresh(page))
    assert Edition.objects.count() == 0
    assert Publication.objects.count() == 0
    assert Change.objects.get(page_id=page.pk).kind == "withdrawn"


@pytest.mark.parametrize("how", DEEDS)
def test_a_deed_that_is_rolled_back_takes_nothing_away(how: str) -> None:
    page = factories.published()
    before = read(page)
    with transaction.atomic():
        DEEDS[how](factories.fresh(page))
        transaction.set_rollback(True)
    assert before is not None
    assert read(page) == before


@pytest.mark.parametrize("how", DEEDS)
def test_its_relatives_do_not_name_it_any_more(how: str, committed: Committed) -> None:
    page = factories.published(ua_number="44/26", ordinal=2, parent=factories.index_page(slug="of-its-own"))
    older = factories.published(ua_number="44/26", parent=factories.index_page(slug="another"))
    spanish = factories.translated(page)
    with committed():
        DEEDS[how](factories.fresh(page))
    mentioned = [str(read(each)) for each in (older, spanish)]
    assert [page.slug in text for text in mentioned] == [False, False]
    detail = read(older)
    assert detail is not None
    assert detail["status"] == "open"


def test_the_expiry_job_withdraws_what_has_expired() -> None:
    page = factories.published(expire_at=factories.NOW.replace(hour=13))
    UrgentActionPage.objects.filter(pk=page.pk).update(expire_at=factories.NOW.replace(hour=11))
    call_command("publish_scheduled")
    assert list(Publication.objects.all()) == []


def test_a_move_within_a_section_takes_the_new_address_along(committed: Committed) -> None:
    page = factories.published(slug="moved")
    with committed():
        page.move(factories.index_page(slug="elsewhere"), pos="last-child")
    detail = read(page)
    assert detail is not None
    assert detail["url"] == "http://localhost/en/elsewhere/moved/"
