"""The demo: its content, its roles, and that its accounts stay where they belong."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings
from wagtail.models import Locale, Page, PageLogEntry, Site, Workflow, WorkflowState

from cms.demo.accounts import DEMO_ACCOUNTS, create_demo_accounts, refuse_demo_accounts
from cms.demo.load import load_demo
from tests.admin.desk import form_data, soup, words
from urgent_actions.models import Concern, Mission, Official, UrgentActionIndexPage, UrgentActionPage
from urgent_actions.refusal import NotReadyToPublish

NOON = timezone.datetime(2026, 6, 15, 16, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo, loaded once for all tests of this file; each of them takes back what it changed."""
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False), transaction.atomic():
        load_demo(StringIO())
        yield
        transaction.set_rollback(True)
    # Wagtail remembers the demo's site beyond the end of it.
    Site.clear_site_root_paths_cache()


@pytest.fixture(autouse=True)
def _demo(_loaded: None, db: None) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def account(name: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"demo-{name}"))
    return client


def user(name: str) -> object:
    return get_user_model().objects.get(username=f"demo-{name}")


def a_page() -> UrgentActionPage:
    """Return an open urgent action of the demo, in English."""
    return UrgentActionPage.objects.get(slug="land-defenders-threatened")


def edit(page: Page, who: str, **data: str) -> None:
    """Send the editor's form for a page, with the given buttons pressed."""
    official = Official.objects.get(forms_of_address__language=page.locale.language_code, pk=_official_of(page))
    typed = form_data(slug=page.slug, ua_number="777/26", title="As edited", official=official)
    account(who).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**typed, **data})


def _official_of(page: Page) -> int:
    return next(block.value["official"].pk for block in page.targets if block.block_type == "target")


# --- content


def test_it_holds_eight_urgent_actions_in_every_status() -> None:
    found = UrgentActionPage.objects.live().with_status(moment=timezone.now()).values_list("slug", "status")
    assert dict(found) == {
        "first-ua-44-22": "superseded",
        "journalist-at-risk-of-return": "expired",
        "land-defenders-threatened": "expiring",
        "lawyer-denied-medical-care": "open",
        "man-at-risk-of-execution": "open",
        "two-activists-faced-unjust-conviction": "expired",
        "two-organizers-missing": "open",
        "union-organizers-released-and-commuted": "stopped",
    }


def test_loading_it_twice_changes_nothing() -> None:
    def everything() -> tuple[int, ...]:
        models = (Page, Official, Mission, Concern, Site, Locale, Workflow, PageLogEntry, get_user_model())
        return tuple(model.objects.count() for model in models)

    before, said = everything(), StringIO()
    load_demo(said)
    assert (everything(), said.getvalue()) == (before, "Demo content is there already.")


def test_nothing_in_it_stands_in_its_own_way() -> None:
    blocked = {
        page.slug: [str(problem) for problem in page.problems(moment=timezone.now()) if problem.blocking]
        for page in UrgentActionPage.objects.all()
    }
    assert {slug: problems for slug, problems in blocked.items() if problems} == {}


@pytest.mark.parametrize("days", [1, 3, 6])
def test_the_day_of_loading_has_open_cases_a_week_later_too(days: int) -> None:
    later = timezone.now() + timedelta(days=days)
    assert UrgentActionPage.objects.with_status(moment=later).filter(status__in=["open", "expiring"]).count() >= 2


def test_every_page_of_it_is_served() -> None:
    pages = [*UrgentActionPage.objects.all(), *UrgentActionIndexPage.objects.all(), Site.objects.get().root_page]
    assert {page.url: Client().get(page.url).status_code for page in pages} == {page.url: 200 for page in pages}


def test_one_of_it_is_written_from_right_to_left() -> None:
    page = UrgentActionPage.objects.get(locale__language_code="ar")
    assert 'dir="rtl"' in Client().get(page.url).content.decode()


def test_what_is_invented_says_so() -> None:
    invented = UrgentActionPage.objects.exclude(ua_number="44/22").filter(locale__language_code="en")
    silent = [page.slug for page in invented if "invented" not in str(page.additional_information).lower()]
    assert silent == []


# --- roles


def test_there_is_a_person_for_each_role() -> None:
    found = get_user_model().objects.filter(username__startswith="demo-").order_by("username")
    assert [(each.username, each.is_superuser) for each in found] == [
        ("demo-administrator", True),
        ("demo-coordinator", False),
        ("demo-editor", False),
        ("demo-moderator", False),
        ("demo-translator", False),
    ]


@pytest.mark.parametrize("one", DEMO_ACCOUNTS, ids=lambda one: one.username)
def test_each_of_them_can_log_in(one: object) -> None:
    client = Client()
    client.post(reverse("wagtailadmin_login"), {"username": one.username, "password": one.password})
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


# may edit, may submit for moderation, may publish, may lock, may add a page beside it
RIGHTS = {
    "editor": (True, True, False, False, True),
    "moderator": (True, True, True, True, True),
    "translator": (True, True, False, False, True),
    "coordinator": (True, True, False, False, False),
    "administrator": (True, True, True, True, True),
}


@pytest.mark.parametrize("name", RIGHTS)
def test_a_role_may_what_it_is_for(name: str) -> None:
    page = a_page()
    may = page.permissions_for_user(user(name))
    beside = page.get_parent().permissions_for_user(user(name))
    assert (
        may.can_edit(), may.can_submit_for_moderation(), may.can_publish(), may.can_lock(), beside.can_add_subpage()
    ) == RIGHTS[name]  # fmt: skip


def test_every_urgent_action_is_under_the_workflow() -> None:
    workflows = {str(page.get_workflow()) for page in Page.objects.filter(depth__gt=1)}
    assert workflows == {"Review before publication"}


def test_the_workflow_asks_the_moderators() -> None:
    (task,) = Workflow.objects.get(name="Review before publication").tasks
    assert (task.name, [group.name for group in task.specific.groups.all()]) == ("Second pair of eyes", ["Moderators"])


@pytest.mark.parametrize("name", ["editor", "translator"])
def test_who_may_not_publish_saves_a_draft_instead(name: str) -> None:
    page = a_page()
    edit(page, name, **{"action-publish": "action-publish"})
    kept = UrgentActionPage.objects.get(pk=page.pk)
    assert (kept.title, kept.get_latest_revision_as_object().title) == (page.title, "As edited")


def test_a_moderator_publishes() -> None:
    page = a_page()
    edit(page, "moderator", **{"action-publish": "action-publish"})
    assert UrgentActionPage.objects.get(pk=page.pk).title == "As edited"


def test_an_editor_creates_a_page() -> None:
    parent = a_page().get_parent()
    address = reverse("wagtailadmin_pages:add", args=["urgent_actions", "urgentactionpage", parent.pk])
    account("editor").post(address, form_data(official=Official.objects.get(pk=_official_of(a_page()))))
    assert not UrgentActionPage.objects.get(slug="sample-person-typed").live


@pytest.mark.parametrize("name", ["editor", "translator"])
def test_what_is_handed_in_waits_for_a_moderator(name: str) -> None:
    page = a_page()
    edit(page, name, **{"action-submit": "action-submit"})
    state = WorkflowState.objects.get()
    assert (state.status, state.current_task_state.task.name) == ("in_progress", "Second pair of eyes")
    assert UrgentActionPage.objects.get(pk=page.pk).title == page.title


def approve(page: Page, who: str) -> int:
    state = WorkflowState.objects.get().current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return account(who).post(address, {"next": "/admin/"}).status_code


def test_a_moderator_approves_what_was_handed_in_and_so_publishes_it() -> None:
    page = a_page()
    edit(page, "editor", **{"action-submit": "action-submit"})
    approve(page, "moderator")
    assert UrgentActionPage.objects.get(pk=page.pk).title == "As edited"


@pytest.mark.parametrize("name", ["editor", "translator"])
def test_nobody_approves_but_a_moderator(name: str) -> None:
    page = a_page()
    edit(page, "editor", **{"action-submit": "action-submit"})
    approve(page, name)
    assert WorkflowState.objects.get().status == "in_progress"
    assert UrgentActionPage.objects.get(pk=page.pk).title == page.title


def translate(page: Page, who: str) -> int:
    arabic = Locale.objects.get(language_code="ar")
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    return account(who).post(address, {"locales": [arabic.pk]}).status_code


def test_a_translator_starts_a_version_that_is_not_published() -> None:
    page = a_page()
    assert translate(page, "translator") == 302
    version = UrgentActionPage.objects.get(locale__language_code="ar", translation_key=page.translation_key)
    assert (version.live, version.alias_of_id, version.ua_number) == (False, None, page.ua_number)


def test_a_translation_that_lacks_a_salutation_in_its_language_is_not_published() -> None:
    page = a_page()
    translate(page, "translator")
    version = UrgentActionPage.objects.get(locale__language_code="ar", translation_key=page.translation_key)
    with pytest.raises(NotReadyToPublish):
        version.save_revision().publish()


def test_an_editor_starts_no_version_in_another_language() -> None:
    translate(a_page(), "editor")
    assert UrgentActionPage.objects.filter(locale__language_code="ar").count() == 1


@pytest.mark.parametrize(
    ("name", "view", "allowed"),
    [
        ("editor", "wagtailsnippets_urgent_actions_official:add", True),
        ("moderator", "wagtailsnippets_urgent_actions_mission:add", True),
        ("translator", "wagtailsnippets_urgent_actions_official:list", True),
        ("translator", "wagtailsnippets_urgent_actions_official:add", False),
        ("editor", "wagtailusers_users:index", False),
        ("moderator", "wagtailusers_users:index", False),
        ("administrator", "wagtailusers_users:index", True),
        ("editor", "wagtailsites:index", False),
        ("administrator", "wagtailsites:index", True),
    ],
)
def test_a_role_enters_what_it_keeps(name: str, view: str, allowed: bool) -> None:
    assert (account(name).get(reverse(view)).status_code == 200) is allowed


# --- accounts


def test_demo_accounts_are_not_made_outside_development(settings: Settings) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(ImproperlyConfigured, match=r"^Demo accounts are for the development settings only\.$"):
        create_demo_accounts()


def test_a_site_that_allows_no_demo_accounts_names_those_it_has(settings: Settings) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    with pytest.raises(ImproperlyConfigured) as refused:
        refuse_demo_accounts()
    assert str(refused.value) == (
        "The demo accounts demo-administrator, demo-coordinator, demo-editor, demo-moderator, demo-translator are in "
        "this database, and their password is known to all. Delete them before this site starts."
    )


def test_a_site_without_demo_accounts_starts(settings: Settings) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = False
    get_user_model().objects.filter(username__startswith="demo-").delete()
    refuse_demo_accounts()


def test_development_starts_with_demo_accounts() -> None:
    refuse_demo_accounts()


# --- audit log


def history(page: Page) -> str:
    return words(soup(account("administrator").get(reverse("wagtailadmin_pages:history", args=[page.pk]))))


def refused_by_schedule(page: UrgentActionPage) -> None:
    page.deadline = None
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision(clean=False)
    page.publish(revision, log_action="wagtail.publish.scheduled")


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (lambda page: None, "Created"),
        (lambda page: edit(page, "editor"), "Draft saved"),
        (lambda page: edit(page, "moderator", **{"action-publish": "action-publish"}), "Published"),
        (
            refused_by_schedule,
            "Scheduled publication of the urgent action refused: "
            "The deadline is missing: the last day on which to write.",
        ),
    ],
    ids=["create", "edit", "publish", "refusal"],
)
def test_the_history_of_a_page_tells_what_happened(happens: Callable[[Page], None], told: str) -> None:
    page = a_page()
    happens(page)
    assert told in history(page)


def test_the_history_of_the_site_can_be_read_and_filtered_by_refusals() -> None:
    refused_by_schedule(a_page())
    address = reverse("wagtailadmin_reports:site_history")
    report = words(soup(account("administrator").get(address, {"action": "urgent_actions.publication_refused"})))
    assert "Refuse publication" in report
    assert "Scheduled publication of the urgent action refused" in report


def test_the_deadlines_count_from_the_day_of_loading() -> None:
    assert a_page().deadline > date(2026, 6, 15)
