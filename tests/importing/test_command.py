"""The command that imports documents. What the documents say is read elsewhere; here is told what comes of it."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from tests import factories
from urgent_actions.importing.page.places import place_for
from urgent_actions.models import Official, UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


SAMPLE = Path(__file__).parent / "sample.txt"


@pytest.fixture(autouse=True)
def _place() -> None:
    factories.index_page()


def run(*args: object, **options: Any) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of the command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_urgent_actions", *map(str, args), stdout=out, stderr=err, **options)
    except CommandError as error:
        return error.returncode, out.getvalue(), err.getvalue() + str(error)
    return 0, out.getvalue(), err.getvalue()


def write(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_becomes_a_draft() -> None:
    code, out, _ = run(SAMPLE)
    page = UrgentActionPage.objects.get()
    assert (code, page.title, page.ua_number, page.ordinal, page.live) == (
        0,
        "SAMPLE TEACHER THREATENED AGAIN",
        "801/26",
        2,
        False,
    )
    assert out.splitlines()[0] == f"{SAMPLE}: draft made [{page.pk}]: UA 801/26, 2: SAMPLE TEACHER THREATENED AGAIN"


def test_a_letter_that_asks_in_a_paragraph_can_be_published_once_its_people_are() -> None:
    factories.official(name="Pilar Ejemplo Muestra")
    run(SAMPLE)
    page = UrgentActionPage.objects.get()
    page.get_latest_revision().publish()
    assert factories.fresh(page).live
    (ask,) = page.sample_letter[-1].value["asks"]
    assert ask.startswith("I therefore urge you to protect her at once")


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_letter_that_asks_in_a_paragraph_is_a_doubt(dry_run: bool) -> None:
    _, out, _ = run(SAMPLE, format="json", dry_run=dry_run)
    assert [(doubt["code"], doubt["line"]) for doubt in json.loads(out)["doubts"]] == [("asks", None)]


def test_it_is_safe_to_run_twice() -> None:
    run(SAMPLE)
    page = UrgentActionPage.objects.get()
    code, out, _ = run(SAMPLE)
    assert (code, UrgentActionPage.objects.count(), Official.objects.count()) == (0, 1, 1)
    assert f"there already, left as it is (--update updates it) [{page.pk}]" in out


def test_the_draft_is_updated_where_that_is_asked_for(tmp_path: Path) -> None:
    run(SAMPLE)
    page = UrgentActionPage.objects.get()
    code, out, _ = run(write(tmp_path, "newer.txt", ("December 31, 2026", "January 31, 2027")), update=True)
    assert (code, factories.fresh(page).deadline.isoformat()) == (0, "2027-01-31")
    assert f"draft updated [{page.pk}]" in out
    assert (UrgentActionPage.objects.count(), Official.objects.count()) == (1, 1)


def test_a_dry_run_stores_nothing() -> None:
    code, out, _ = run(SAMPLE, dry_run=True)
    assert (code, UrgentActionPage.objects.count(), Official.objects.count()) == (0, 0, 0)
    assert out.splitlines()[0] == f"{SAMPLE}: read: UA 801/26, 2: SAMPLE TEACHER THREATENED AGAIN"


def test_a_dry_run_as_json_is_an_object_for_each_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.md", ("801.26", "802.26"))
    _, out, _ = run(tmp_path, dry_run=True, format="json")
    told = [json.loads(line) for line in out.splitlines()]
    assert [(each["file"], each["ua_number"]) for each in told] == [
        (str(tmp_path / "a.txt"), "801/26"),
        (str(tmp_path / "b.md"), "802/26"),
    ]
    keys = (
        "headline ua_number index_number ordinal_number issue_date country deadline targets copies_to letter asks"
        " preferred_languages own_language people previous_ua summary additional_information doc_type status doubts"
        " left_over provenance file"
    )
    assert set(told[0]) == set(keys.split())


def test_json_tells_what_came_of_it() -> None:
    _, out, _ = run(SAMPLE, format="json")
    told = json.loads(out)
    assert (told["result"], told["page"], told["said"]) == (
        "made",
        UrgentActionPage.objects.get().pk,
        ["targets[0]: Pilar Ejemplo Muestra is new in the directory, not published"],
    )


def test_somebody_who_is_certain_is_used() -> None:
    official = factories.official(name="Pilar Ejemplo Muestra")
    run(SAMPLE)
    assert Official.objects.get() == official
    assert UrgentActionPage.objects.get().targets[-1].value["official"] == official


def test_somebody_who_may_be_another_is_entered_unpublished_and_told() -> None:
    factories.official(name="Pilar Ejemplo Muestra", address="9 Old Street")
    _, out, _ = run(SAMPLE)
    assert "perhaps the same as Pilar Ejemplo Muestra, Minister of Examples, Ministry of Examples" in out
    new = Official.objects.get(live=False)
    assert (new.address, Official.objects.count()) == ("1 Example Street\nExample City\nHonduras", 2)


def test_two_documents_with_the_same_new_official_make_one_entry(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", ("801.26", "802.26"), ("SAMPLE TEACHER", "ANOTHER TEACHER"))
    code, _, _ = run(tmp_path)
    assert (code, UrgentActionPage.objects.count(), Official.objects.count()) == (0, 2, 1)


def test_what_cannot_be_read_is_told_and_the_others_are_imported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    write(tmp_path, "b.txt")
    code, out, err = run(tmp_path)
    assert (code, UrgentActionPage.objects.count()) == (1, 1)
    assert out.splitlines()[0] == f"{tmp_path / 'a.txt'}: not read: There is nothing in it."
    assert err.splitlines() == [
        f"1/2 {tmp_path / 'a.txt'}",
        f"2/2 {tmp_path / 'b.txt'}",
        "1 of 2 files not read or not imported.",
    ]


def test_what_cannot_be_read_is_told_as_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    code, out, _ = run(tmp_path / "a.txt", format="json")
    assert (code, json.loads(out)) == (1, {"file": str(tmp_path / "a.txt"), "error": "There is nothing in it."})


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path / "none.txt")
    assert (code, out) == (1, f"{tmp_path / 'none.txt'}: not read: No such file or directory\n")


def test_of_a_folder_only_documents_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "notes.json").write_text("{}")
    (tmp_path / "below").mkdir()
    code, out, _ = run(tmp_path, dry_run=True, format="json")
    assert (code, len(out.splitlines())) == (0, 1)


def test_strict_fails_with_2_where_somebody_should_look(tmp_path: Path) -> None:
    doubtful = write(tmp_path, "a.txt", ("December 31, 2026", "March 7, 1867 or so, perhaps"))
    assert run(doubtful, dry_run=True)[0] == 0
    factories.official(name="Pilar Ejemplo Muestra")
    asks = ("I therefore urge you to protect", "I urge you to:\n\n- protect")
    assert run(write(tmp_path, "clear.txt", asks), strict=True)[0] == 0
    changed = write(tmp_path, "b.txt", asks, ("801.26", "802.26"), ("1 Example Street", "2 Example Street"))
    assert run(changed, strict=True)[0] == 2


def test_the_list_is_that_of_the_language_of_the_document_or_the_one_that_is_named() -> None:
    spanish = factories.index_page(language="es")
    run(SAMPLE, locale="es")
    run(SAMPLE)
    places = {page.get_parent().pk == spanish.pk: page.locale.language_code for page in UrgentActionPage.objects.all()}
    assert places == {True: "es", False: "en"}


def test_a_list_is_named_by_its_id() -> None:
    elsewhere = factories.index_page_of(factories.section())
    code, out, _ = run(SAMPLE)
    assert (code, UrgentActionPage.objects.count()) == (1, 0)
    assert "There are several lists of urgent actions in the language “en”" in out
    assert run(SAMPLE, parent=elsewhere.pk)[0] == 0
    assert UrgentActionPage.objects.get().get_parent().pk == elsewhere.pk


def test_a_language_without_a_list_is_told_and_nothing_is_stored() -> None:
    code, out, _ = run(SAMPLE, locale="fr")
    assert (code, UrgentActionPage.objects.count(), Official.objects.count()) == (1, 0, 0)
    assert "There is no list of urgent actions in the language “fr”. Choose one." in out


def test_a_language_that_cannot_be_told_is_no_hindrance_where_there_is_one_list() -> None:
    assert place_for("").locale.language_code == "en"


def test_a_list_that_is_not_there_is_told() -> None:
    assert run(SAMPLE, parent=4711) == (1, "", "There is no list of urgent actions with the id 4711.")


def test_a_value_that_the_form_refuses_is_told_and_the_others_are_imported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ("Pilar Ejemplo Muestra", "Pilar Ejemplo " + "Muestra" * 30))
    write(tmp_path, "b.txt", ("801.26", "802.26"))
    code, out, _ = run(tmp_path)
    assert (code, UrgentActionPage.objects.get().ua_number) == (1, "802/26")
    assert "at most 200 characters" in out
