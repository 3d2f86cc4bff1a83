"""Taking the newer urgent action down opens the older one again: whoever does it is told before."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
WARNING = "Without this one, people are asked to write from"


def unpublish_page(client: Client, page: factories.UrgentActionPage) -> str:
    return client.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).content.decode()


def second_of(page: factories.UrgentActionPage) -> factories.UrgentActionPage:
    return factories.published(ua_number=page.ua_number, ordinal=2)


def test_the_older_one_is_named_that_would_open_again(admin_client: Client) -> None:
    first = factories.published(title="The older one")
    shown = unpublish_page(admin_client, second_of(first))
    assert f"{WARNING} “The older one” (First Urgent Action {first.ua_number}) again." in shown


def test_an_older_one_past_its_deadline_is_no_reason_to_warn(admin_client: Client) -> None:
    first = factories.expired_action()
    assert WARNING not in unpublish_page(admin_client, second_of(first))


def test_a_single_one_is_no_reason_to_warn(admin_client: Client) -> None:
    assert WARNING not in unpublish_page(admin_client, factories.published())


def test_taking_down_the_older_one_opens_nothing(admin_client: Client) -> None:
    first = factories.published()
    second_of(first)
    assert WARNING not in unpublish_page(admin_client, first)
