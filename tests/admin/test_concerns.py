"""Concerns: a managed list."""

import pytest
from django.urls import reverse

from tests.admin.desk import member, rows

pytestmark = pytest.mark.django_db


def test_concerns_are_kept_by_the_administrator() -> None:
    address = reverse("wagtailsnippets_urgent_actions_concern:add")
    member(None).post(address, {"name": "Torture", "slug": "torture"})
    assert rows(member("Moderators").get(reverse("wagtailsnippets_urgent_actions_concern:list"))) != []


def test_editors_choose_concerns_and_make_none() -> None:
    response = member("Editors").get(reverse("wagtailsnippets_urgent_actions_concern:add"))
    assert response.status_code == 302
