"""The tree is closed before whatever hides something is committed, and led on afterwards."""

import logging
from functools import partial
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.tree.trees import HOST, changes, detail, differences, html, is_open, names, write_all
from urgent_actions.publishing.tree import jobs, layout
from urgent_actions.publishing.tree.steps import step
from urgent_actions.publishing.tree.storage import FolderStorage

pytestmark = pytest.mark.django_db


def stop(page: Any) -> None:
    page.stopped_at, page.stop_reason = timezone.now(), "Sample Person has been released."
    page.save_revision(clean=False).publish()


def both_open(tree: Storage) -> list[bool]:
    return [is_open(tree, part) for part in (layout.DOCUMENTS, layout.PAGES)]


def test_a_stop_closes_the_tree_before_it_is_committed(tree: Storage) -> None:
    page = factories.published()
    write_all(tree)
    before = both_open(tree)
    with transaction.atomic():
        stop(page)
        assert (before, both_open(tree)) == ([True, True], [False, False])


def test_a_stop_is_in_the_tree_when_it_is_committed(tree: Storage, committed: Committed) -> None:
    page = factories.published()
    write_all(tree)
    with committed():
        stop(page)
    found = detail(tree, page)
    assert found
    assert (found["status"], found["take_action"]["letters_available"]) == ("stopped", False)
    assert "mailto:" not in (html(tree, page) or "mailto:")
    assert (both_open(tree), differences(tree)) == ([True, True], [])


def test_after_a_stop_that_was_not_committed_the_next_step_opens_again(tree: Storage) -> None:
    page = factories.published()
    write_all(tree)

    with transaction.atomic():
        stop(page)
        transaction.set_rollback(True)
    found = both_open(tree)
    write_all(tree)
    assert (found, both_open(tree), differences(tree)) == ([False, False], [True, True], [])


def test_a_withdrawal_is_in_the_tree_when_it_is_committed(tree: Storage, committed: Committed) -> None:
    page = factories.published()
    write_all(tree)
    with committed():
        page.unpublish()
    assert (detail(tree, page), html(tree, page), changes(tree)["withdrawn"]) == (None, None, [page.pk])


def test_nothing_is_written_before_the_command_has_begun(tree: Any, committed: Committed) -> None:
    with committed():
        factories.published()
    assert tree.exists("") is False


def test_pages_are_not_written_if_the_command_has_not_begun_them(tree: Storage, committed: Committed) -> None:
    write_all(tree, pages=False)
    with committed():
        page = factories.published()
    assert (bool(detail(tree, page)), names(tree, layout.PAGES)) == (True, [])


def test_an_editor_does_not_wait_for_all_that_is_left(
    tree: Storage, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tree)
    monkeypatch.setattr(jobs, "SECONDS", 0)
    monkeypatch.setattr(jobs, "step", partial(step, seconds=0))
    with committed():
        factories.published()
    found = is_open(tree, layout.PAGES), tree.exists(layout.page(HOST, "/en/urgent-actions/"))
    write_all(tree)
    assert (found, both_open(tree)) == ((False, False), [True, True])


def test_a_storage_that_is_away_does_not_hinder_a_stop(
    tree: Storage, committed: Committed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = factories.published()
    write_all(tree)

    def away(*_: Any) -> None:
        raise OSError("The storage is away.")

    for name in ("listdir", "delete", "_save", "exists"):
        monkeypatch.setattr(FolderStorage, name, away)
    with caplog.at_level(logging.ERROR), committed():
        stop(page)
    assert factories.fresh(page).stopped_at == timezone.now()
    assert caplog.text.count("The storage is away.") >= 2


def test_a_project_without_a_tree_has_no_job(committed: Committed) -> None:
    with committed() as callbacks:
        factories.published()
    assert [each for each in callbacks if each.__module__ == jobs.__name__] == []
