"""In which language: the one that is asked for, another one only on request, and the versions of one urgent action."""

from typing import Any

import pytest
import time_machine as travel
from django.test import Client
from wagtail.coreutils import get_content_languages

from tests import factories
from tests.api.canaries import hide
from tests.api.v1.conftest import Ask
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(time_machine: travel.TimeMachineFixture) -> None:
    time_machine.move_to(factories.NOW, tick=False)


@pytest.fixture
def pages() -> dict[str, UrgentActionPage]:
    """One urgent action in English and Spanish, another one in English alone."""
    both, alone = factories.published(), factories.published()
    return {"both": both, "ambas": factories.translated(both), "alone": alone}


PROBLEM = {"type", "title", "status", "detail"}


def hidden_version(source: UrgentActionPage, how: str) -> UrgentActionPage:
    """Return a Spanish version of ``source`` that nobody may see."""
    return hide(factories.translated_draft(source), how)


def served(answer: Any) -> set[tuple[int, str, bool]]:
    return {(item["id"], item["locale_served"], item["is_fallback"]) for item in answer["items"]}


def ids(answer: Any) -> set[int]:
    return {item["id"] for item in answer["items"]}


@pytest.mark.parametrize("path", ["", "facets/", "by-ua-number/44/26/", "1/"])
@pytest.mark.parametrize("name", ["locale", "fallback"])
def test_a_language_that_the_site_does_not_have_is_refused_by_name(ask: Ask, path: str, name: str) -> None:
    answer = ask(path, expect=400, **{"locale": "es", name: "tlh"})
    there = ", ".join(sorted(get_content_languages()))
    assert (answer["parameter"], answer["detail"]) == (name, f"“tlh” is no language of this site, which has {there}.")


@pytest.mark.parametrize("tag", ["zh-hans", "zh-Hans", "ZH-HANS"])
def test_a_language_is_known_in_any_case(ask: Ask, tag: str) -> None:
    assert ask(locale=tag)["items"] == []


def test_a_list_in_one_language_has_nothing_in_another(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    answer = ask(locale="es")
    assert ids(answer) == {pages["ambas"].pk}
    assert "is_fallback" not in answer["items"][0]


def test_another_language_comes_only_where_it_is_asked_for_and_says_so(
    ask: Ask, pages: dict[str, UrgentActionPage]
) -> None:
    answer = ask(locale="es", fallback="en")
    assert served(answer) == {(pages["ambas"].pk, "es", False), (pages["alone"].pk, "en", True)}
    assert answer["meta"]["total_count"] == 2


def test_a_version_that_is_not_public_is_replaced_and_not_told_of(ask: Ask) -> None:
    page = factories.published()
    hidden_version(page, "login")
    assert served(ask(locale="es", fallback="en")) == {(page.pk, "en", True)}


def test_the_versions_are_chosen_before_the_other_filters(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    page = pages["ambas"]
    page.title = "Maestra amenazada"
    page.save_revision().publish()
    assert ids(ask(locale="es", fallback="en", q=pages["both"].title.split()[-1])) == set()


def test_a_fallback_needs_a_language_to_fall_back_from(ask: Ask) -> None:
    answer = ask(expect=400, fallback="en")
    assert (answer["parameter"], answer["detail"]) == ("fallback", "It goes with “locale”.")


def test_the_counts_are_those_of_the_list(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    assert ask("facets/", locale="es", fallback="en")["locale"] == [
        {"value": "en", "count": 1},
        {"value": "es", "count": 1},
    ]


def test_a_case_is_found_in_the_language_asked_for_or_in_another(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    number = f"by-ua-number/{pages['alone'].ua_number}/"
    assert ask(number, expect=404, locale="es")["status"] == 404
    assert served(ask(number, locale="es", fallback="en")) == {(pages["alone"].pk, "en", True)}


def test_the_versions_of_one_are_found_without_itself(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    assert ids(ask(translation_of=pages["both"].pk)) == {pages["ambas"].pk}
    assert ids(ask(translation_of=pages["ambas"].pk, locale="en")) == {pages["both"].pk}


@pytest.mark.parametrize("how", ["draft", "login", "scheduled", "unpublished"])
def test_the_versions_of_a_hidden_one_are_not_told(ask: Ask, how: str) -> None:
    page = hidden_version(factories.published(), how)
    assert ask(translation_of=page.pk) == ask(translation_of=999_999)


@pytest.mark.parametrize("given", ["0", "x", "-1", "9" * 30])
def test_what_is_no_id_has_no_versions(ask: Ask, given: str) -> None:
    assert ask(expect=400, translation_of=given)["parameter"] == "translation_of"


def test_one_is_read_in_the_language_that_is_asked_for(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    answer = ask(f"{pages['both'].pk}/", locale="es")
    assert (answer["id"], answer["language"]["code"]) == (pages["ambas"].pk, "es")


def test_one_that_is_not_there_in_this_language_is_not_there(ask: Ask, pages: dict[str, UrgentActionPage]) -> None:
    answer = ask(f"{pages['alone'].pk}/", expect=404, locale="es")
    assert answer["detail"] == "There is no such urgent action in this language."


@pytest.mark.parametrize(("name", "expected"), [("both", ("ambas", "es", False)), ("alone", ("alone", "en", True))])
def test_one_is_read_in_another_language_on_request_and_says_so(
    ask: Ask, pages: dict[str, UrgentActionPage], name: str, expected: tuple[str, str, bool]
) -> None:
    answer = ask(f"{pages[name].pk}/", locale="es", fallback="en")
    assert (answer["id"], answer["locale_served"], answer["is_fallback"]) == (pages[expected[0]].pk, *expected[1:])


@pytest.mark.parametrize("how", ["draft", "login", "scheduled"])
def test_a_hidden_one_is_no_way_to_its_versions(ask: Ask, how: str) -> None:
    page = hidden_version(factories.published(), how)
    # What was public once is gone, and of what never was nobody learns that it is.
    assert ask(f"{page.pk}/", expect=410 if how == "login" else 404, locale="en").keys() <= PROBLEM


@pytest.mark.parametrize("languages", [(), ("ar", "es", "fr", "zh-hans")])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("?locale=en", 2),
        ("?locale=es&fallback=en", 2),
        ("?translation_of={other}", 2),
        ("{pk}/", 1),
        ("{pk}/?locale=es&fallback=en", 1),
        ("facets/?locale=es&fallback=en", 2),
    ],
)
def test_an_answer_costs_the_same_in_one_language_or_in_many(
    client: Client, django_assert_num_queries: Any, languages: tuple[str, ...], path: str, queries: int
) -> None:
    page = factories.published()
    versions = [factories.translated(page, language=language) for language in languages]
    other = factories.translated(factories.published(), language="ar")
    with django_assert_num_queries(queries):
        answer = client.get(f"/api/urgent-actions/v1/{path.format(pk=page.pk, other=other.pk)}")
    assert (answer.status_code, len(versions)) == (200, len(languages))
