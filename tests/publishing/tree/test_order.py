"""In which order files are written: whoever reads at any instant, by whatever way, reads nothing that is wrong."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import storages
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.tree.promises import broken, gone_and_still_there, handed_out
from tests.publishing.tree.spies import Bucket, Folder, Spied
from tests.publishing.tree.trees import write_all
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.publishing.tree.storage import ALIAS

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[Folder, Bucket])
def watched(request: pytest.FixtureRequest, settings: Any, tmp_path: Any) -> Iterator[Any]:
    """A tree that is looked at after each single deed, with two urgent actions in it."""
    kind: type[Spied] = request.param
    options = {"location": str(tmp_path / "tree")} if kind is Folder else {}
    backend = {"BACKEND": f"{kind.__module__}.{kind.__qualname__}", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, ALIAS: backend}
    factories.index_page()
    factories.published(ua_number="44/26", slug="first")
    factories.published(ua_number="45/26", slug="other")
    tree: Any = storages[ALIAS]
    write_all(tree)
    complaints: list[str] = []

    def look() -> None:
        complaints.extend(f"{tree.deeds[-1]}: {each}" for each in broken(tree))
        deed, name = tree.deeds[-1]
        # While leases are being taken away, nobody else sees yet what happens in this transaction; each that is written
        # after the first hands out the same.
        if not name.startswith("alive-") or (deed == "write" and tree.deeds[-2][1].partition("/")[0] == "state"):
            complaints.extend(f"{each} is handed out after {deed} {name}" for each in handed_out(tree))
        if deed == "write" and name.startswith(("documents/", "pages/")):
            complaints.extend(f"{name} was written before {gone} was gone" for gone in gone_and_still_there(tree))

    tree.heard = look
    tree.deeds.clear()
    yield tree
    assert complaints == []
    assert tree.deeds != []


def first() -> UrgentActionPage:
    return UrgentActionPage.objects.get(slug="first")


def publish_another() -> None:
    factories.published()


def publish_the_next_of_the_case() -> None:
    factories.published(ua_number="44/26", ordinal=2)


def stop() -> None:
    page = first()
    page.stopped_at, page.stop_reason = factories.NOW, "Sample Person has been released."
    page.save_revision(clean=False).publish()


def withdraw() -> None:
    first().unpublish()


def withdraw_the_list() -> None:
    UrgentActionIndexPage.objects.get().unpublish()


def delete() -> None:
    first().delete()


def hide() -> None:
    PageViewRestriction.objects.create(page=first(), restriction_type=PageViewRestriction.LOGIN)


def move() -> None:
    index = factories.index_page(slug="elsewhere")
    Page.objects.get(pk=first().pk).move(index, pos="last-child")


def rename() -> None:
    page = first()
    page.slug = "renamed"
    page.save_revision(clean=False).publish()


DEEDS = [
    publish_another,
    publish_the_next_of_the_case,
    stop,
    withdraw,
    withdraw_the_list,
    delete,
    hide,
    move,
    rename,
]


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_wrong_at_any_instant_after(deed: Callable[[], None], watched: Any, committed: Committed) -> None:
    with committed():
        deed()


def test_nothing_is_wrong_at_any_instant_after_a_deadline(watched: Any) -> None:
    with time_machine.travel(factories.NOW + timedelta(days=300), tick=False):
        write_all(watched)


def test_nothing_is_wrong_at_any_instant_when_all_is_written_again(watched: Any) -> None:
    write_all(watched, anew=True)
