"""API v2 in several languages: the one that is asked for, another one on request, and the versions of a page."""

from typing import Any

import pytest

from tests import factories
from tests.api.conftest import Get
from tests.api.v1.test_locales import hidden_version
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
HIDDEN = ["draft", "login", "scheduled", "unpublished"]


def ids(answer: Any) -> set[int]:
    return {item["id"] for item in answer["items"]}


def served(answer: Any) -> set[tuple[int, str, bool]]:
    return {(item["id"], item["meta"]["locale_served"], item["meta"]["is_fallback"]) for item in answer["items"]}


def in_two_languages() -> tuple[UrgentActionPage, UrgentActionPage, UrgentActionPage]:
    """Return an urgent action in English and in Spanish, and one in English alone."""
    both, alone = factories.published(), factories.published()
    return both, factories.translated(both), alone


def test_a_language_has_what_is_in_it_and_says_no_more(get: Get) -> None:
    _, spanish, _ = in_two_languages()
    answer = get("pages/", type=TYPE, locale="es")
    assert (ids(answer), "is_fallback" in answer["items"][0]["meta"]) == ({spanish.pk}, False)


def test_a_language_is_known_in_any_case(get: Get) -> None:
    assert get("pages/", locale="ZH-Hans")["items"] == []


def test_another_language_comes_only_where_it_is_asked_for_and_says_so(get: Get) -> None:
    _, spanish, alone = in_two_languages()
    expected = {(spanish.pk, "es", False), (alone.pk, "en", True)}
    assert served(get("pages/", type=TYPE, locale="es", fallback="en")) == expected
    assert served(get("pages/", type=TYPE, locale="es", fallback="en", fields="_,id")) == expected


def test_a_search_falls_back_too(get: Get) -> None:
    _, spanish, alone = in_two_languages()
    assert ids(get("pages/", type=TYPE, locale="es", fallback="en", search="person")) == {spanish.pk, alone.pk}


def test_pages_of_all_kinds_fall_back(get: Get) -> None:
    english = factories.index_page()
    spanish = factories.index_page(language="es", slug="otra")
    found = served(get("pages/", locale="es", fallback="en", type="urgent_actions.UrgentActionIndexPage"))
    assert found == {(english.pk, "en", True), (spanish.pk, "es", False)}


def test_a_fallback_needs_a_language_to_fall_back_from(get: Get) -> None:
    answer = get("pages/", expect=400, fallback="en")
    assert (answer["parameter"], answer["message"]) == ("fallback", "fallback: it goes with “locale”")


@pytest.mark.parametrize("how", HIDDEN)
def test_a_version_that_is_not_public_is_replaced_and_not_told_of(get: Get, how: str) -> None:
    page = factories.published()
    hidden_version(page, how)
    assert served(get("pages/", type=TYPE, locale="es", fallback="en")) == {(page.pk, "en", True)}
    assert get("pages/", translation_of=page.pk)["items"] == []


@pytest.mark.parametrize("how", HIDDEN)
def test_the_versions_of_a_hidden_one_are_asked_for_as_of_one_that_never_was(get: Get, how: str) -> None:
    page = hidden_version(factories.published(), how)
    answers = [get("pages/", expect=400, translation_of=each) for each in (page.pk, 999_999, "9" * 30)]
    assert [answer["parameter"] for answer in answers] == ["translation_of"] * 3
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("given", ["x", "-1", "", "٣x"])
def test_what_is_no_id_is_refused_and_named(get: Get, given: str) -> None:
    assert get("pages/", expect=400, translation_of=given)["parameter"] == "translation_of"


@pytest.mark.parametrize("languages", [(), ("ar", "es", "fr", "zh-hans")])
@pytest.mark.parametrize(
    ("parameters", "queries"),
    [
        ({"type": TYPE, "locale": "en"}, 11),
        ({"type": TYPE, "locale": "fr", "fallback": "en"}, 13),
        ({"type": TYPE, "locale": "en", "fields": "*"}, 12),
    ],
)
def test_a_list_costs_the_same_in_one_language_or_in_many(
    get: Get, django_assert_num_queries: Any, languages: tuple[str, ...], parameters: dict[str, str], queries: int
) -> None:
    page = factories.published()
    versions = [factories.translated(page, language=language) for language in languages]
    get("pages/", limit=1)
    with django_assert_num_queries(queries):
        answer = get("pages/", **parameters)
    assert (len(answer["items"]), len(versions)) == (1, len(languages))
