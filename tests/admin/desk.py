"""The editor's desk as tests see it: who sits at it, what a list shows, what a form sends."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.demo.roles import make_roles
from urgent_actions.models import Official

STREAMS = ("summary", "targets", "sample_letter", "additional_information")
FEATURES = ["bold", "italic", "link"]


def member(role: str | None, *, username: str | None = None) -> Client:
    """Return a browser in which somebody with this role is logged in; without a role: the administrator."""
    make_roles(Page.get_first_root_node())
    users = get_user_model().objects
    name = username or (role or "administrator").lower()
    if role is None:
        user = users.create_superuser(name, f"{name}@example.org", "password")
    else:
        user = users.create_user(name, f"{name}@example.org", "password")
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def outsider() -> Client:
    """Return a browser of somebody who may enter the admin, and nothing there."""
    from django.contrib.auth.models import Permission

    user = get_user_model().objects.create_user("outsider", "outsider@example.org", "password")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def soup(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def rows(response: HttpResponse) -> list[dict[str, str]]:
    """Return the rows of the list on a page: what each column shows, by the column's heading."""
    table = soup(response).select_one("table.listing")
    if table is None:
        return []
    headings = [words(cell) for cell in table.select("thead th, thead td")]
    return [
        dict(zip(headings, (words(cell) for cell in row.find_all(["td", "th"], recursive=False)), strict=True))
        for row in table.select("tbody tr")
    ]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def messages(response: HttpResponse) -> str:
    """Return what the page tells the editor above everything else, errors of single fields included."""
    page = soup(response)
    return " ".join(words(tag) for tag in page.select(".messages, .error-message, .w-field__errors"))


def form_data(**changes: Any) -> dict[str, str]:
    """Return what the editor's form sends for an urgent action that is complete; ``changes`` replace single fields."""
    official = changes.pop("official", None) or Official.objects.first()
    data: dict[str, Any] = {
        "title": "Sample Person in danger",
        "slug": "sample-person-typed",
        "ua_number": "801/26",
        "ordinal": "1",
        "index_number": "",
        "issued_on": "2026-06-01",
        "deadline": "2026-12-31",
        "summary": streamfield([("paragraph", rich_text("<p>Typed into the summary.</p>", features=FEATURES))]),
        "country_items": inline_formset([{"country": "HN"}]),
        "targets": streamfield(
            [
                (
                    "target",
                    {"official": str(official.pk) if official else "", "priority": "1", "salutation": "", "note": ""},
                )
            ]
        ),
        "sample_letter": streamfield(
            [
                ("paragraph", "Typed into the letter."),
                ("asks", {"introduction": "I urge you to:", "asks": _list_of("protect Sample Person.")}),
            ]
        ),
        "additional_information": streamfield([]),
        "concern_items": inline_formset([]),
        "language_items": inline_formset([{"language": "es"}]),
        "own_language_welcome": "on",
        "persons": inline_formset([{"name": "Sample Person", "pronouns": "She/her"}]),
        "previous_url": "",
        "image": "",
        "stopped_at": "",
        "stop_reason": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(data)


def _list_of(*values: str) -> dict[str, Any]:
    items = {
        str(place): {"value": value, "order": str(place), "deleted": "", "id": ""} for place, value in enumerate(values)
    }
    return {"count": str(len(values)), **items}
