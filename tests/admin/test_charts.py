"""Charts: what is drawn has the proportions of the figures, and nothing is told by a picture alone."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from urgent_actions.admin.charts import Bars, Days, bars, days

JUNE = date(2026, 6, 1)


def by_channel(*values: tuple[str, int], most: int = 20) -> Bars:
    return bars("By channel", values, heading="Channel", unit="Letters", most=most)


def by_day(values: dict[date, int]) -> Days:
    chart = days("By day", values, id="days", heading="Day", unit="Letters")
    assert chart is not None
    return chart


def drawn(name: str, chart: object) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(f"urgent_actions/admin/charts/{name}.html", {"chart": chart}), "lxml")


def test_bars_are_as_long_as_their_figures_the_longest_first() -> None:
    found = by_channel(("Fax", 10), ("Post", 40), ("E-mail", 20)).bars
    assert [(bar.label, bar.figure, bar.length) for bar in found] == [
        ("Post", "40", "100.00"),
        ("E-mail", "20", "50.00"),
        ("Fax", "10", "25.00"),
    ]


def test_of_the_smallest_figure_something_is_seen() -> None:
    assert by_channel(("Post", 100_000), ("Fax", 1)).bars[1].length == "1.50"


def test_nothing_has_no_length() -> None:
    assert by_channel(("Post", 0)).bars[0].length == "0.00"


def test_what_is_beyond_the_most_is_told_together_and_not_left_out() -> None:
    found = by_channel(("a", 5), ("b", 4), ("c", 3), ("d", 2), most=3).bars
    assert [(bar.label, bar.figure) for bar in found] == [("a", "5"), ("b", "4"), ("All others (2)", "5")]


@pytest.mark.parametrize(("language", "figure"), [("en", "1,234"), ("fr", "1\xa0234"), ("de", "1.234")])
def test_figures_are_written_as_the_reader_does_and_lengths_as_svg_does(language: str, figure: str) -> None:
    with translation.override(language):
        page = drawn("bars", by_channel(("Post", 1234), ("Fax", 411)))
    assert page.select_one("tbody td").get_text() == figure
    assert [each["width"] for each in page.select("rect")] == ["100.00", "33.31"]


def test_a_bar_says_nothing_that_the_table_does_not() -> None:
    page = drawn("bars", by_channel(("Post", 3)))
    assert page.select_one("caption").get_text() == "By channel"
    assert [each.get_text() for each in page.select("tbody th, tbody td")][:2] == ["Post", "3"]
    assert page.select_one("svg")["aria-hidden"] == "true"


def test_a_label_is_text() -> None:
    assert drawn("bars", by_channel(("<script>", 1))).select_one("bdi").get_text() == "<script>"


def test_days_without_anything_leave_a_gap() -> None:
    chart = by_day({JUNE: 4, JUNE + timedelta(days=3): 2})
    assert [(each.x, each.y, each.height) for each in chart.columns] == [
        ("1", "0.00", "100.00"),
        ("31", "50.00", "50.00"),
    ]


def test_a_chart_of_few_days_keeps_its_columns_narrow() -> None:
    assert by_day({JUNE: 1}).width == 140


def test_a_long_time_is_shown_in_stretches_that_lose_nothing() -> None:
    chart = by_day({JUNE + timedelta(days=day): 1 for day in range(184)})
    assert (len(chart.columns), chart.columns[0].label, sum(int(each.figure) for each in chart.columns)) == (
        92,
        "June 1, 2026 – June 2, 2026",
        184,
    )


def test_the_last_stretch_ends_with_the_last_day() -> None:
    chart = by_day({JUNE: 1, JUNE + timedelta(days=183): 1})
    assert (chart.last, chart.columns[-1].label) == ("Dec. 1, 2026", "Nov. 30, 2026 – Dec. 1, 2026")


def test_without_anything_there_is_no_chart() -> None:
    assert days("By day", {JUNE: 0}, id="days", heading="Day", unit="Letters") is None


def test_the_picture_is_described_and_told_as_a_table() -> None:
    page = drawn("days", by_day({JUNE: 4, JUNE + timedelta(days=3): 2}))
    named = [page.find(id=each) for each in page.select_one("svg")["aria-labelledby"].split()]
    assert [each.get_text() for each in named] == [
        "By day",
        "From June 1, 2026 to June 4, 2026. The most, 4, on June 1, 2026.",
    ]
    assert [each.get_text() for each in page.select("tbody th, tbody td")] == ["June 1, 2026", "4", "June 4, 2026", "2"]


@pytest.mark.parametrize("name", ["bars", "days"])
def test_a_chart_has_no_style_and_no_script_of_its_own(name: str) -> None:
    chart = by_channel(("Post", 3)) if name == "bars" else by_day({JUNE: 4})
    assert drawn(name, chart).select("[style], style, script, [onload], [fill]") == []
