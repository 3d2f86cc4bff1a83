"""The riddle for a report, where the site asks for a proof of work."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from tests import factories
from tests.api.v1.conftest import ROOT, Ask
from tests.api.v1.reports import kept, report
from tests.reporting.test_proof import solution

pytestmark = pytest.mark.django_db


@pytest.fixture
def asking(settings: LazySettings) -> None:
    """The site asks for a proof of work."""
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = True
    settings.ALTCHA_HMAC_KEY = "a-key-of-this-test"


def test_where_no_proof_is_asked_for_there_is_no_riddle(ask: Ask) -> None:
    assert ask("riddle/", expect=404)["detail"] == "This site asks for no proof of work."


@pytest.mark.usefixtures("asking")
def test_each_riddle_is_a_new_one_that_no_cache_keeps(client: Client) -> None:
    first, second = (client.get(f"{ROOT}riddle/") for _ in range(2))
    assert first.json()["challenge"] != second.json()["challenge"]
    assert (first["Cache-Control"], first["Access-Control-Allow-Origin"]) == ("no-store", "*")


@pytest.mark.usefixtures("asking")
def test_the_answer_is_the_same_with_a_proof_and_without(client: Client) -> None:
    page = factories.published()
    answers = [report(client, page, **told) for told in ({"proof": solution(client.get(f"{ROOT}riddle/").json())}, {})]
    assert [each.json() for each in answers] == [{"status": "received"}] * 2
    assert kept() == [("counted", 1), ("held", 1)]


@pytest.mark.usefixtures("asking")
def test_a_riddle_costs_no_query(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        client.get(f"{ROOT}riddle/")
