"""Contacts: each channel takes what it can use, and says what it cannot."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from wagtail.test.utils.form_data import inline_formset

from tests import factories
from tests.admin.directory import contact, officials, problems_of, publish, typed_official
from urgent_actions.models import MissionContact, Official, OfficialContact

pytestmark = pytest.mark.django_db


WRONG_CONTACTS = [
    pytest.param("email", "minister.example.org", "“minister.example.org” is no e-mail address.", id="e-mail"),
    pytest.param("email", "a@example.org, b@b.org", "“a@example.org, b@b.org” is no e-mail address.", id="two"),
    pytest.param(
        "phone",
        "2230-0000",
        "“2230-0000” is no international number: begin with + and the country code, like +504 2230-0000.",
        id="phone without a country",
    ),
    pytest.param(
        "fax",
        "extension 12",
        "“extension 12” is no international number: begin with + and the country code, like +504 2230-0000.",
        id="fax",
    ),
    pytest.param("social", "@ministry", "Name the network of this account.", id="account without a network"),
    pytest.param(
        "web_form",
        "example.org/form",
        "“example.org/form” is no web address: it begins with https:// or http://.",
        id="link",
    ),
    pytest.param(
        "web_form",
        "javascript:alert(1)",
        "“javascript:alert(1)” is no web address: it begins with https:// or http://.",
        id="script",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "message"), WRONG_CONTACTS)
@pytest.mark.parametrize("model", [OfficialContact, MissionContact])
def test_a_contact_that_cannot_work_is_refused(model: type, kind: str, value: str, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model(kind=kind, value=value).clean()
    assert refused.value.messages == [message]


@pytest.mark.parametrize(("kind", "value", "message"), WRONG_CONTACTS)
def test_the_form_says_what_is_wrong_with_a_contact(kind: str, value: str, message: str) -> None:
    data = typed_official(contacts=inline_formset([contact(kind=kind, value=value)]))
    assert problems_of(publish(officials("add"), data)) == [message]


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("email", "minister@example.org", "minister@example.org"),
        ("email", "Minister@EXAMPLE.ORG", "Minister@example.org"),
        ("phone", "+504 2230-0000", "+504 2230-0000"),
        ("fax", "+86 10 8559 9001", "+86 10 8559 9001"),
        ("social", "@ministry", "@ministry"),
        ("web_form", "https://example.org/form", "https://example.org/form"),
    ],
)
def test_a_contact_is_kept_as_written(kind: str, typed: str, kept: str) -> None:
    checked = OfficialContact(kind=kind, value=typed, platform="Example" if kind == "social" else "")
    checked.clean()
    assert checked.value == kept


def test_a_dead_contact_stays_on_record_and_is_offered_to_nobody() -> None:
    kept = factories.official(contacts=[("email", "old@example.org"), ("email", "new@example.org")])
    kept.contacts.filter(value="old@example.org").update(health="dead")
    page = factories.published(targets=[("target", {"official": kept, "priority": 1})])
    shown = Client().get(page.url).content.decode()
    assert "new@example.org" in shown
    assert "old@example.org" not in shown
    reach = {each.value: each.reaches for each in Official.objects.get().as_target(id="1", language="en").contacts}
    assert reach == {"old@example.org": False, "new@example.org": True}


def test_a_corrected_contact_reaches_an_open_urgent_action_at_once() -> None:
    page = factories.published()
    kept = Official.objects.get()
    corrected = [contact(kind="email", value="corrected@example.org")]
    kept.contacts.all().delete()
    kept.forms_of_address.all().delete()
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish(officials("edit", kept.pk), typed_official(contacts=inline_formset(corrected)))
    assert "corrected@example.org" in Client().get(page.url).content.decode()
