"""How the tree is led to the present state: in pieces, by whoever comes, and nothing twice."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.storage import storages
from django.db.models import F
from wagtail.models import Page

from tests import factories
from tests.publishing.tree.spies import Folder
from tests.publishing.tree.trees import PARTS, detail, differences, html, is_open, names, write_all
from urgent_actions.models import Edition, Publication
from urgent_actions.models.publications import Change, Generation, Mark
from urgent_actions.publishing.tree import layout, steps
from urgent_actions.publishing.tree.steps import Standing, present_mark, step
from urgent_actions.publishing.tree.storage import ALIAS, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(settings: Any, tmp_path: Any) -> Folder:
    """A tree that keeps what was done to it."""
    backend = {"BACKEND": f"{Folder.__module__}.Folder", "OPTIONS": {"location": str(tmp_path / "tree")}}
    settings.STORAGES = {**settings.STORAGES, ALIAS: backend}
    found = storages[ALIAS]
    assert isinstance(found, Folder)
    return found


def written(tree: Folder) -> list[str]:
    """Return the plain files of what is public that were written since the last time."""
    deeds, tree.deeds = tree.deeds, []
    return [name for deed, name in deeds if deed == "write" and name.endswith((".html", ".json")) and _public(name)]


def _public(name: str) -> bool:
    return name.startswith(PARTS)


def test_a_step_tells_how_the_parts_stand(tree: Folder) -> None:
    factories.published()
    mark, deadline = present_mark(), datetime(2026, 12, 24, tzinfo=UTC)
    midnight = datetime(2026, 6, 16, tzinfo=UTC)
    assert step(tree, pages=True, seconds=60) == [
        Standing(layout.DOCUMENTS, mark, 0, deadline),
        Standing(layout.PAGES, mark, 0, midnight),
    ]


def test_nothing_is_written_twice(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    tree.deeds.clear()
    write_all(tree)
    assert tree.deeds == []


def test_what_is_written_anew_and_says_the_same_is_left_as_it_is(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    written(tree)
    write_all(tree, anew=True)
    assert written(tree) == []


def test_a_publication_writes_itself_and_the_lists_alone(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    written(tree)
    page = factories.published(slug="new")
    write_all(tree)
    root = "documents/localhost"
    assert written(tree) == [
        f"{root}/{page.pk}.json",
        f"{root}/index.json",
        f"{root}/changes/index.json",
        f"{root}/facets/index.json",
        f"{root}/index.en.json",
        f"{root}/changes.json",
        "pages/localhost/en/urgent-actions/new/index.html",
        "pages/localhost/en/urgent-actions/index.html",
    ]


def test_a_step_with_no_time_does_one_piece_and_hands_nothing_out(
    tree: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps.PARTS[0], "batch", 2)
    pages = [factories.published() for _ in range(3)]
    left = [step(tree, pages=True, seconds=0)[-1].left for _ in range(3)]
    # To sweep, to see that there is nothing more to sweep, and to write two. What is left are the last one, the lists
    # of the host, and to see that there is nothing more to write.
    assert left == [6, 5, 3]
    assert [bool(detail(tree, each)) for each in pages] == [True, True, False]
    assert is_open(tree) is False


def test_pages_wait_for_documents(tree: Folder) -> None:
    factories.published()
    while step(tree, pages=True, seconds=0)[0].left:
        assert names(tree, layout.PAGES) == []
    assert is_open(tree, layout.DOCUMENTS) is True


def test_what_was_begun_is_ended_by_whoever_takes_the_next_step(tree: Folder) -> None:
    for _ in range(3):
        factories.published()
    write_all(tree)
    page = factories.published()

    class Killed(Exception):  # noqa: N818  # no error: an end
        pass

    def kill() -> None:
        raise Killed

    for number in range(0, 200, 6):
        written(tree)
        page.title = f"Another {number}"
        page.save_revision(clean=False).publish()
        tree.heard = lambda left=[number]: kill() if not left[0] else left.__setitem__(0, left[0] - 1)
        try:
            write_all(tree)
        except Killed:
            tree.heard = None
            write_all(tree)
            assert differences(tree) == []
        else:
            break
    tree.heard = None
    assert number > 20


def test_after_a_backup_was_played_back_everything_is_written_anew(tree: Folder) -> None:
    page, later = factories.published(), factories.published()
    write_all(tree)
    # As if the later one had never been.
    Change.objects.filter(page_id=later.pk).delete()
    Edition.objects.filter(publication_id=later.pk).delete()
    Mark.objects.filter(publication_id=later.pk).delete()
    Publication.objects.filter(pk=later.pk)._raw_delete("default")
    Page.objects.filter(pk=later.pk).update(live=False)
    Generation.objects.update(value=F("value") - 1, nonce=uuid4())
    write_all(tree)
    assert (bool(detail(tree, page)), detail(tree, later), html(tree, later)) == (True, None, None)
    assert differences(tree) == []


def test_another_state_with_the_same_number_is_another_state(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    write(tree, "documents/localhost/stray/index.json", b"{}")
    Generation.objects.update(nonce=uuid4())
    write_all(tree)
    assert tree.exists("documents/localhost/stray/index.json") is False


def test_a_tree_of_another_format_is_written_anew(tree: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.published()
    write_all(tree)
    write(tree, "pages/localhost/stray/index.html", b"")
    write(tree, layout.state(layout.PAGES), b'{"format": 0}')
    write_all(tree)
    assert tree.exists("pages/localhost/stray/index.html") is False


def test_if_too_much_is_due_everything_is(tree: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_DUE", 1)
    first, second = factories.published(), factories.published()
    write_all(tree)
    first.unpublish()
    second.unpublish()
    write_all(tree)
    assert [detail(tree, first), detail(tree, second), html(tree, first), html(tree, second)] == [None] * 4


def test_what_stands_around_is_written_anew_on_all_pages_and_in_no_document(tree: Folder) -> None:
    factories.published(slug="sample")
    write_all(tree)
    written(tree)
    home = Page.objects.get(slug="home")
    home.title = "Another name"
    home.save()
    found = step(tree, pages=True, seconds=60)
    assert [standing.left for standing in found] == [0, 0]
    assert written(tree) == [
        "pages/localhost/en/urgent-actions/sample/index.html",
        "pages/localhost/en/urgent-actions/index.html",
    ]
    assert differences(tree) == []


def test_words_for_search_engines_are_as_they_were_saved_last(tree: Folder) -> None:
    page = factories.published()
    write_all(tree)
    page.seo_title = "For search engines"
    page.save()
    write_all(tree)
    assert "<title>For search engines</title>" in (html(tree, page) or "")


def test_a_rewriting_of_pages_leaves_documents_open(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    home = Page.objects.get(slug="home")
    home.title = "Another name"
    home.save()
    seen = {}
    tree.heard = lambda: seen.update({tree.deeds[-1][1].partition("/")[0]: is_open(tree, layout.DOCUMENTS)})
    write_all(tree)
    assert (seen["pages"], is_open(tree, layout.PAGES)) == (True, True)


def test_leases_are_renewed_by_the_next_step(tree: Folder) -> None:
    factories.published()
    write_all(tree)
    before = {part: tree.listdir(layout.leases(part))[0] for part in PARTS}
    with time_machine.travel(factories.NOW + timedelta(minutes=5), tick=False):
        write_all(tree)
    assert {part: len({*before[part], *tree.listdir(layout.leases(part))[0]}) for part in PARTS} == {
        "documents": 9,
        "pages": 9,
    }


def test_nothing_is_handed_out_between_a_deadline_and_the_next_step(tree: Folder) -> None:
    page = factories.published()
    before_midnight = datetime(2026, 12, 31, 23, 57, tzinfo=UTC)
    with time_machine.travel(before_midnight, tick=False):
        write_all(tree)
    leases = sorted(int(name) for name in tree.listdir(layout.leases(layout.DOCUMENTS))[0])
    assert (detail(tree, page) or {})["take_action"]["letters_available"] is True
    assert max(leases) * 100 + 100 <= datetime(2027, 1, 1, tzinfo=UTC).timestamp() - 5
