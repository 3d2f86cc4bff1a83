"""Images and documents in the page API: those that public pages show, no others."""

import json

import pytest
from wagtail.documents import get_document_model

from tests import factories
from tests.api.canaries import CANARY, canaries, hide, picture
from tests.api.conftest import Get
from urgent_actions.models import UrgentActionPage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files that it made renditions in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def test_published_the_same_fields_show_the_canary(get: Get) -> None:
    fields = canaries("shown")
    page = factories.published(**fields)
    shown = json.dumps(get(f"pages/{page.pk}/")).lower()
    words = (
        "title",
        "slug",
        "summary",
        "salutation",
        "note",
        "letter",
        "asks",
        "ask",
        "heading",
        "information",
        "quote",
    )
    more = ("source", "person", "script", "pronouns", "official", "role", "street", "copy", "seo", "description")
    assert [word for word in (*words, *more) if f"{CANARY}shown {word}" not in shown] == ["slug"]
    assert f"{CANARY}shown-slug" in shown


def test_published_the_same_image_is_in_the_library(get: Get) -> None:
    factories.published(**canaries("shown"))
    assert [image["title"] for image in get("images/")["items"]] == [f"{CANARY}shown image"]


def test_a_document_that_a_public_page_links_to_is_listed(get: Get) -> None:
    document = get_document_model().objects.create(title="Annual report", file="documents/annual.txt")
    index = factories.index_page()
    index.introduction = f'<a linktype="document" id="{document.pk}">A document</a>'
    index.save_revision().publish()
    assert [each["title"] for each in get("documents/")["items"]] == ["Annual report"]


@pytest.mark.parametrize("how", ["draft", "login", "expired", "unpublished"])
def test_an_image_leaves_the_library_with_its_page(get: Get, how: str) -> None:
    page = factories.published(image=picture("A school"))
    assert get("images/")["meta"]["total_count"] == 1
    if how == "draft":
        UrgentActionPage.objects.filter(pk=page.pk).update(live=False)
    else:
        hide(page, how)
    assert get("images/")["meta"]["total_count"] == 0
