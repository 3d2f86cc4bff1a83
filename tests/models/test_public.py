"""What may go wrong after publication does not reach the public: a lost picture, an official who has left, a name."""

import gc

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.storage import default_storage
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import factories
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.prose import public_html
from urgent_actions.models.public import representation

pytestmark = pytest.mark.django_db


# Wagtail leaves the unfinished rendition's file open; it is collected here, and not in whatever test comes next.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_lost_picture_takes_down_nothing_else() -> None:
    image = get_image_model().objects.create(title="Sample", file=get_test_image_file())
    page = factories.published(image=image)
    # The publication made the rendition; it is lost like the image itself.
    image.renditions.all().delete()
    cache.clear()
    default_storage.delete(image.file.name)
    shown = representation(factories.fresh(page), moment=factories.NOW)
    gc.collect()
    assert (shown["image"], shown["status"]) == (None, "open")


def test_without_a_published_target_no_letter_is_handed_out() -> None:
    minister = factories.official()
    page = factories.published(targets=[("target", {"official": minister, "priority": 1})])
    minister.unpublish()
    shown = representation(factories.fresh(page), moment=factories.NOW)["take_action"]
    assert (shown["letters_available"], shown["reason"], shown["channels"]) == (False, "no_target", [])


def test_an_older_one_of_a_stopped_case_shows_neither_letter_nor_contacts() -> None:
    first = factories.published(ua_number="910/26")
    second = factories.stopped_case(ua_number="910/26", ordinal=2)
    shown = representation(factories.fresh(first), moment=factories.NOW)
    targets = [block["value"] for block in shown["targets"]]
    assert (shown["sample_letter"], [target["contacts"] for target in targets]) == (None, [[]])
    assert shown["take_action"]["latest"]["id"] == second.pk


def test_no_mail_link_hides_in_prose() -> None:
    html = '<p>Write to <a href="mailto:minister@example.org?subject=Now">him</a>.</p>'
    assert "mailto" not in public_html(html, locale_id=None, moment=factories.NOW)


@time_machine.travel(factories.NOW, tick=False)
def test_a_name_that_became_initials_is_not_found_any_more() -> None:
    page = factories.published(
        title="Teacher in danger",
        persons=[{"name": "Quirina Zaffran"}],
        summary=[("paragraph", "<p>A teacher was threatened.</p>")],
        sample_letter=[
            ("paragraph", "I write about a teacher."),
            ("asks", {"introduction": "", "asks": ["protect her."]}),
        ],
    )
    page.persons.set([factories.PersonAtRisk(name="Quirina Zaffran", use_initials=True)])
    page.save_revision().publish()
    assert list(UrgentActionPage.objects.live().search("Zaffran")) == []
