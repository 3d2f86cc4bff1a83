"""Whose reports somebody sees."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page, Site

from tests import factories
from urgent_actions.admin.reports.sections import sections_of

pytestmark = pytest.mark.django_db


def who_may(right: str, page: Page) -> Any:
    """Return somebody with one right from this page on downwards."""
    group = Group.objects.create(name="One right")
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = get_user_model().objects.create_user("somebody", "somebody@example.org", "password")
    user.groups.add(group)
    return user


def here() -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.mark.parametrize(("right", "sees"), [("change", True), ("publish", True), ("add", False), ("lock", False)])
def test_who_may_edit_in_a_section_sees_its_reports(right: str, sees: bool) -> None:
    factories.section()
    assert sections_of(who_may(right, here().root_page)) == (frozenset({here().pk}) if sees else frozenset())


def test_who_may_edit_above_all_sections_sees_all_reports() -> None:
    other = factories.section()
    assert sections_of(who_may("change", Page.get_first_root_node())) == {here().pk, other.pk}


def test_who_may_edit_a_part_of_a_section_sees_its_reports() -> None:
    factories.section()
    assert sections_of(who_may("change", factories.index_page())) == {here().pk}


def test_who_may_edit_in_another_language_of_a_section_sees_its_reports() -> None:
    factories.section()
    assert sections_of(who_may("change", factories.index_page(language="ar"))) == {here().pk}


def test_administrators_see_all_reports() -> None:
    other = factories.section()
    user = get_user_model().objects.create_superuser("administrator", "administrator@example.org", "password")
    assert sections_of(user) == {here().pk, other.pk}


def test_who_may_nothing_sees_nothing() -> None:
    assert sections_of(get_user_model().objects.create_user("nobody", "nobody@example.org", "password")) == frozenset()
