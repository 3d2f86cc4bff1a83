"""Urgent actions full of canaries, and the states in which nobody may see them."""

from datetime import timedelta
from typing import Any

from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import factories
from urgent_actions.models import ConcernOnPage, UrgentActionPage

CANARY = "zeisig"
LATER, EARLIER = factories.NOW + timedelta(days=30), factories.NOW - timedelta(seconds=1)


def canaries(place: str, **fields: Any) -> dict[str, Any]:
    """Return the fields of an urgent action with a canary in each."""
    word = f"{CANARY}{place}"
    someone = factories.official(
        name=f"{word} official",
        role=f"{word} role",
        address=f"{word} street",
        salutations={"en": f"{word}:", "es": f"{word}:"},
    )
    return {
        "title": f"{word} title",
        "slug": f"{word}-slug",
        "seo_title": f"{word} seo",
        "search_description": f"{word} description",
        "index_number": "ASA 17/5628/2022",
        "previous_url": f"https://example.org/{word}/",
        "summary": [("paragraph", f"<p>{word} summary</p>")],
        "targets": [
            (
                "target",
                {"official": someone, "priority": 1, "salutation": f"{word} salutation:", "note": f"{word} note"},
            ),
            ("note_to_writers", f"{word} note to writers"),
            ("copy_to_official", {"official": someone, "note": f"{word} copy"}),
        ],
        "sample_letter": [
            ("paragraph", f"{word} letter"),
            ("asks", {"introduction": f"{word} asks", "asks": [f"{word} ask"]}),
        ],
        "additional_information": [
            ("heading", f"{word} heading"),
            ("paragraph", f"<p>{word} information</p>"),
            ("quote", {"text": f"{word} quote", "source": f"{word} source"}),
        ],
        "persons": [
            {"name": f"{word} person", "name_in_original_script": f"{word} script", "pronouns": f"{word} pronouns"}
        ],
        "image": picture(f"{word} image"),
        **fields,
    }


def picture(title: str) -> Any:
    image = get_image_model().objects.create(title=title, file=get_test_image_file())
    image.tags.add(f"{title} tag")
    return image


def hide(page: UrgentActionPage, how: str) -> UrgentActionPage:
    """Take a draft full of canaries to one of the states in which nobody may see it."""
    page.concern_items = [ConcernOnPage(concern=factories.concern(f"{CANARY} concern", f"{CANARY}-concern"))]
    page.save()
    if how == "scheduled":
        page.go_live_at = LATER
        page.save_revision(clean=False).publish()
    elif how != "draft":
        page.save_revision(clean=False).publish()
        page = factories.fresh(page)
    match how:
        case "login" | "password" | "groups":
            page.view_restrictions.create(restriction_type=how, password="open" if how == "password" else "")
        case "expired":
            page.expire_at = EARLIER
            page.save()
        case "unpublished":
            page.unpublish()
    return factories.fresh(page)
