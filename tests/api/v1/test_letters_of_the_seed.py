"""The letters of the seed, on a day on which they could be sent, as a careful secretary would write them."""

import io
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine as travel
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client, TestCase
from pypdf import PdfReader

from cms.demo.load import load_demo
from tests.api.v1.letters import get
from tests.factories import UTC
from tests.golden import Golden
from urgent_actions.models import Official, OfficialContact, UrgentActionPage

DAY = datetime(2025, 3, 3, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed(time_machine: travel.TimeMachineFixture) -> Iterator[Any]:
    time_machine.move_to(DAY, tick=False)
    cache.clear()
    load_demo(io.StringIO())
    yield UrgentActionPage.objects.get(slug="two-activists-faced-unjust-conviction")
    cache.clear()


def test_the_two_letters_by_post_are_those_that_were_looked_at(client: Client, seed: Any, golden: Golden) -> None:
    items = get(client, seed, country="US").json()["items"]
    assert [(item["target"]["name"], item["channel"]) for item in items] == [
        ("Zhang Rui", "post"),
        ("Zhang Jian", "post"),
    ]
    for item in items:
        golden(f"seed-{item['target']['name'].lower().replace(' ', '-')}.txt", item["text"])


def test_each_is_addressed_by_name(client: Client, seed: Any) -> None:
    items = get(client, seed).json()["items"]
    assert [item["salutation"] for item in items] == ["Dear Director Zhang Rui,", "Dear Chief Procurator Zhang Jian,"]


def test_the_copy_goes_to_the_embassy_in_the_united_states(client: Client, seed: Any) -> None:
    (copy,) = get(client, seed, country="US").json()["items"][0]["copies"]
    assert copy["name"] == "Chinese Embassy in the United States"
    assert copy["address"] == [
        "Ambassador Xie Fang",
        "Chinese Embassy in the United States",
        "3505 International Place, NW,",
        "Washington DC 20008",
    ]
    assert copy["emails"] == ["chinaembpress_us@mfa.gov.cn"]


def test_a_writer_elsewhere_is_told_that_the_embassy_is_not_known(client: Client, seed: Any) -> None:
    item = get(client, seed, country="FJ").json()["items"][0]
    assert (item["copies"], item["missing_missions"]) == ([], [{"code": "CN", "name": "China"}])


def test_the_pdf_has_both_letters(client: Client, seed: Any) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(get(client, seed, format="pdf").content)).pages]
    firsts = [page for page in pages if "Dear " in page]
    assert ["Dear Director Zhang Rui," in firsts[0], "Dear Chief Procurator Zhang Jian," in firsts[1]] == [True, True]
    assert "PEOPLE'S REPUBLIC OF CHINA" in firsts[0]
    # In its own script, which needs another font.
    assert "黄雪琴" in firsts[0]


def test_the_page_has_both_letters(client: Client, seed: Any) -> None:
    page = BeautifulSoup(client.get(seed.url).content, "lxml")
    areas = [area.get_text() for area in page.select(".ua-writing textarea")]
    assert [area.split("\n\n")[2] for area in areas] == [
        "Dear Director Zhang Rui,",
        "Dear Chief Procurator Zhang Jian,",
    ]


def test_by_a_mail_link_it_is_the_same_letter(client: Client, seed: Any) -> None:
    """The document has no e-mail address of either target; one is invented here."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        official = Official.objects.get(name="Zhang Rui")
        official.contacts = [OfficialContact(kind="email", value="director@example.org")]
        official.save()
    (item,) = get(client, seed, channel="email").json()["items"]
    fields = parse_qs(urlsplit(item["mail"]["href"]).query)
    assert fields["body"][0].startswith(
        "Dear Director Zhang Rui,\r\n\r\nI am troubled by the imprisonment of Huang Xueqin"
    )
    assert fields["cc"] == ["chinaembpress_us@mfa.gov.cn"]
    assert item["mail"]["too_long"] is False
