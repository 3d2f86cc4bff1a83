"""The pure parts of the bench: what comes of the rounds, and what is asked for."""

import pytest

from dev.bench import addresses, words
from dev.bench.comparisons import COMPARISONS, is_wanted
from dev.bench.figures import Aim, Round, Row, line, missed, speed, table, time


def row(*rounds: tuple[float, float], aim: Aim, missing: str = "") -> Row:
    return Row("detail/stock", "own API", "1,000", aim, rounds=[Round(*each) for each in rounds], missing=missing)


def test_the_ratio_of_a_speed_is_ours_to_the_baseline_and_the_median_counts() -> None:
    assert row((300, 10), (200, 10), (900, 10), aim=speed(30)).ratio == 30


def test_the_ratio_of_a_time_is_the_other_way_round() -> None:
    assert row((10, 12), aim=time(1.3)).ratio == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("aim", "rounds", "holds"),
    [
        (speed(30), (300, 10), True),
        (speed(30), (299, 10), False),
        (time(1.25), (8, 10), True),
        (time(1.25), (8, 11), False),
        (speed(None), (1, 1000), True),
    ],
)
def test_an_aim_holds_up_to_its_very_number(aim: Aim, rounds: tuple[float, float], holds: bool) -> None:
    assert row(rounds, aim=aim).holds is holds


def test_what_was_not_measured_has_not_reached_its_aim() -> None:
    unmeasured = row((0, 10), aim=speed(30), missing="there is no such command")
    assert unmeasured.ratio is None
    assert not unmeasured.holds
    assert missed([unmeasured]) == "detail/stock at 1,000: not measured: there is no such command."


def test_a_row_that_misses_its_aim_is_named_and_others_are_not() -> None:
    rows = [row((300, 10), aim=speed(30)), row((290, 10), aim=speed(30))]
    assert missed(rows) == "detail/stock at 1,000: 29.00×, the aim is ≥ 30×."


def test_the_table_is_markdown_with_a_line_for_each_row() -> None:
    rows = [row((3000, 10), (6000, 10), aim=speed(30)), row((0, 12.34), aim=speed(30), missing="nothing there")]
    head, rule, first, second = table(rows).splitlines()
    assert head.count("|") == rule.count("|") == first.count("|") == second.count("|")
    assert first == "| detail/stock: own API | 1,000 | ≥ 30× | 450.00× | 375.00 – 525.00 | – | 4,500/s | 10.0/s | ok |"
    assert second == "| detail/stock: own API | 1,000 | ≥ 30× | – | – | – | – | 12.3/s | not measured |"


def test_a_missed_row_says_so_in_the_table() -> None:
    assert line(row((1, 1), aim=speed(30))).endswith("| MISSED |")


def test_rows_are_chosen_by_name_or_by_either_part() -> None:
    names = [each.name for each in COMPARISONS]
    assert len(set(names)) == len(names)
    assert is_wanted("detail/stock", [])
    assert is_wanted("detail/stock", ["detail"])
    assert is_wanted("detail/stock", ["list", "stock"])
    assert is_wanted("detail/stock", ["detail/stock"])
    assert not is_wanted("detail/stock", ["list", "bare"])


def test_all_apis_are_asked_for_the_same() -> None:
    ids = addresses.some(range(5000))
    assert len(set(ids)) == addresses.DETAILS
    assert ids == addresses.some(range(5000))
    own, stock, bare = addresses.own(ids), addresses.stock(ids), addresses.bare(ids)
    assert len(own.detail) == len(stock.detail) == len(bare.detail)
    assert len(own.list) == len(stock.list)
    assert len(own.search) == len(stock.search) == len(set(words.searches()))


def test_the_words_of_documents_differ_and_all_are_filled_in() -> None:
    texts = {
        words.filled(text, language=language, serial=serial)
        for language in words.LANGUAGES
        for serial in range(100)
        for text in (words.HEADLINES[language], *words.SENTENCES[language], *words.ASKS[language])
    }
    assert not [text for text in texts if "{" in text]
    assert len({words.person(serial) for serial in range(6000)}) == 6000
