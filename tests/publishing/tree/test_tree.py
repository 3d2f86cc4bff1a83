"""What is in the tree when all is written."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import Storage
from django.utils import timezone, translation
from wagtail.models import Site

from tests import factories
from tests.publishing.conftest import Committed
from tests.publishing.tree.trees import API, changes, detail, differences, html, names, text, write_all
from urgent_actions.models import Edition, UrgentActionIndexPage
from urgent_actions.models.publications import Change
from urgent_actions.publishing.present import present
from urgent_actions.publishing.tree import layout
from urgent_actions.publishing.tree.documents import NotTold

pytestmark = pytest.mark.django_db


def folders(tree: Storage, part: str = layout.DOCUMENTS) -> list[str]:
    return sorted(tree.listdir(part)[0])


def test_each_file_says_what_the_application_says(tree: Storage) -> None:
    factories.index_page()
    factories.index_page(language="es")
    factories.published()
    factories.stopped_case()
    factories.superseded_action()
    write_all(tree)
    plain = [name for name in names(tree) if not name.endswith((".gz", ".br"))]
    assert (len(plain), differences(tree), differences(tree, compressed=True)) == (16, [], [])


def test_changes_tells_the_state_of_all_that_is_public_and_what_is_not_any_more(tree: Storage) -> None:
    page, gone = factories.published(), factories.published()
    gone.unpublish()
    write_all(tree)
    etag = Edition.objects.in_force(moment=factories.NOW).get(publication_id=page.pk).etag
    generation = Change.objects.get(page_id=page.pk).generation
    assert changes(tree) == {
        "generation": present()[0],
        "items": [{"id": page.pk, "locale": "en", "generation": generation, "etag": etag}],
        "withdrawn": [gone.pk],
    }


def test_a_page_that_is_renamed_is_gone_from_its_old_address(tree: Storage) -> None:
    page = factories.published(slug="old")
    write_all(tree)
    page.slug = "new"
    page.save_revision(clean=False).publish()
    write_all(tree)
    assert [name for name in names(tree, "pages/localhost/en/urgent-actions") if name.endswith(".html")] == [
        "pages/localhost/en/urgent-actions/index.html",
        "pages/localhost/en/urgent-actions/new/index.html",
    ]


def test_a_list_that_is_withdrawn_is_gone_and_its_urgent_actions_are_not(tree: Storage) -> None:
    page = factories.published()
    write_all(tree)
    UrgentActionIndexPage.objects.get().unpublish()
    write_all(tree)
    assert text(tree, "pages/localhost/en/urgent-actions/index.html") is None
    assert (html(tree, page) or "").startswith("<!DOCTYPE html>")


def test_each_host_has_its_own(tree: Storage) -> None:
    factories.index_page()
    section = factories.section()
    parent = UrgentActionIndexPage(title="Elsewhere", slug="elsewhere")
    section.root_page.add_child(instance=parent)
    here, there = factories.published(), factories.published(parent=parent)
    write_all(tree)
    assert folders(tree) == ["localhost", "section.example.org"]
    assert [bool(detail(tree, each)) for each in (here, there)] == [True, False]
    assert [bool(detail(tree, each, host="section.example.org")) for each in (here, there)] == [False, True]
    assert differences(tree) == []


def test_what_moves_to_another_host_is_gone_from_the_first(tree: Storage) -> None:
    factories.index_page()
    section = factories.section()
    parent = UrgentActionIndexPage(title="Elsewhere", slug="elsewhere")
    section.root_page.add_child(instance=parent)
    page = factories.published()
    write_all(tree)
    with_its_lists = [changes(tree)["items"][0]["id"]]
    page.move(parent, pos="last-child")
    factories.fresh(page).save()
    write_all(tree)
    assert (with_its_lists, changes(tree)["items"]) == ([page.pk], [])
    assert (detail(tree, page), bool(detail(tree, page, host="section.example.org"))) == (None, True)
    assert differences(tree) == []


def test_two_hosts_with_the_same_pages_have_the_same_files(tree: Storage) -> None:
    page = factories.published()
    Site.objects.create(hostname="other.example.org", root_page=Site.objects.get().root_page)
    write_all(tree)
    assert detail(tree, page, host="other.example.org") == detail(tree, page)
    assert differences(tree) == []


def test_a_host_name_of_two_sites_is_left_to_the_application(tree: Storage) -> None:
    factories.published()
    Site.objects.create(hostname="localhost", port=8001, root_page=Site.objects.get().root_page)
    write_all(tree)
    assert names(tree) == []


def test_a_host_that_is_renamed_leaves_nothing_under_its_old_name(tree: Storage, committed: Committed) -> None:
    factories.published()
    write_all(tree)
    with committed():
        site = Site.objects.get()
        site.hostname = "new.example.org"
        site.save()
    write_all(tree)
    assert (folders(tree), folders(tree, layout.PAGES)) == (["new.example.org"], ["new.example.org"])
    assert differences(tree) == []


def test_after_a_deadline_there_is_no_letter_any_more(tree: Storage) -> None:
    page = factories.published()
    write_all(tree)
    before = detail(tree, page)
    with time_machine.travel(factories.NOW + timedelta(days=300), tick=False):
        write_all(tree)
        after = detail(tree, page)
        assert differences(tree) == []
    assert before
    assert after
    assert [each["take_action"]["letters_available"] for each in (before, after)] == [True, False]


def test_at_midnight_pages_count_one_day_less(tree: Storage) -> None:
    page = factories.published(deadline=factories.NOW.date() + timedelta(days=90))
    write_all(tree)
    assert "90 days left" in (html(tree, page) or "")
    with time_machine.travel(factories.NOW + timedelta(days=1), tick=False):
        write_all(tree)
        assert "89 days left" in (html(tree, page) or "")


def test_a_page_is_in_the_language_and_the_time_zone_of_the_site_whoever_publishes(tree: Storage) -> None:
    factories.published()
    write_all(tree)
    before = {name: text(tree, name) for name in names(tree) if name.endswith((".json", ".html"))}
    with translation.override("ar"), timezone.override("Pacific/Auckland"):
        write_all(tree, anew=True)
        assert (translation.get_language(), timezone.get_current_timezone_name()) == ("ar", "Pacific/Auckland")
    assert {name: text(tree, name) for name in before} == before


def test_without_pages_there_are_documents_alone(tree: Storage) -> None:
    factories.published()
    write_all(tree, pages=False)
    assert (bool(names(tree, layout.DOCUMENTS)), names(tree, layout.PAGES)) == (True, [])


def test_a_host_that_does_not_answer_is_named(tree: Storage, settings: Any) -> None:
    factories.published()
    settings.ALLOWED_HOSTS = ["www.example.org"]
    with pytest.raises(
        NotTold, match=rf"localhost does not tell everybody what is at {API}\. Is it in ALLOWED_HOSTS\?"
    ):
        write_all(tree)
