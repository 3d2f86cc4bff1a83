"""What is no token of a preview opens nothing: every refusal is the same, and changes nothing."""

import pytest
import time_machine as travel
from django.core.signing import TimestampSigner
from django.test import Client
from pytest_django.fixtures import Settings

from tests import factories
from tests.api.previews import ADDRESS, FRONT_END, TYPE, claims, fetched, later, minted, refused, rows
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _front_end(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END}}


@pytest.fixture
def page() -> UrgentActionPage:
    return factories.draft()


@pytest.mark.parametrize(
    "tampered",
    [
        "",
        " ",
        "nonsense",
        ":",
        "::",
        "a:b:c",
        "{token}x",
        "x{token}",
        "{token}:",
        "{head}",
        "{token}{token}",
        "żółć",
        "x" * 8_000,
    ],
)
def test_what_is_not_the_token_opens_nothing(page: UrgentActionPage, tampered: str) -> None:
    token = minted(page)
    given = tampered.format(token=token, head=token.rsplit(":", 1)[0])
    assert refused(fetched(given.encode().decode("latin-1")))


@pytest.mark.parametrize("place", [0, 10, -60, -30, -1])
def test_a_token_with_one_letter_changed_opens_nothing(page: UrgentActionPage, place: int) -> None:
    letters = list(minted(page))
    letters[place] = "A" if letters[place] != "A" else "B"
    assert refused(fetched("".join(letters)))


def test_a_later_time_cannot_be_written_into_a_token(
    page: UrgentActionPage, time_machine: travel.TimeMachineFixture
) -> None:
    token = minted(page)
    later(time_machine, 901)
    fresh = minted(page, "open")
    value, _, signature = token.rsplit(":", 2)
    assert refused(fetched(f"{value}:{fresh.rsplit(':', 2)[1]}:{signature}"))


@pytest.mark.parametrize("salt", ["headlesspreview.token", "django.core.signing", "wagtail.admin"])
def test_what_another_part_of_the_site_signed_is_no_token(page: UrgentActionPage, salt: str) -> None:
    assert refused(fetched(TimestampSigner(salt=salt).sign_object(claims(minted(page)))))


def test_a_token_of_the_stock_package_opens_nothing(page: UrgentActionPage) -> None:
    stock = TimestampSigner(salt="headlesspreview.token").sign(f"id={page.pk}")
    rows().create(token=stock, content_type=page.content_type, content_json=page.to_json())
    assert refused(fetched(stock))


@pytest.mark.parametrize("header", ["{token}", "Basic {token}", "Token {token}", "Bearer", "Bearer{token}"])
def test_a_token_comes_as_a_bearer_token(page: UrgentActionPage, header: str) -> None:
    headers = {"authorization": header.format(token=minted(page)), "origin": FRONT_END}
    assert refused(Client().get(ADDRESS, {"content_type": TYPE}, headers=headers))


def test_a_token_in_the_address_opens_nothing(page: UrgentActionPage) -> None:
    assert refused(Client().get(ADDRESS, {"content_type": TYPE, "token": minted(page)}, headers={"origin": FRONT_END}))


def test_a_login_is_no_token(page: UrgentActionPage, admin_client: Client) -> None:
    assert refused(admin_client.get(ADDRESS, {"content_type": TYPE}))


@pytest.mark.parametrize(
    "path", ["1/", "find/", "find/?id=1", "?format=api", "?format=json&content_type=home.homepage"]
)
def test_the_endpoint_has_nothing_else(path: str) -> None:
    answer = Client().get(f"{ADDRESS}{path}")
    assert answer.status_code == 404
    assert answer["Content-Type"] in ("application/json", "application/problem+json")


def test_a_refusal_changes_nothing(page: UrgentActionPage) -> None:
    token = minted(page)
    before = list(rows().values())
    assert refused(fetched(token[:-1]))
    assert refused(fetched(token, content_type="home.homepage"))
    assert refused(fetched(token, origin="https://evil.example.org"))
    assert list(rows().values()) == before
    assert fetched(token).status_code == 200
