"""The mark of the state of all that is public."""

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from urgent_actions.publishing.generation import advance
from urgent_actions.publishing.present import present


@pytest.mark.django_db
def test_there_is_a_mark_before_the_first_publication() -> None:
    assert present() == (0, None)


@pytest.mark.django_db
def test_every_advance_makes_another_mark(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first = advance()
    before = present()
    assert advance() == first + 1
    with django_assert_num_queries(1):
        after = present()
    assert before[0] + 1 == after[0]
    assert before[1] != after[1]


@pytest.mark.django_db
def test_an_advance_that_is_rolled_back_leaves_the_mark() -> None:
    advance()
    before = present()
    with transaction.atomic():
        advance()
        transaction.set_rollback(True)
    assert present() == before
