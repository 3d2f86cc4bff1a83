"""The catalogues: whole, in step with the sources, and enough for a page to be in one language."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from gettext import c2py
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import time_machine
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client, RequestFactory
from django.utils import timezone, translation
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Site

from cms.demo.load import load_demo
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.refusal import sentence
from urgent_actions.rules.readiness import NAMELESS, Problem

ROOT = Path(__file__).parent.parent
APPS = ("urgent_actions", "cms")
LANGUAGES = ("ar", "es", "fr", "zh_Hans", "zh_Hant")
EACH = [pytest.param(app, language, id=f"{app}-{language}") for app in APPS for language in LANGUAGES]
NOON = timezone.datetime(2026, 6, 15, 16, 0, tzinfo=timezone.get_default_timezone())

Key = tuple[str, str | None]


def folder(app: str, language: str) -> Path:
    return ROOT / app / "locale" / language / "LC_MESSAGES"


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as opened:
        # The header names Simplified Chinese as Django does; Babel's parser need not know it.
        return read_po(opened) if file.suffix == ".po" else read_mo(opened)


def messages(found: Catalog) -> dict[Key, Message]:
    return {(singular(message), message.context): message for message in found if message.id}


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))


def numbers_of(found: Catalog) -> dict[int, list[int]]:
    """Return which of the first numbers take each plural form of the catalogue."""
    rule = c2py(found.plural_expr)
    return {form: [n for n in range(300) if rule(n) == form] for form in range(found.num_plurals)}


# --- the catalogues themselves


@pytest.mark.parametrize(("app", "language"), EACH)
def test_every_message_is_translated(app: str, language: str) -> None:
    found = messages(catalogue(folder(app, language) / "django.po"))
    assert found
    assert [key for key, message in found.items() if not all(forms(message))] == []


@pytest.mark.parametrize(("app", "language"), EACH)
def test_nothing_in_it_is_fuzzy_or_obsolete(app: str, language: str) -> None:
    found = catalogue(folder(app, language) / "django.po")
    assert [message.id for message in found if message.fuzzy] == []
    assert not found.fuzzy
    assert list(found.obsolete) == []


@pytest.mark.parametrize("app", APPS)
def test_each_language_has_the_same_messages(app: str) -> None:
    found = {language: set(messages(catalogue(folder(app, language) / "django.po"))) for language in LANGUAGES}
    assert all(found[language] == found["ar"] for language in LANGUAGES)


@pytest.mark.parametrize(("app", "language"), EACH)
def test_placeholders_are_those_of_the_source(app: str, language: str) -> None:
    found = catalogue(folder(app, language) / "django.po")
    single = {form for form, numbers in numbers_of(found).items() if len(numbers) == 1}
    for message in messages(found).values():
        source = placeholders(singular(message))
        for form, text in enumerate(forms(message)):
            # “One day” and “two days” may say the number in a word, where the form is for that number alone.
            in_words = isinstance(message.id, tuple) and form in single
            assert placeholders(text) in ([source, []] if in_words else [source]), text


@pytest.mark.parametrize(("app", "language"), EACH)
def test_plurals_have_all_forms_of_the_language(app: str, language: str) -> None:
    found = catalogue(folder(app, language) / "django.po")
    assert found.num_plurals == {"ar": 6, "es": 3, "fr": 2, "zh_Hans": 1, "zh_Hant": 1}[language]
    plurals = [message for message in messages(found).values() if isinstance(message.id, tuple)]
    assert [message.id for message in plurals if len(forms(message)) != found.num_plurals] == []


@pytest.mark.parametrize(("app", "language"), EACH)
def test_spaces_at_the_ends_stay_where_the_source_has_them(app: str, language: str) -> None:
    found = messages(catalogue(folder(app, language) / "django.po"))
    ends = [key for key, message in found.items() if any(text != text.strip() for text in forms(message))]
    assert {text for text, _ in ends} <= {", ", ":"}


@pytest.mark.parametrize(("app", "language"), EACH)
def test_the_compiled_catalogue_is_the_text_compiled(app: str, language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(folder(app, language) / "django.po"))
    compiled.seek(0)
    expected = messages(read_mo(compiled))
    actual = messages(catalogue(folder(app, language) / "django.mo"))
    assert {key: forms(message) for key, message in actual.items()} == {
        key: forms(message) for key, message in expected.items()
    }, "Run `make messages`."


@pytest.mark.needs_gettext
@pytest.mark.parametrize("app", APPS)
def test_the_catalogue_has_what_the_sources_say_and_nothing_else(app: str, extracted: Path) -> None:
    fresh = messages(catalogue(extracted / app / "locale" / "ar" / "LC_MESSAGES" / "django.po"))
    kept = messages(catalogue(folder(app, "ar") / "django.po"))
    assert (sorted(map(str, fresh.keys() - kept.keys())), sorted(map(str, kept.keys() - fresh.keys()))) == ([], []), (
        "Run `make messages`, and translate what is new."
    )


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sources whose catalogues have been collected anew."""
    copy = tmp_path_factory.mktemp("extracted")
    for each in (*APPS, "templates"):
        shutil.copytree(ROOT / each, copy / each, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    shutil.copy(ROOT / "manage.py", copy)
    command = ["manage.py", "makemessages", "--locale=ar", "--no-location", "--no-obsolete"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    done = subprocess.run(
        [sys.executable, *command], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return copy


# --- what people read


@pytest.mark.parametrize(
    ("language", "days", "told"),
    [
        ("ar", 1, "بقي يوم واحد"),
        ("ar", 2, "بقي يومان"),
        ("ar", 3, "بقيت 3 أيام"),
        ("ar", 11, "بقي 11 يوماً"),
        ("ar", 100, "بقي 100 يوم"),
        ("es", 1, "queda 1 día"),
        ("es", 9, "quedan 9 días"),
        ("fr", 9, "9 jours restants"),
        ("zh-hans", 9, "还剩9天"),
        ("zh-hant", 9, "還剩9天"),
    ],
)
def test_days_are_counted_as_the_language_counts(language: str, days: int, told: str) -> None:
    with translation.override(language):
        assert translation.ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days} == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Target without a name has no salutation in Arabic: add it to this target or in the directory."),
        (
            "es",
            "El destinatario sin nombre no tiene tratamiento en este idioma: árabe. "
            "Añádalo a este destinatario o en el directorio.",
        ),
        ("zh-hans", "致函对象（未具名）缺少阿拉伯语称呼：请在此致函对象处或名录中添加。"),
    ],
)
def test_a_problem_is_told_in_one_language(language: str, told: str) -> None:
    problem = Problem(
        "salutation_missing",
        "targets",
        "Target %(target)s has no salutation in %(language)s: add it to this target or in the directory.",
        {"target": NAMELESS, "language": "Arabic", "language_tag": "ar"},
    )
    with translation.override(language):
        assert sentence(problem) == told


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo, loaded once for the tests below; none of them changes it."""
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False), transaction.atomic():
        load_demo(StringIO())
        yield
        transaction.set_rollback(True)
    # Wagtail remembers the demo's site beyond the end of it.
    Site.clear_site_root_paths_cache()


@pytest.fixture
def _demo(_loaded: None, db: None) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def said(html: bytes) -> str:
    """Return all words of a page, those of its attributes too, without addresses, numbers and accounts.

    In a letter the country stands in a language of the country that it is sent from.
    """
    page = BeautifulSoup(html, "lxml")
    for hidden in page.select("bdi, style, script, textarea"):
        hidden.decompose()
    spoken = [tag[name] for tag in page.find_all() for name in ("aria-label", "alt", "title") if tag.get(name)]
    return " ".join([*page.stripped_strings, *spoken])


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize("model", [UrgentActionIndexPage, UrgentActionPage])
def test_an_arabic_page_has_no_word_in_latin_letters(model: type[UrgentActionPage]) -> None:
    page = model.objects.get(locale__language_code="ar")
    assert re.findall("[A-Za-z]{2,}", said(Client().get(page.url).content)) == []


@pytest.mark.usefixtures("_demo")
def test_nothing_found_is_said_in_the_language_of_the_address() -> None:
    response = Client().get("/ar/urgent-actions/nothing-here/")
    assert response.status_code == 404
    assert re.findall("[A-Za-z]{2,}", said(response.content)) == []


@pytest.mark.usefixtures("_demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_status_leaves_an_english_sentence_to_the_reader(language: str) -> None:
    english = [text for text, _ in messages(catalogue(folder("urgent_actions", language) / "django.po"))]
    sentences = [text for text in english if text.count(" ") >= 2 and not placeholders(text)]
    # English cases in all five statuses, shown with the words of another language around them.
    shown = ""
    for page in UrgentActionPage.objects.filter(locale=Locale.objects.get(language_code="en")):
        request = RequestFactory().get("/", SERVER_NAME="127.0.0.1")
        with translation.override(translation.to_language(language)):
            shown += said(page.serve(request).render().content)
    # The first is the name of an embassy in the directory, the second ends a note that is content.
    content = {"Chinese Embassy in the United States", "or your own language"}
    assert {text for text in sentences if text in shown} <= content
