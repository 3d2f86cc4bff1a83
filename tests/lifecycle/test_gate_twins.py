"""One live urgent action for each number and ordinal, in each locale and section, by whichever route."""

from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.admin.desk import member, messages
from tests.lifecycle.witness import is_public, nothing_changes
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish

pytestmark = pytest.mark.django_db

TWIN = (
    "Another urgent action 8/26 with ordinal 1 is published in this language and section. "
    "Give this one the next ordinal, or unpublish the other."
)
TWIN_THERE = "An urgent action 8/26 with ordinal 1 is published in that section already: unpublish one of them."


def live(**fields: Any) -> UrgentActionPage:
    return factories.published(**{"ua_number": "8/26", **fields})


def draft(**fields: Any) -> UrgentActionPage:
    return factories.draft(**{"ua_number": "8/26", **fields})


def elsewhere() -> UrgentActionIndexPage:
    """Return the index page of another section."""
    home = factories.section().root_page
    index = UrgentActionIndexPage(title="Elsewhere", slug="elsewhere", locale=home.locale)
    home.add_child(instance=index)
    return index


def refused(page: UrgentActionPage) -> list[str]:
    with nothing_changes(page), pytest.raises(NotReadyToPublish) as refusal:
        page.get_latest_revision().publish()
    return refusal.value.messages


# Publishing


def test_a_twin_is_refused() -> None:
    live()
    assert refused(draft()) == [TWIN]


def test_a_twin_under_another_index_page_of_the_section_is_refused() -> None:
    live()
    assert refused(draft(parent=factories.index_page(slug="urgent-actions-2027"))) == [TWIN]


def test_a_twin_whose_number_was_typed_in_another_form_is_refused() -> None:
    live()
    page = draft(ua_number="50/26")
    page.ua_number = "UA 8.26"
    page.live = True
    with nothing_changes(page), pytest.raises(NotReadyToPublish):
        page.save(clean=False)


def test_a_twin_of_one_behind_a_view_restriction_is_refused() -> None:
    live().view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert refused(draft()) == [TWIN]


def test_a_twin_of_an_expired_one_is_refused() -> None:
    live(deadline=factories.NOW.date())
    UrgentActionPage.objects.update(deadline="2026-01-01")
    assert refused(draft()) == [TWIN]


def test_lifting_a_view_restriction_makes_no_twins() -> None:
    restricted = live()
    restriction = restricted.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    with pytest.raises(NotReadyToPublish):
        draft().get_latest_revision().publish()
    restriction.delete()
    assert UrgentActionPage.objects.live().public().filter(ua_number="8/26").count() == 1


def test_the_next_ordinal_is_published() -> None:
    live()
    assert is_public(live(ordinal=2))


def test_a_twin_that_is_only_a_draft_stands_in_nobodys_way() -> None:
    draft()
    assert is_public(live())


def test_a_twin_in_another_section_is_published() -> None:
    live()
    assert live(parent=elsewhere()).live is True


def test_a_twin_in_another_language_is_published() -> None:
    live()
    minister = factories.official(salutations={"fr": "Madame la Ministre,"})
    french = live(
        parent=factories.index_page(language="fr"), targets=[("target", {"official": minister, "priority": 1})]
    )
    assert french.live is True


def test_a_live_page_is_no_twin_of_itself() -> None:
    page = live()
    page.title = "New headline"
    page.save_revision().publish()
    assert factories.fresh(page).title == "New headline"


def test_a_live_page_does_not_take_the_place_of_another() -> None:
    live()
    other = live(ordinal=2)
    other.ordinal = 1
    revision = other.save_revision()
    with nothing_changes(other), pytest.raises(NotReadyToPublish):
        revision.publish()


def test_one_that_was_unpublished_comes_back_only_once_its_twin_is_gone() -> None:
    first = live()
    first.unpublish()
    second = live()
    with pytest.raises(NotReadyToPublish):
        factories.fresh(first).get_latest_revision().publish()
    second.unpublish()
    factories.fresh(first).get_latest_revision().publish()
    assert is_public(first)


# Moving


def test_moving_a_live_page_beside_its_twin_is_refused() -> None:
    here, there = live(), live(parent=elsewhere())
    with nothing_changes(here, there), pytest.raises(NotReadyToPublish) as refusal:
        there.move(here.get_parent(), pos="last-child")
    assert refusal.value.messages == [TWIN_THERE]


def test_moving_a_whole_index_page_beside_a_twin_is_refused() -> None:
    here, there = live(), live(parent=elsewhere())
    with nothing_changes(here, there), pytest.raises(NotReadyToPublish) as refusal:
        there.get_parent().move(here.get_parent().get_parent(), pos="last-child")
    assert refusal.value.messages == [TWIN_THERE]


def test_moving_a_draft_beside_its_twin_is_allowed() -> None:
    here, there = live(), draft(parent=elsewhere())
    there.move(here.get_parent(), pos="last-child")
    assert factories.fresh(there).is_child_of(here.get_parent())


def test_moving_a_live_page_where_no_twin_is_is_allowed() -> None:
    here, there = live(), elsewhere()
    here.move(there, pos="last-child")
    assert factories.fresh(here).live is True


def test_moving_within_the_section_is_allowed() -> None:
    page, other = live(), factories.index_page(slug="urgent-actions-2027")
    page.move(other, pos="last-child")
    assert factories.fresh(page).is_child_of(other)


def test_an_editor_is_told_why_a_move_is_refused() -> None:
    here, there = live(), live(parent=elsewhere())
    moderator = member("Moderators")
    with nothing_changes(here, there):
        response = moderator.post(f"/admin/pages/{there.pk}/move/{here.get_parent().pk}/confirm/", follow=True)
    assert f"Not published. {TWIN_THERE}" in messages(response)


# Copying


def copy_in_the_admin(page: Page, *, to: Page, **data: Any) -> Any:
    form = {
        "new_title": "Copy", "new_slug": "copy", "new_parent_page": str(to.pk), "publish_copies": "on", **data,
    }  # fmt: skip
    return member(None).post(f"/admin/pages/{page.pk}/copy/", form, follow=True)


def test_publishing_a_copy_beside_its_original_is_refused() -> None:
    page = live()
    with nothing_changes(page), pytest.raises(NotReadyToPublish):
        page.copy(update_attrs={"slug": "copy"})


def test_an_editor_is_told_why_a_published_copy_is_refused() -> None:
    page = live()
    with nothing_changes(page):
        response = copy_in_the_admin(page, to=page.get_parent())
    assert f"Not published. {TWIN}" in messages(response)


def test_a_copy_that_stays_a_draft_is_made() -> None:
    page = live()
    copy_in_the_admin(page, to=page.get_parent(), publish_copies="")
    assert UrgentActionPage.objects.get(slug="copy").live is False


def test_a_published_copy_in_another_section_is_made() -> None:
    page = live()
    copy_in_the_admin(page, to=elsewhere())
    assert UrgentActionPage.objects.get(slug="copy").live is True


def test_an_alias_beside_its_original_is_refused() -> None:
    page = live()
    with nothing_changes(page):
        response = copy_in_the_admin(page, to=page.get_parent(), publish_copies="", alias="on")
    assert f"Not published. {TWIN}" in messages(response)


def test_a_refused_copy_of_a_whole_index_page_leaves_nothing_behind() -> None:
    page = live()
    index = page.get_parent()
    factories.published(parent=index.specific)
    with nothing_changes(page):
        response = copy_in_the_admin(index, to=index.get_parent(), copy_subpages="on")
    assert "Not published." in messages(response)


def test_a_refused_copy_of_an_index_page_by_code_leaves_nothing_behind() -> None:
    page = live()
    index = page.get_parent().specific
    with nothing_changes(page), pytest.raises(NotReadyToPublish):
        index.copy(recursive=True, update_attrs={"slug": "copy"})


def test_a_copy_of_a_whole_index_page_as_drafts_is_made() -> None:
    page = live()
    index = page.get_parent()
    copy_in_the_admin(index, to=index.get_parent(), copy_subpages="on", publish_copies="")
    copies = UrgentActionPage.objects.filter(ua_number="8/26").exclude(pk=page.pk)
    assert [copy.live for copy in copies] == [False]
