"""The command that writes the tree, and stays to keep it true."""

import io
import os
import signal
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.core.management import CommandError, call_command

from tests import factories
from tests.publishing.tree.spies import Bucket
from tests.publishing.tree.trees import changes, detail, is_open, names
from urgent_actions.publishing.present import present
from urgent_actions.publishing.tree import following, layout
from urgent_actions.publishing.tree.following import follow
from urgent_actions.publishing.tree.steps import Standing
from urgent_actions.publishing.tree.storage import ALIAS

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    """Calls ``heard`` with each line."""

    def __init__(self, heard: Callable[[str], None] = lambda line: None) -> None:
        super().__init__()
        self.heard = heard

    def write(self, text: str) -> int:
        self.heard(text.strip())
        return super().write(text)


def run(*, heard: Callable[[str], None] = lambda line: None, **options: Any) -> list[str]:
    out = Terminal(heard)
    call_command("publish_tree", stdout=out, **options)
    return out.getvalue().splitlines()


def test_a_project_without_a_storage_is_told_which_setting_is_missing() -> None:
    with pytest.raises(CommandError, match=r"There is no tree: STORAGES has no “urgent_actions_tree”\."):
        run()


def test_it_writes_all_and_says_so(tree: Storage) -> None:
    page = factories.published()
    number = present()[0]
    assert run()[-2:] == [f"documents of state {number}: complete", f"pages of state {number}: complete"]
    assert (detail(tree, page) or {})["id"] == page.pk


def test_without_pages_it_writes_documents_alone(tree: Storage) -> None:
    factories.published()
    assert run(without_pages=True)[-1] == f"documents of state {present()[0]}: complete"
    assert names(tree, layout.PAGES) == []


def test_with_full_it_looks_at_each_file(tree: Storage) -> None:
    page = factories.published()
    run()
    tree.delete(layout.detail("localhost", page.pk))
    run()
    before = detail(tree, page)
    run(full=True)
    assert (before, (detail(tree, page) or {})["id"]) == (None, page.pk)


def test_a_host_that_does_not_answer_is_told(tree: Storage, settings: Any) -> None:
    settings.ALLOWED_HOSTS = []
    settings.DEBUG = False
    with pytest.raises(CommandError, match="localhost does not tell everybody what is at /api/urgent-actions/v1/"):
        run()


def test_a_storage_that_keeps_what_is_to_be_replaced_is_told(settings: Any) -> None:
    settings.STORAGES = {**settings.STORAGES, ALIAS: {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    factories.published()
    with pytest.raises(CommandError, match="urgent_actions_tree must replace what is there"):
        run()


def test_an_object_store_holds_a_tree_as_well(settings: Any) -> None:
    backend = {"BACKEND": f"{Bucket.__module__}.Bucket"}
    settings.STORAGES = {**settings.STORAGES, ALIAS: backend}
    factories.published()
    assert run()[-1].endswith("complete")


def _is_written(line: str) -> bool:
    # A step has its time: on a busy machine it takes more than one.
    return line.startswith("pages") and line.endswith("complete")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_whoever_follows_ends_after_the_step_in_which_it_is_asked_to(asked: signal.Signals, tree: Storage) -> None:
    page = factories.published()
    before = signal.getsignal(asked)
    lines = run(follow=True, heard=lambda line: os.kill(os.getpid(), asked) if _is_written(line) else None)
    assert lines[-1] == f"pages of state {present()[0]}: complete"
    assert ((detail(tree, page) or {})["id"], signal.getsignal(asked)) == (page.pk, before)


def test_whoever_follows_writes_what_is_published(tree: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "LOOK_AGAIN", 0)
    stop, published = Event(), []

    def told(standing: Standing) -> None:
        if standing.part == layout.DOCUMENTS or standing.left:
            return
        if published:
            stop.set()
        else:
            published.append(factories.published())

    follow(tree, pages=True, told=told, stop=stop)
    assert [item["id"] for item in changes(tree)["items"]] == [published[0].pk]
    assert is_open(tree, layout.PAGES) is True
