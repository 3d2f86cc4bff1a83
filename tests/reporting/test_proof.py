"""Proof of work: a riddle is good for one report, and what comes without one is held."""

import base64
import json
from hashlib import sha256
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache

from tests import factories
from tests.reporting.telling import told
from urgent_actions.models import Report
from urgent_actions.reporting.proof import HARDEST, riddle, suffices
from urgent_actions.reporting.take import take


@pytest.fixture(autouse=True)
def _asked(settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = True
    settings.ALTCHA_HMAC_KEY = "a-key-of-this-test"
    cache.clear()


def solution(given: dict[str, Any], **changed: Any) -> str:
    """Return the proof that a browser finds."""
    number = next(
        number
        for number in range(given["maxnumber"] + 1)
        if sha256(f"{given['salt']}{number}".encode()).hexdigest() == given["challenge"]
    )
    names = ("algorithm", "challenge", "salt", "signature")
    said = {**{name: given[name] for name in names}, "number": number, **changed}
    return base64.b64encode(json.dumps(said).encode()).decode()


def test_a_riddle_is_as_hard_as_is_said_and_of_sha_256() -> None:
    given = riddle()
    assert (given["algorithm"], given["maxnumber"]) == ("SHA-256", HARDEST)


def test_a_solution_suffices_once() -> None:
    proof = solution(riddle())
    assert (suffices(proof), suffices(proof)) == (True, False)


@pytest.mark.parametrize("proof", ["", "nonsense", "W10=", "NQ==", "bnVsbA==", "é"])
def test_what_is_no_solution_does_not_suffice(proof: str) -> None:
    assert not suffices(proof)


@pytest.mark.parametrize("changed", [{"number": -1}, {"signature": "0" * 64}, {"algorithm": "SHA-1"}, {"salt": "x"}])
def test_a_solution_of_another_riddle_does_not_suffice(changed: dict[str, Any]) -> None:
    assert not suffices(solution(riddle(), **changed))


def test_where_the_site_asks_for_none_everything_suffices(settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = False
    assert suffices("")


@pytest.mark.django_db
def test_a_report_without_a_proof_is_held_and_one_with_it_is_counted() -> None:
    page = factories.published()
    for proof in ("", solution(riddle())):
        take(told(page), proof=proof, address="192.0.2.1", moment=factories.NOW)
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["held", "counted"]
