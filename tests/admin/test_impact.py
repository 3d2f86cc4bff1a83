"""The report on outcomes and impact: the same figures on the screen, in charts and in spreadsheets."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests import factories
from tests.admin.desk import member, outsider, soup, words
from urgent_actions.admin.spreadsheets import neutral
from urgent_actions.models import ConcernOnPage
from urgent_actions.rules.impact import ANSWERS

pytestmark = pytest.mark.django_db

HOPING = {"name": "Person Hoping"}
Lines = dict[tuple[str, str], dict[str, str]]


def report() -> str:
    return reverse("urgent_actions_impact")


def free(outcome: str = "released", on: date | None = date(2026, 6, 14)) -> dict[str, Any]:
    return {"name": "Person Free", "outcome": outcome, "outcome_on": on}


def some_cases() -> None:
    """Publish three cases of two years, in two countries, with a concern whose name looks like a formula."""
    page = factories.draft(
        ua_number="44/26", countries=["HN", "SV"], issued_on=date(2026, 1, 1), persons=[free(), HOPING]
    )
    concern = factories.concern("=HYPERLINK(1)", "formula")
    page.concern_items.add(ConcernOnPage(concern=concern))
    page.save()
    page.save_revision(clean=False).publish()
    factories.published(ua_number="45/26", issued_on=date(2026, 2, 1), persons=[free("died"), free(on=None)])
    factories.published(ua_number="46/25", issued_on=date(2025, 2, 1), persons=[HOPING])


def on_screen(client: Client, **filters: Any) -> Lines:
    """Return what the tables say: figures by column, by table and name; without thousands separators and zeros."""
    page = soup(client.get(report(), filters))
    found = {}
    for part in page.select(".ua-impact__part"):
        table = part.select_one(".ua-impact__table table")
        title, *headings = [words(cell) for cell in table.select("thead th")]
        for row in table.select("tbody tr"):
            cells = [words(cell) for cell in row.select("td")]
            found[title, words(row.th)] = known(dict(zip(headings, cells, strict=True)))
    return found


def exported(client: Client, form: str, **filters: Any) -> Lines:
    response = client.get(report(), {"export": form, **filters})
    content = b"".join(response.streaming_content)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode())))
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    (_table, _name, *headings), *lines = rows
    return {(table, name): known(dict(zip(headings, figures, strict=True))) for table, name, *figures in lines}


def known(figures: dict[str, str]) -> dict[str, str]:
    """Return those that are not zero, nor without meaning in their table."""
    return {heading: figure for heading, figure in figures.items() if figure not in ("", "0", "None")}


def figures(**numbers: int) -> dict[str, str]:
    return {name.replace("_", " ").capitalize(): str(number) for name, number in numbers.items()}


def test_the_tables_say_what_came_of_cases_and_persons() -> None:
    some_cases()
    assert on_screen(member("Editors")) == {
        ("Country", "Honduras"): figures(cases=3, persons=5, released=2, died=1, not_known_yet=2),
        ("Country", "El Salvador"): figures(cases=1, persons=2, released=1, not_known_yet=1),
        ("Concern", "=HYPERLINK(1)"): figures(cases=1, persons=2, released=1, not_known_yet=1),
        ("Year of the case", "2026"): figures(cases=2, persons=4, released=2, died=1, not_known_yet=1),
        ("Year of the case", "2025"): figures(cases=1, persons=1, not_known_yet=1),
        ("In the year", "2026"): figures(urgent_actions_issued=2, released=1, died=1),
        ("In the year", "2025"): figures(urgent_actions_issued=1),
        ("In the year", "Without a date"): figures(released=1),
    }


@pytest.mark.parametrize("filters", [{}, {"country": "HN"}, {"year": "2026"}, {"outcome_year": "2026"}])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_spreadsheet_has_the_figures_of_the_screen(form: str, filters: dict[str, str]) -> None:
    some_cases()
    client = member("Editors")
    lines = exported(client, form, **filters)
    everything = lines.pop(("All cases", "All cases"))
    shown = on_screen(client, **filters)
    assert {key: line for key, line in shown.items() if key[1] != "=HYPERLINK(1)"} == {
        key: line for key, line in lines.items() if key[1] != "'=HYPERLINK(1)"
    }
    assert shown.get(("Concern", "=HYPERLINK(1)")) == lines.get(("Concern", "'=HYPERLINK(1)"))
    assert int(everything["Persons"]) == sum(
        int(line.get("Persons", 0)) for (table, _name), line in shown.items() if table == "Year of the case"
    )


def test_the_charts_say_what_the_tables_say() -> None:
    some_cases()
    page = soup(member("Editors").get(report()))
    drawn = {
        words(chart.caption): {words(row.th): words(row.td) for row in chart.select("tbody tr")}
        for chart in page.select("table.ua-bars")
    }
    assert drawn == {
        "What came of it": {"Not known yet": "2", "Released": "2", "Died": "1"},
        "Persons by country": {"Honduras": "5", "El Salvador": "2"},
        "Persons by concern": {"=HYPERLINK(1)": "2"},
        "Persons by the year of the case": {"2026": "4", "2025": "1"},
        "Outcomes by the year in which they came": {"2026": "2", "2025": "0", "Without a date": "1"},
    }
    assert [*drawn["Outcomes by the year in which they came"]] == ["2026", "2025", "Without a date"]


def test_a_spreadsheet_has_a_column_for_every_outcome_whether_anybody_had_it_or_not() -> None:
    some_cases()
    response = member("Editors").get(report(), {"export": "csv"})
    heading = next(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert len(heading) == len(set(heading)) == 5 + len(ANSWERS)
    assert heading[-2:] == ["Unknown", "Not known yet"]


def test_a_cell_of_an_xlsx_is_a_text_or_a_number_and_never_a_formula() -> None:
    some_cases()
    response = member("Editors").get(report(), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells if "HYPERLINK" in str(cell.value)] == ["'=HYPERLINK(1)"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＠x"])
def test_what_would_be_a_formula_is_text(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Honduras", "a=b", "", 5, -5, None, date(2026, 1, 1)])
def test_what_is_no_formula_stays_as_it_is(value: object) -> None:
    assert neutral(value) == value


@pytest.mark.parametrize(
    ("filters", "persons"),
    [
        ({}, "5"),
        ({"country": "SV"}, "2"),
        ({"concern": "formula"}, "2"),
        ({"year": "2025"}, "1"),
        ({"outcome_year": "2026"}, "2"),
        ({"country": "HN", "year": "2026"}, "4"),
    ],
)
def test_filters_hold_together(filters: dict[str, str], persons: str) -> None:
    some_cases()
    assert exported(member("Editors"), "csv", **filters)["All cases", "All cases"]["Persons"] == persons


def test_a_section_is_chosen_where_there_are_several() -> None:
    there = factories.section()
    factories.published(parent=factories.index_page(), persons=[HOPING])
    factories.published(parent=factories.index_page_of(there), persons=[free(), HOPING])
    client = member("Editors")
    persons = [
        exported(client, "csv", **filters)["All cases", "All cases"]["Persons"] for filters in ({}, {"site": there.pk})
    ]
    assert persons == ["3", "2"]


@pytest.mark.parametrize(
    ("filters", "name"),
    [({"country": "XX"}, "Country"), ({"year": "soon"}, "Year of the case"), ({"site": "0"}, "Section")],
)
def test_a_filter_that_cannot_be_read_gives_no_figures_and_no_spreadsheet(filters: dict[str, str], name: str) -> None:
    some_cases()
    for more in ({}, {"export": "csv"}):
        page = soup(member(None, username=f"a{len(more)}").get(report(), {**filters, **more}))
        assert "A filter cannot be read, so there are no figures." in words(page)
        assert f"{name}: Select a valid choice." in words(page)
        assert page.select(".ua-impact") == []


def test_without_any_case_it_says_so() -> None:
    assert "There are no cases to count here." in words(soup(member("Editors").get(report())))


def test_the_menu_leads_there() -> None:
    page = member("Editors").get(reverse("wagtailadmin_home")).content.decode()
    assert "Outcomes and impact" in page
    assert report() in page


def test_who_has_no_right_to_any_page_sees_neither_report_nor_figures() -> None:
    some_cases()
    client = outsider()
    for address in (report(), f"{report()}?export=csv", reverse("urgent_actions_impact_results")):
        response = client.get(address)
        assert (response.status_code, b"Honduras" in response.content) == (302, False)
    assert report() not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("cases", [1, 3])
def test_it_costs_the_same_queries_however_many_cases_there_are(cases: int, django_assert_num_queries: Any) -> None:
    for serial in range(1, cases + 1):
        factories.published(ua_number=f"{serial}/26", persons=[free(), HOPING])
    client = member("Editors")
    client.get(report())
    with django_assert_num_queries(9):
        client.get(reverse("urgent_actions_impact_results"))
