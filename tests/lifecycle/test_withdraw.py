"""The decision to withdraw a case: nothing of it is there any more, and what was stored is sealed."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.files.storage import Storage, storages
from django.core.management import call_command
from django.test import Client
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site

from tests import factories
from tests.api.test_v3_decisions import decide
from tests.lifecycle.test_stop_decision import in_spanish, user
from tests.lifecycle.traces import traces
from tests.lifecycle.witness import nothing_changes
from tests.publishing.tree.conftest import FOLDER
from tests.reporting.telling import tell
from urgent_actions.lifecycle.refusal import DecisionRefused
from urgent_actions.lifecycle.stop import OutcomeOf, StopUrgentAction
from urgent_actions.lifecycle.withdraw import WithdrawCase
from urgent_actions.lifecycle.withdrawal.seal import SealBroken, opened
from urgent_actions.models import Official, SealedCase, UrgentActionPage
from urgent_actions.models.previews import keep
from urgent_actions.publishing.tree.steps import step
from urgent_actions.publishing.tree.storage import ALIAS
from urgent_actions.urgent_action import Outcome

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the file that it made the rendition in to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

NAME, IN_SCRIPT = "Zephyra Plainly-Invented", "測試姓名"
SLUG = "zephyra-plainly-invented"
WORDS = (NAME, "zephyra", IN_SCRIPT)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Callable[[Callable[[], Any]], Any]:
    """Do something, and what waits for its commit."""

    def do(deed: Callable[[], Any]) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return deed()

    return do


@pytest.fixture
def tree(settings: Any, tmp_path: Path) -> Storage:
    """A published tree, and media beside it, in a folder of their own."""
    location = str(tmp_path / "tree")
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, ALIAS: {"BACKEND": FOLDER, "OPTIONS": {"location": location}}}
    return storages[ALIAS]


def picture() -> Any:
    return get_image_model().objects.create(title=f"{NAME} at work", file=get_test_image_file(filename=f"{SLUG}.png"))


def case(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action whose every text names one person."""
    return factories.published(
        **{
            "title": f"{NAME} in danger",
            "slug": SLUG,
            "ua_number": "777/26",
            "persons": [{"name": NAME, "name_in_original_script": IN_SCRIPT}],
            "summary": [("paragraph", f"<p>{NAME} was threatened.</p>")],
            "sample_letter": [("paragraph", f"I write about {NAME}."), ("asks", {"asks": [f"protect {NAME}."]})],
            **fields,
        }
    )


def withdraw(page: UrgentActionPage, *, reason: str = "Her family asks for it.", **more: Any) -> WithdrawCase:
    decision = WithdrawCase(page, reason=reason, **more)
    decision.execute()
    return decision


def status(path: str) -> int:
    return Client().get(path).status_code


# --- nothing is left


def test_no_trace_is_left_in_database_caches_and_storage(
    committed: Any,
    tree: Storage,
    tmp_path: Path,
) -> None:
    page = committed(lambda: case(image=picture()))
    in_spanish(page, title=f"{NAME} en peligro", slug=f"{SLUG}-es")
    factories.draft(title=f"{NAME} again", ua_number="777/26", ordinal=2)
    administrator = user("Moderators")
    page.image.get_rendition("fill-100x100")
    page.title = f"{NAME} still in danger"
    page.slug = f"{SLUG}-still"
    committed(lambda: page.save_revision(user=administrator).publish(user=administrator))
    Redirect.add_redirect(f"/{SLUG}-short", redirect_to=page)
    keep(page, status=None)
    FormState.objects.update_or_create_by_instance(
        page, user=administrator, data=f"title={NAME}", last_updated_at=factories.NOW
    )
    tell(page)
    outcome = OutcomeOf(outcome=Outcome.RELEASED, source=f"the mother of {NAME}")
    StopUrgentAction(page, reason=f"{NAME} is free.", outcomes={NAME: outcome}, user=administrator).execute()
    client = Client()
    client.force_login(administrator)
    page = factories.fresh(page)
    for address in (page.url, f"/api/v2/pages/{page.pk}/", f"/api/urgent-actions/v1/{page.pk}/"):
        assert NAME in client.get(address).content.decode()
    while step(tree, pages=False)[-1].left:
        pass
    assert traces(*WORDS, folders=(tmp_path,))
    committed(lambda: withdraw(factories.fresh(page)))
    assert traces(*WORDS, folders=(tmp_path,)) == []


def test_the_sheets_that_were_printed_are_forgotten_at_the_next_question() -> None:
    page, other = case(), factories.published()
    sheet = f"/api/urgent-actions/v1/{page.pk}/letters/?format=pdf"
    assert status(sheet) == 200
    assert traces("kept") == ["sheets"]
    withdraw(page)
    assert (status(sheet), status(f"/api/urgent-actions/v1/{other.pk}/letters/?format=text")) == (410, 200)
    assert traces("kept") == []


# --- what is gone says so


@pytest.mark.parametrize(
    "address",
    [
        "{page.url}",
        "/api/v2/pages/{page.pk}/",
        "/api/v3/pages/{page.pk}/",
        "/api/urgent-actions/v1/{page.pk}/",
        "/api/urgent-actions/v1/{page.pk}/letters/",
        "/api/urgent-actions/v1/{page.pk}/document/",
    ],
)
def test_every_address_answers_410_without_a_word_of_the_case(address: str) -> None:
    page = case()
    told = address.format(page=page)
    assert status(told) == 200
    withdraw(page)
    response = Client().get(told)
    assert response.status_code == 410
    assert not [word for word in (*WORDS, "777") if word.casefold() in response.content.decode().casefold()]


def test_an_address_that_it_had_before_answers_410() -> None:
    page = case()
    before = page.url
    page.slug = "another-slug"
    page.save_revision().publish()
    withdraw(factories.fresh(page))
    assert status(before) == 410


def test_an_address_that_led_to_it_answers_410() -> None:
    page = case()
    Redirect.add_redirect("/short", redirect_to=page)
    withdraw(page)
    assert status("/short/") == 410


@pytest.mark.parametrize("link", ["{page.url}", "{page.full_url}?from=a-poster"])
def test_an_address_that_was_made_to_lead_to_its_address_answers_410_and_does_not_name_it(link: str) -> None:
    page = case(slug="zephyra-in-links")
    Redirect.add_redirect("/short", redirect_to=link.format(page=page))
    Redirect.add_redirect("/other", redirect_to="https://elsewhere.example.org/")
    withdraw(page)
    assert (status("/short/"), status("/other/"), traces("zephyra-in-links")) == (410, 301, [])


def test_what_was_logged_of_its_redirects_goes_with_them() -> None:
    page = case()
    Redirect.add_redirect(f"/{SLUG}-short", redirect_to=page)
    log(Redirect.objects.get(), "wagtail.create")
    withdraw(page)
    assert traces(f"{SLUG}-short") == []


def test_it_answers_410_under_every_host_name_of_its_pages() -> None:
    page = case()
    root = Site.objects.get(is_default_site=True).root_page
    Site.objects.create(hostname="second.example.org", root_page=root)
    second, path = Client(headers={"host": "second.example.org"}), urlsplit(page.full_url).path
    assert second.get(path).status_code == 200
    withdraw(page)
    assert second.get(path).status_code == 410


def test_the_address_of_a_draft_was_never_public_and_is_not_there() -> None:
    page = factories.draft()
    address = page.url
    withdraw(page)
    assert status(address) == 404


def test_a_new_page_at_the_same_address_is_served() -> None:
    page = case()
    withdraw(page)
    new = factories.published(slug=SLUG)
    assert (new.url, status(new.url)) == (page.url, 200)


# --- what belongs to the case


def test_translations_drafts_and_copies_of_the_number_go_too() -> None:
    page = case()
    spanish = in_spanish(page)
    UrgentActionPage.objects.filter(pk=spanish.pk).update(ua_number="778/26")
    same_number = factories.published(ua_number="778/26", ordinal=3)
    other = factories.published()
    withdraw(page)
    assert list(UrgentActionPage.objects.all()) == [other]
    assert {spanish.pk, same_number.pk}.isdisjoint(Page.objects.values_list("pk", flat=True))


def test_officials_and_pictures_that_others_use_stay() -> None:
    image = picture()
    page, _other = case(image=image), factories.published(image=image)
    officials = Official.objects.count()
    withdraw(page)
    assert (Official.objects.count(), get_image_model().objects.filter(pk=image.pk).exists()) == (officials, True)


@pytest.mark.parametrize("is_saved", [True, False])
def test_what_is_half_typed_of_the_case_goes_and_of_an_official_stays(is_saved: bool) -> None:
    page, editor = case(), user("Moderators")
    common = {"user": editor, "last_updated_at": factories.NOW, "object_id": str(page.pk) if is_saved else ""}
    of_page, of_official = map(ContentType.objects.get_for_model, (UrgentActionPage, Official))
    FormState.objects.create(
        content_type=of_page, data=f"title={NAME}", parent_object_id="" if is_saved else 1, **common
    )
    stays = FormState.objects.create(content_type=of_official, data="name=Example+Minister", **common)
    withdraw(page)
    assert list(FormState.objects.all()) == [stays]


def test_a_picture_that_waits_in_the_draft_of_another_page_stays() -> None:
    image = picture()
    page, other = case(image=image), factories.published()
    other.image = image
    other.save_revision()
    assert not [each for each in WithdrawCase(page, reason="").plan().effects if "picture" in each]
    withdraw(page)
    assert get_image_model().objects.filter(pk=image.pk).exists()


# --- the sealed record


def test_the_record_has_pages_revisions_and_history() -> None:
    page = case()
    editor = user("Moderators")
    page.save_revision(user=editor, log_action=True)
    (sealed,) = opened(withdraw(factories.fresh(page), user=None).sealed.seal)["pages"]
    assert (sealed["title"], sealed["content"]["persons"][0]["name"], len(sealed["revisions"])) == (page.title, NAME, 2)
    assert "wagtail.edit" in [entry["action"] for entry in sealed["history"]]


def test_the_record_has_the_reason_and_the_totals() -> None:
    page = case()
    tell(page, quantity=3)
    record = opened(withdraw(page).sealed.seal)
    assert (record["reason"], [total["letters"] for total in record["totals"]]) == ("Her family asks for it.", [3])


def test_outside_the_seal_stands_only_when_by_whom_and_how_many_pages() -> None:
    by = user("Moderators")
    by.is_superuser = True
    by.save()
    sealed = withdraw(case(), user=by).sealed
    stored = SealedCase.objects.values().get(pk=sealed.pk)
    del stored["seal"]
    assert stored == {"id": sealed.pk, "sealed_at": factories.NOW, "sealed_by_id": by.pk, "pages": 1}


def test_the_log_says_that_a_case_was_withdrawn_and_not_which() -> None:
    page = case()
    withdraw(page)
    (entry,) = ModelLogEntry.objects.filter(action="urgent_actions.withdraw")
    assert (entry.data, NAME in entry.label) == ({}, False)
    assert not PageLogEntry.objects.filter(page_id=page.pk).exists()


@pytest.mark.parametrize("secret", ["another-key", "older-key"])
def test_a_record_opens_with_an_older_key_and_with_no_other(secret: str, settings: Any) -> None:
    settings.URGENT_ACTIONS_SEALING_KEYS = ["older-key"]
    seal = withdraw(case()).sealed.seal
    settings.URGENT_ACTIONS_SEALING_KEYS = ["new-key", secret]
    if secret == "older-key":
        assert opened(seal)["pages"][0]["title"] == f"{NAME} in danger"
    else:
        with pytest.raises(SealBroken):
            opened(seal)


def test_an_address_is_still_known_after_the_secret_key_has_changed(settings: Any) -> None:
    page = case()
    withdraw(page)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the-next-one"
    assert status(page.url) == 410


# --- who may, and what is refused


def test_to_publish_is_not_enough() -> None:
    page = case()
    with nothing_changes(page), pytest.raises(PermissionDenied):
        withdraw(page, user=user("Moderators"))


def test_without_a_reason_nothing_happens() -> None:
    page = case()
    with nothing_changes(page), pytest.raises(DecisionRefused, match="Say why"):
        withdraw(page, reason=" ")
    assert SealedCase.objects.count() == 0


def test_a_failure_in_the_midst_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    page = case()

    def fail(**_: Any) -> None:
        raise RuntimeError("The disk is full.")

    monkeypatch.setattr("urgent_actions.lifecycle.withdraw.remove", fail)
    with nothing_changes(page), pytest.raises(RuntimeError, match="The disk is full"):
        withdraw(page)
    assert SealedCase.objects.count() == 0


def test_the_plan_names_all_pages_and_the_picture_and_changes_nothing() -> None:
    page = case(image=picture())
    draft = factories.draft(ua_number="777/26", ordinal=2)
    with nothing_changes(page):
        plan = WithdrawCase(page, reason="").plan()
    assert [each.page_id for each in plan.reached] == [page.pk, draft.pk]
    assert "1 picture or file that nothing else uses is deleted, in all its sizes." in plan.effects


def test_the_plan_names_the_pages_that_lead_here() -> None:
    page = case()
    link = f'<p><a linktype="page" id="{page.pk}">Her case</a></p>'
    factories.published(title="Another case", additional_information=[("paragraph", link)])
    assert "“Another case” leads here: look whether it names somebody." in WithdrawCase(page, reason="").plan().effects


def test_it_is_the_same_from_the_command_line() -> None:
    page = case()
    out = io.StringIO()
    call_command("withdraw_urgent_action", page.pk, reason="Her family asks for it.", stdout=out)
    assert (out.getvalue(), status(page.url)) == (f"Deleted {page.pk} (en): {page.full_url}\n", 410)


def test_a_tool_with_a_token_withdraws_too() -> None:
    page = case()
    answer = decide(page, "withdraw", {"reason": "Her family asks for it."}).json()
    assert (answer["done"], json.dumps(answer).count(str(page.pk)) > 0, status(page.url)) == (True, True, 410)
