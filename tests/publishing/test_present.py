"""The mark of the present state of all that is public, asked for on the short way and on the long one."""

import pytest
from django.db import connection

from urgent_actions.models import Generation
from urgent_actions.publishing.generation import advance
from urgent_actions.publishing.present import present


def told() -> tuple[int, str]:
    """Return the mark; SQLite has no type for its second part."""
    value, nonce = present()
    return value, str(nonce).replace("-", "")


def stored() -> tuple[int, str]:
    found = Generation.objects.get()
    return found.value, found.nonce.hex


@pytest.mark.django_db
def test_it_is_what_is_stored() -> None:
    advance()
    assert told() == stored()


@pytest.mark.needs_postgresql
@pytest.mark.parametrize("threshold", [None, 5])
@pytest.mark.django_db
def test_the_short_way_hears_of_every_advance(threshold: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    monkeypatch.setattr(connection.connection, "prepare_threshold", threshold)
    for _ in range(3):
        advance()
        assert told() == stored()


@pytest.mark.needs_postgresql
@pytest.mark.parametrize("threshold", [None, 5])
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_lost_connection_is_replaced(threshold: int | None) -> None:
    advance()
    connection.connection.prepare_threshold = threshold
    before = present()
    connection.connection.close()
    assert present() == before


@pytest.mark.needs_postgresql
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_pooler_that_has_lost_what_was_prepared_is_asked_the_long_way() -> None:
    advance()
    connection.connection.prepare_threshold = 5
    before = present()
    connection.connection.pgconn.exec_(b"DEALLOCATE ALL")
    assert present() == before
