"""Every line of the seed document can be pointed to in the answer of the page API, fact by fact."""

import html
import io
import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from cms.demo.load import FIXTURES, load_demo
from urgent_actions.models import UrgentActionPage

# The answer is plain data, loaded once; the mark is there to have a database made.
pytestmark = pytest.mark.django_db

FACTS: list[dict[str, Any]] = json.loads((FIXTURES / "seed_facts.json").read_text(encoding="utf-8"))
SEED = settings.BASE_DIR.parent / "shared" / "seed" / "second-urgent-action-44-22.txt"
# A key; then which one: [0] of a list, [target:0] of the blocks of a type, [target] all of them.
STEP = re.compile(r"(?P<key>\w+)|\[(?:(?P<type>[a-z_]+)(?::(?P<nth>\d+))?|(?P<index>\d+))\]")


@pytest.fixture(scope="module")
def answer(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Any]:
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        load_demo(io.StringIO())
        page = UrgentActionPage.objects.get(slug="two-activists-faced-unjust-conviction")
        response = Client().get(f"/api/v2/pages/{page.pk}/")
        transaction.set_rollback(True)
    cache.clear()
    assert response.status_code == 200
    return response.json()


def at(answer: Any, where: str) -> Any:
    """Return what stands in the answer at a place such as `targets[target:0].address.lines[1]`."""
    found = answer
    for step in STEP.finditer(where):
        if step["key"]:
            found = found[step["key"]]
        elif step["index"]:
            found = found[int(step["index"])]
        else:
            values = [block["value"] for block in found if block["type"] == step["type"]]
            found = values[int(step["nth"])] if step["nth"] else values
    return found


def text_of(value: Any) -> str:
    return html.unescape(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


@pytest.mark.parametrize(
    ("line", "fact", "where"),
    [pytest.param(*each.values(), id=f"line {each['line']}: {each['fact']}") for each in FACTS],
)
def test_the_answer_holds_the_fact_of_the_seed(answer: dict[str, Any], line: int, fact: str, where: str) -> None:
    assert fact in text_of(at(answer, where)), f"line {line}"


def test_every_line_of_the_seed_has_a_fact() -> None:
    if not SEED.exists():
        pytest.skip(f"the seed document is not beside the repository ({SEED})")
    lines = SEED.read_text(encoding="utf-8").splitlines()
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    assert filled == sorted({each["line"] for each in FACTS})


def test_a_short_fact_stands_alone_in_its_field(answer: dict[str, Any]) -> None:
    facts = [each for each in FACTS if not isinstance(at(answer, each["where"]), list | dict)]
    alone = {
        each["where"]: at(answer, each["where"]) for each in facts if "." in each["where"] or "[" not in each["where"]
    }
    assert alone == {
        "title": "Two activists faced unjust conviction",
        "ua_number": "44/22",
        "ordinal": 2,
        "deadline": "2025-03-18",
        "own_language_welcome": True,
        "previous_url": "https://www.amnesty.org/en/documents/asa17/5628/2022/en/",
        "persons[0].name": "Huang Xueqin",
        "persons[0].name_in_original_script": "黄雪琴",
        "persons[0].pronouns": "She/her",
        "persons[1].name": "Wang Jianbing",
        "persons[1].name_in_original_script": "王建兵",
        "persons[1].pronouns": "He/Him",
        "targets[target:0].name": "Zhang Rui",
        "targets[target:0].role": "Director of Guangzhou Public Security Bureau",
        "targets[target:0].organisation": "Guangzhou Public Security Bureau",
        "targets[target:0].address.lines[0]": "No. 200, Qiyi Road,",
        "targets[target:0].address.lines[1]": "Guangzhou, Guangdong Sheng, 510030",
        "targets[target:0].address.lines[2]": "People's Republic of China",
        "targets[target:0].salutations.en": "Dear Director Zhang Rui,",
        "targets[target:1].name": "Zhang Jian",
        "targets[target:1].role": "Chief Procurator",
        "targets[target:1].organisation": "Guangzhou City People's Procuratorate",
        "targets[target:1].address.lines[0]": "No. 66, Huangpu Dadao Xi,",
        "targets[target:1].address.lines[1]": "Guangzhou, Guangdong Sheng, 510600",
        "targets[target:1].address.lines[2]": "People's Republic of China",
        "targets[target:1].salutations.en": "Dear Chief Procurator Zhang Jian,",
        "targets[copy_to:0].mission.name": "Chinese Embassy in the United States",
        "targets[copy_to:0].mission.head_of_mission_title": "Ambassador",
        "targets[copy_to:0].mission.head_of_mission": "Xie Fang",
        "targets[copy_to:0].mission.address.lines[0]": "3505 International Place, NW,",
        "targets[copy_to:0].mission.address.lines[1]": "Washington DC 20008",
        "targets[copy_to:0].mission.contacts[0].value": "chinaembpress_us@mfa.gov.cn",
    }


def test_the_first_urgent_action_is_the_previous_one(answer: dict[str, Any]) -> None:
    previous = answer["chain"]["previous"]
    assert (previous["ua_number"], previous["ordinal"]) == ("44/22", 1)
