"""Pages that are kept have a form for reports while these are taken, and no number that grows old."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import Storage

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.tree.trees import differences, html, is_open, write_all
from tests.reporting.telling import group, tell
from urgent_actions.models import ReportingGroup
from urgent_actions.publishing.tree import layout
from urgent_actions.publishing.tree.steps import step

pytestmark = pytest.mark.django_db

FORM = 'method="post" action="/urgent-actions/'


def test_a_kept_page_has_the_form_and_no_total(tree: Storage) -> None:
    factories.section_settings(totals_from=1)
    page = factories.published()
    tell(page, quantity=37)
    write_all(tree)
    kept = html(tree, page) or ""
    assert (FORM in kept, "<dd>37</dd>" in kept, differences(tree)) == (True, False, [])


def test_a_group_that_can_be_named_from_now_on_stands_on_kept_pages(tree: Storage, committed: Committed) -> None:
    page = factories.published()
    write_all(tree)
    with committed():
        named = group("Letter writers of Sampletown")
    assert ("Sampletown" in (html(tree, page) or ""), differences(tree)) == (True, [])
    with committed():
        ReportingGroup.objects.get(pk=named.pk).delete()
    assert ("Sampletown" in (html(tree, page) or ""), differences(tree)) == (False, [])


@pytest.mark.parametrize("make", [factories.expired_action, factories.superseded_action])
def test_the_form_leaves_kept_pages_when_the_days_of_grace_are_over(tree: Storage, make: Any) -> None:
    factories.section_settings(grace_days=3)
    page = make()
    write_all(tree)
    assert FORM in (html(tree, page) or "")
    with time_machine.travel(factories.NOW + timedelta(days=3), tick=False):
        write_all(tree)
        assert (FORM in (html(tree, page) or ""), differences(tree)) == (False, [])


def test_no_lease_reaches_beyond_the_end_of_the_days_of_grace(tree: Storage) -> None:
    factories.section_settings(grace_days=3)
    factories.superseded_action()
    with time_machine.travel(factories.NOW + timedelta(days=3, minutes=-2), tick=False):
        write_all(tree)
        assert is_open(tree, layout.PAGES)
        (standing,) = [each for each in step(tree, pages=True) if each.part == layout.PAGES]
        assert standing.until == factories.NOW + timedelta(days=3)
