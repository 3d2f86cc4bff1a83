"""Every text here is made up in the forms that documents use; none is a sentence of a document."""

from string import digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.rules.index_number import (
    AREAS,
    MISPRINTED_AREA,
    NOT_AN_INDEX_NUMBER,
    UNKNOWN_AREA,
    find_index_numbers,
    read_index_number,
)
from urgent_actions.rules.reference import (
    IMPLAUSIBLE_YEAR,
    Found,
    UnreadableReference,
)
from urgent_actions.urgent_action import IndexNumber

INDEX_NUMBERS = st.builds(
    IndexNumber,
    area=st.sampled_from(AREAS),
    country=st.text(digits, min_size=2, max_size=2),
    serial=st.text(digits, min_size=2, max_size=5),
    year=st.text(digits, min_size=2, max_size=2) | st.integers(1961, 2099).map(str),
    language=st.sampled_from(["", "s", "f", "ar"]),
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ASA 17/5628/2022", "ASA 17/5628/2022"),
        ("MDE 11/015/2011", "MDE 11/015/2011"),
        ("ASA 28/006/2010", "ASA 28/006/2010"),
        ("ASA 21/26/91", "ASA 21/26/91"),
        ("FIN 50/01/95", "FIN 50/01/95"),
        ("EUR 46/12345/2024", "EUR 46/12345/2024"),
        ("MDE-13/014/11", "MDE 13/014/11"),
        ("AMR-37/012/10", "AMR 37/012/10"),
        ("AMR\u00a037/012/10", "AMR 37/012/10"),
        (" amr 37/012/10\n", "AMR 37/012/10"),
        ("ASA17/5628/2022", "ASA 17/5628/2022"),
        ("asa17/5628/2022", "ASA 17/5628/2022"),
        ("asa17/5628/2022/en/", "ASA 17/5628/2022"),
        ("https://www.amnesty.org/en/documents/asa17/5628/2022/en/", "ASA 17/5628/2022"),
        ("<https://www.amnesty.org/en/documents/asa17/5628/2022/en/>", "ASA 17/5628/2022"),
        ("https://www.amnesty.org/es/documents/asa17/5628/2022/zh-hant?x=1#top", "ASA 17/5628/2022"),
        ("https://www.amnesty.org/en/documents/ASA17/5628/2022/en/", "ASA 17/5628/2022"),
        ("www.amnesty.org/asa17/8157/2018", "ASA 17/8157/2018"),
        ("ACT 60/02/95/s", "ACT 60/02/95/s"),
        ("ACT 60/02/95/S", "ACT 60/02/95/s"),
        ("ACT 60/02/1961", "ACT 60/02/1961"),
    ],
)
def test_an_index_number_is_read_in_every_form_met_in_documents(text: str, printed: str) -> None:
    assert str(read_index_number(text)) == printed


def test_an_index_number_is_read_into_its_parts() -> None:
    assert read_index_number("act 60/02/95/S") == IndexNumber("ACT", "60", "02", "95", "s")


@given(INDEX_NUMBERS)
def test_reading_a_printed_index_number_gives_it_back(number: IndexNumber) -> None:
    assert read_index_number(str(number)) == number


@given(INDEX_NUMBERS)
def test_a_printed_index_number_is_found_whole_in_running_text(number: IndexNumber) -> None:
    text = f"AI Index: {number}. Afterword"
    assert find_index_numbers(text) == (Found(number, 10, 10 + len(str(number))),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AMR 5",
        "AMR 37",
        "AMR 37/012",
        "AMR 37/1/2010",
        "AMR 37/123456/2010",
        "AMR 37/012/201",
        "AMR 7/012/2010",
        "AM 37/012/2010",
        "44/22",
        "Index: AMR 37/012/10",
        "https://example.org/asa17/5628/2022",
    ],
)
def test_a_text_that_is_no_index_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_index_number(text)
    assert refusal.value.template == NOT_AN_INDEX_NUMBER


def test_the_refusal_of_an_index_number_says_what_is_allowed() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_index_number("AMR 5")
    assert str(refusal.value) == (
        "“AMR 5” is no index number: write area, country, serial and year, like ASA 17/5628/2022."
    )


def test_a_misprinted_area_is_refused_with_the_area_that_was_meant() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_index_number("MDA 13/6424/2023")
    assert str(refusal.value) == (
        "“MDA 13/6424/2023” has the unknown area MDA: did you mean MDE? An index number begins with one of "
        "ACT, AFR, AMR, ASA, DOC, EUR, FIN, IOR, MDE, NWS, ORG, POL, PRE."
    )


@pytest.mark.parametrize(
    ("text", "template", "nearest"),
    [
        ("MDA 13/6424/2023", MISPRINTED_AREA, "MDE"),
        ("ACR 13/6424/2023", MISPRINTED_AREA, "ACT, AFR, AMR"),
        ("DOB 11/25/1974", MISPRINTED_AREA, "DOC"),
        ("TUR 06/0620/2022", MISPRINTED_AREA, "EUR"),
        ("XYZ 13/6424/2023", UNKNOWN_AREA, None),
    ],
)
def test_an_unknown_area_is_refused(text: str, template: str, nearest: str | None) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_index_number(text)
    assert (refusal.value.template, refusal.value.params.get("nearest")) == (template, nearest)


@pytest.mark.parametrize("text", ["ASA 17/5628/1960", "ASA 17/5628/2100"])
def test_an_index_number_with_an_impossible_year_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_index_number(text)
    assert refusal.value.template == IMPLAUSIBLE_YEAR


@pytest.mark.parametrize(
    ("text", "standing", "printed"),
    [
        ("UA: 79/11 Index: MDE 11/015/2011 Bahrain", "MDE 11/015/2011", "MDE 11/015/2011"),
        ("AI Index: ACT 60/02/95/s.", "ACT 60/02/95/s", "ACT 60/02/95/s"),
        ("(AMR-37/012/10)", "AMR-37/012/10", "AMR 37/012/10"),
        ("<https://www.amnesty.org/en/documents/asa17/5628/2022/en/>", "asa17/5628/2022", "ASA 17/5628/2022"),
        ("see www.amnesty.org/asa17/8157/2018.", "asa17/8157/2018", "ASA 17/8157/2018"),
    ],
    ids=["header", "suffix", "hyphen", "address", "bare address"],
)
def test_an_index_number_is_found_in_running_text(text: str, standing: str, printed: str) -> None:
    start = text.index(standing)
    expected = Found(read_index_number(printed), start, start + len(standing))
    assert find_index_numbers(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "DOB 11/25/1974",
        "MDA 13/6424/2023",
        "AMR 5",
        "ASA 17/5628/1822",
        "NASA 17/5628/2022",
        "asa 17/5628/2022",
        "11/25/74",
    ],
)
def test_a_look_alike_is_not_found_as_an_index_number(text: str) -> None:
    assert find_index_numbers(text) == ()


def test_index_numbers_are_found_in_the_order_of_the_text() -> None:
    found = find_index_numbers("org/documents/amr37/3776/2016/en/ came before AMR 37/6674/2017")
    assert [str(one.reference) for one in found] == ["AMR 37/3776/2016", "AMR 37/6674/2017"]
