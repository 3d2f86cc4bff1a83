"""The timeline on a kept page tells of the whole case: it follows what happens to every other part of it."""

from datetime import date

import pytest
from django.core.files.storage import Storage

from tests import factories
from tests.lifecycle.test_stop_decision import in_spanish
from tests.publishing.conftest import Committed
from tests.publishing.tree.trees import differences, html, write_all
from urgent_actions.lifecycle.extend import ExtendDeadline
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


def case() -> tuple[UrgentActionPage, UrgentActionPage]:
    """Return the first and the third urgent action of a case, both published."""
    first = factories.published(ua_number="44/26", ordinal=1, deadline=date(2026, 6, 30))
    return first, factories.published(ua_number="44/26", ordinal=3)


def test_another_address_of_a_translation_of_the_first_stands_on_the_page_of_the_third(
    tree: Storage, committed: Committed
) -> None:
    first, third = case()
    spanish = in_spanish(first)
    write_all(tree)
    index = spanish.get_parent().specific
    index.slug = "acciones-nuevas"
    with committed():
        index.save_revision().publish()
    assert ("/acciones-nuevas/" in (html(tree, third) or ""), differences(tree)) == (True, [])


def test_a_translation_of_the_first_stands_on_the_page_of_the_third(tree: Storage, committed: Committed) -> None:
    first, third = case()
    write_all(tree)
    with committed():
        spanish = in_spanish(first)
    assert (spanish.url in (html(tree, third) or ""), differences(tree)) == (True, [])


def test_a_translation_of_the_first_that_is_gone_leaves_the_page_of_the_third(
    tree: Storage, committed: Committed
) -> None:
    first, third = case()
    spanish = in_spanish(first)
    write_all(tree)
    with committed():
        spanish.unpublish()
    assert (spanish.url in (html(tree, third) or ""), differences(tree)) == (False, [])


def test_an_extension_of_the_first_stands_on_the_page_of_its_translation(tree: Storage, committed: Committed) -> None:
    first = factories.published(ua_number="44/26", ordinal=1, deadline=date(2026, 6, 30))
    in_spanish(first, deadline=date(2026, 6, 30))
    write_all(tree)
    with committed():
        ExtendDeadline(first, reason="Put off.", deadline=date(2026, 7, 31)).execute()
    assert ("July 31, 2026" in (html(tree, first) or ""), differences(tree)) == (True, [])
