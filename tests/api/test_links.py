"""Rich text as it is served: links lead where the public may go, in the page's own language."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client
from wagtail.models import Page

from tests import factories
from tests.api.canaries import hide
from tests.api.conftest import Committed, Get
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage

pytestmark = pytest.mark.django_db


def linking_to(page: Page, **fields: Any) -> UrgentActionPage:
    text = f'<p>See <a linktype="page" id="{page.pk}">the school</a>.</p>'
    return factories.published(additional_information=[("paragraph", text)], **fields)


def link_in(answer: dict[str, Any]) -> str:
    return str(answer["additional_information"][0]["value"])


@pytest.mark.parametrize("how", ["draft", "login", "scheduled", "expired", "unpublished"])
def test_a_link_to_a_hidden_page_keeps_its_words_and_loses_its_address(get: Get, how: str) -> None:
    there = hide(factories.draft(), how)
    assert link_in(get(f"pages/{linking_to(there).pk}/")) == '<p>See <a rel="noopener">the school</a>.</p>'


def test_a_link_to_a_page_that_was_deleted_loses_its_address(get: Get, committed: Committed) -> None:
    there = factories.published()
    page = linking_to(there)
    with committed():
        there.delete()
    assert link_in(get(f"pages/{page.pk}/")) == '<p>See <a rel="noopener">the school</a>.</p>'


@pytest.mark.parametrize("language", ["en", "ar", "es"])
def test_a_link_leads_to_the_version_in_the_language_of_the_page(client: Client, language: str) -> None:
    english = factories.index_page()
    arabic = factories.index_page(language="ar")
    UrgentActionIndexPage.objects.filter(pk=arabic.pk).update(translation_key=english.translation_key)
    targets = [("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})]
    page = linking_to(english, parent=arabic, targets=targets)
    answer = client.get(f"/api/v2/pages/{page.pk}/", headers={"accept-language": language}).json()
    assert 'href="http://localhost/ar/urgent-actions/"' in link_in(answer)


SERVED = {
    "API v2": "/api/v2/pages/{pk}/",
    "a list of API v2": "/api/v2/pages/?type=urgent_actions.UrgentActionPage&fields=*&locale=ar",
    "API v3": "/api/v3/pages/{pk}/",
    "the urgent-action API": "/api/urgent-actions/v1/{pk}/",
    "the page": "{url}",
}


@pytest.mark.parametrize("language", ["en", "ar", "es", ""])
@pytest.mark.parametrize("address", SERVED.values(), ids=SERVED)
def test_a_link_stays_in_the_language_of_the_page_wherever_it_is_served(
    client: Client, address: str, language: str
) -> None:
    english = factories.index_page()
    arabic = factories.index_page(language="ar")
    UrgentActionIndexPage.objects.filter(pk=arabic.pk).update(translation_key=english.translation_key)
    targets = [("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})]
    page = linking_to(english, parent=arabic, targets=targets)
    asked = {"accept-language": language} if language else {}
    text = client.get(address.format(pk=page.pk, url=page.url), headers=asked).content.decode().replace("\\", "")
    assert ">the school</a>" in text
    assert text.split(">the school</a>")[0].endswith('href="http://localhost/ar/urgent-actions/" rel="noopener"')


@pytest.mark.parametrize("language", ["en", "ar", "es", ""])
@pytest.mark.parametrize("address", ["/api/v2/pages/{pk}/", "/api/v3/pages/{pk}/", "{url}"], ids=["v2", "v3", "page"])
def test_a_link_of_a_list_stays_in_its_language(client: Client, address: str, language: str) -> None:
    english = factories.published()
    text = f'<p>See <a linktype="page" id="{english.pk}">the school</a>.</p>'
    arabic = factories.translated(english, language="ar", parent=factories.index_page(language="ar", introduction=text))
    index = arabic.get_parent()
    asked = {"accept-language": language} if language else {}
    shown = client.get(address.format(pk=index.pk, url=index.url), headers=asked).content.decode().replace("\\", "")
    assert f'<a href="{arabic.full_url}" rel="noopener">the school</a>' in shown


def test_a_link_without_a_public_version_in_the_language_leads_to_the_page_itself(get: Get) -> None:
    english = factories.index_page()
    arabic = factories.index_page(language="ar")
    UrgentActionIndexPage.objects.filter(pk=arabic.pk).update(translation_key=english.translation_key, live=False)
    targets = [("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})]
    page = linking_to(english, parent=arabic, targets=targets)
    assert 'href="http://localhost/en/urgent-actions/"' in link_in(get(f"pages/{page.pk}/"))


@pytest.mark.parametrize(
    "written",
    [
        '<p onclick="x()">a</p>',
        "<script>x()</script><p>a</p>",
        '<p><a href="javascript:x()">a</a></p>',
        "<p><img src=x>a</p>",
    ],
)
def test_markup_that_does_something_is_not_served(get: Get, written: str) -> None:
    page = factories.published(additional_information=[("paragraph", written)])
    assert link_in(get(f"pages/{page.pk}/")) in {"<p>a</p>", '<p><a rel="noopener">a</a></p>'}


@pytest.mark.parametrize(("how", "status"), [("page", 410), ("index", 404)])
def test_a_web_page_is_gone_at_the_second_of_its_expiry(
    client: Client, time_machine: travel.TimeMachineFixture, how: str, status: int
) -> None:
    shown: Page = factories.published() if how == "page" else factories.index_page()
    Page.objects.filter(pk=shown.pk).update(expire_at=factories.NOW + timedelta(seconds=1))
    before = client.get(shown.url).status_code
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert (before, client.get(shown.url).status_code) == (200, status)
