"""The list as readers narrow it: filters, search, counts and pages of it, by a plain form."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.demo.concerns import NAMES
from cms.demo.load import FIXTURES, read
from tests import factories
from urgent_actions.models import ConcernOnPage, UrgentActionIndexPage, UrgentActionPage
from urgent_actions.models.browsing import newest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def ask(query: str = "", *, index: UrgentActionIndexPage | None = None) -> BeautifulSoup:
    index = index or UrgentActionIndexPage.objects.get()
    response = Client().get(index.url + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def titles(page: BeautifulSoup) -> list[str]:
    return [words(each) for each in page.select(".ua-card-title")]


def choices(page: BeautifulSoup, name: str) -> list[str]:
    return [words(option) for option in page.select(f"#{name} option")]


def about(slug: str, name: str, **fields: Any) -> UrgentActionPage:
    page = factories.draft(**fields)
    page.concern_items = [ConcernOnPage(concern=factories.concern(name, slug))]
    page.save_revision().publish()
    return page


@pytest.fixture
def _four() -> None:
    factories.published(title="Open in Honduras", countries=["HN"], languages=["es"])
    factories.published(
        title="Expiring in Mexico", countries=["MX"], languages=["es", "en"], deadline=date(2026, 6, 20)
    )
    factories.stopped_case(title="Stopped in Honduras", countries=["HN"], languages=["fr"])
    about("torture", "Torture", title="Torture in both", countries=["HN", "MX"], deadline=date(2026, 7, 1))


# --- narrowing


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Expiring in Mexico", "Torture in both", "Open in Honduras", "Stopped in Honduras"]),
        ("?status=stopped", ["Stopped in Honduras"]),
        ("?country=MX", ["Expiring in Mexico", "Torture in both"]),
        ("?country=mx", ["Expiring in Mexico", "Torture in both"]),
        ("?concern=torture", ["Torture in both"]),
        ("?language=en", ["Expiring in Mexico"]),
        ("?q=honduras", ["Torture in both", "Open in Honduras", "Stopped in Honduras"]),
        ("?country=HN&status=open", ["Torture in both", "Open in Honduras"]),
        ("?country=&status=&q=&concern=&language=&q=stop", ["Stopped in Honduras"]),
    ],
)
def test_a_list_is_narrowed_to_what_is_asked_for(query: str, shown: list[str]) -> None:
    assert titles(ask(query)) == shown


def test_a_case_is_found_by_its_number() -> None:
    factories.published(title="This one", ua_number="44/26")
    factories.published(title="Another", ua_number="45/26")
    assert titles(ask("?q=UA+44.26")) == ["This one"]


def test_what_has_the_word_in_its_title_comes_first() -> None:
    said = [("paragraph", "<p>He was beaten on the bridge.</p>")]
    factories.published(title="In the text", summary=said, deadline=date(2026, 6, 16))
    factories.published(title="On the bridge", deadline=date(2026, 12, 31))
    assert titles(ask("?q=bridge")) == ["On the bridge", "In the text"]


def test_no_name_behind_initials_is_found() -> None:
    factories.published(title="Somebody", persons=[{"name": "Hidden Name", "use_initials": True}])
    assert titles(ask("?q=hidden")) == []


def test_a_letter_that_was_withdrawn_is_not_found_by_its_words() -> None:
    factories.stopped_case(sample_letter=[("paragraph", "Kindly"), ("asks", {"introduction": "", "asks": ["zebra"]})])
    assert titles(ask("?q=zebra")) == []


def test_those_of_another_section_are_not_listed() -> None:
    site = factories.section()
    other = UrgentActionIndexPage(title="Theirs", slug="theirs", locale=site.root_page.locale)
    site.root_page.add_child(instance=other)
    factories.published(parent=other)
    assert titles(ask(index=factories.index_page(slug="ours"))) == []


# --- what can be chosen, and how much it leaves


@pytest.mark.usefixtures("_four")
def test_each_choice_says_how_many_it_leaves() -> None:
    page = ask()
    assert {name: choices(page, name) for name in ("status", "country", "concern", "language")} == {
        "status": ["Any", "Open (2)", "Expiring (1)", "Stopped (1)"],
        "country": ["Any", "Honduras (3)", "Mexico (2)"],
        "concern": ["Any", "Torture (1)"],
        "language": ["Any", "English (1)", "French (1)", "Spanish (3)"],
    }


@pytest.mark.usefixtures("_four")
def test_counts_keep_what_else_is_asked() -> None:
    page = ask("?country=MX")
    assert choices(page, "status") == ["Any", "Open (1)", "Expiring (1)"]
    assert choices(page, "country") == ["Any", "Honduras (3)", "Mexico (2)"]


@pytest.mark.usefixtures("_four")
def test_what_is_chosen_stays_chosen() -> None:
    page = ask("?q=Honduras&status=open&country=HN")
    assert page.select_one("#q")["value"] == "Honduras"
    assert [option["value"] for option in page.select("option[selected]")] == ["open", "HN"]


@pytest.mark.usefixtures("_four")
def test_a_choice_that_leaves_nothing_can_still_be_seen() -> None:
    assert choices(ask("?country=FR"), "country") == ["Any", "France (0)", "Honduras (3)", "Mexico (2)"]


@pytest.mark.usefixtures("_four")
def test_each_part_of_a_question_can_be_left_out() -> None:
    links = {words(link): link["href"] for link in ask("?q=in&status=open&country=HN").select(".ua-chosen a")}
    assert links == {
        "Leave out: “in”": "?status=open&country=HN",
        "Leave out: Open": "?q=in&country=HN",
        "Leave out: Honduras": "?q=in&status=open",
    }


def test_choices_are_named_in_the_language_of_the_list() -> None:
    index = factories.index_page(language="es")
    kept = factories.official(salutations={"es": "Señor Ministro:"})
    factories.published(parent=index, countries=["MX"], targets=[("target", {"official": kept, "priority": 1})])
    assert choices(ask(index=index), "country")[1:] == ["México (1)"]


def test_all_concerns_of_the_demo_are_in_its_catalogue() -> None:
    assert sorted(NAMES) == sorted(each["name"] for each in read(FIXTURES / "concerns.json"))


# --- what cannot be read


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?status=closed", "There is no such status. The list is shown without it."),
        ("?country=XX", "There is no such country. The list is shown without it."),
        ("?country=ß", "There is no such country. The list is shown without it."),
        ("?concern=none", "There is no such concern. The list is shown without it."),
        ("?language=not+one", "There is no such language. The list is shown without it."),
        ("?language=" + "a-" * 51, "There is no such language. The list is shown without it."),
        ("?q=%3F%21", "The search has no letters or digits in it. The list is shown without it."),
        ("?q=" + "word+" * 41, "The search is too long: please use fewer words. The list is shown without it."),
        ("?country=%00", "There is no such country. The list is shown without it."),
        ("?q=%00", "The search has no letters or digits in it. The list is shown without it."),
    ],
)
def test_a_value_that_there_is_not_is_answered_in_a_sentence(query: str, told: str) -> None:
    page = ask(query)
    assert [words(each) for each in page.select(".ua-found .ua-notice")] == [told]
    assert len(titles(page)) == 4


@pytest.mark.usefixtures("_four")
def test_what_is_found_by_nothing_leads_back_to_everything() -> None:
    page = ask("?q=nowhere&country=HN")
    assert words(page.select_one("main .ua-notice h2")) == "Nothing fits all of this"
    assert page.select_one("main .ua-notice a")["href"] == "?"


def test_a_script_in_a_search_is_plain_text() -> None:
    factories.published()
    html = Client().get(UrgentActionIndexPage.objects.get().url, {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>" not in html
    assert 'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in html


# --- pages of it


@pytest.mark.usefixtures("_four")
def test_pages_keep_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UrgentActionIndexPage, "per_page", 1)
    page = ask("?country=HN&q=in&page=2")
    assert [link["href"] for link in page.select(".ua-pages a")] == [
        "?q=in&country=HN&page=1",
        "?q=in&country=HN&page=3",
    ]


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize(
    ("query", "count"), [("", 15), ("?q=in", 15), ("?status=open", 15), ("?country=HN&concern=torture&language=es", 17)]
)
def test_a_list_needs_a_bounded_number_of_queries(query: str, count: int) -> None:
    ask(query)
    with CaptureQueriesContext(connection) as asked:
        ask(query, index=UrgentActionIndexPage.objects.get())
    # One is for the index page here.
    assert len(asked) - 1 == count


# --- the front page


def test_the_newest_that_can_be_written_from_stand_on_the_front_page() -> None:
    for day, title in enumerate(("Older", "Newer")):
        with time_machine.travel(factories.NOW + timedelta(days=day), tick=False):
            factories.published(title=title)
    factories.stopped_case(title="Stopped")
    cards = newest(page=UrgentActionIndexPage.objects.get(), moment=factories.NOW + timedelta(days=2))
    assert [card["title"] for card in cards] == ["Newer", "Older"]
