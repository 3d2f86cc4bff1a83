"""Every text here is made up in the forms that documents use; none is a sentence of a document."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.rules.index_number import (
    find_index_numbers,
)
from urgent_actions.rules.reference import (
    IMPLAUSIBLE_YEAR,
    IMPOSSIBLE_SERIAL,
    NOT_A_UA_NUMBER,
    Found,
    UAReference,
    UnreadableReference,
    find_ua_references,
    read_ua_number,
    read_ua_reference,
)
from urgent_actions.urgent_action import UANumber

UA_NUMBERS = st.builds(UANumber, serial=st.integers(1, 999), year=st.integers(0, 99))


@pytest.mark.parametrize(
    ("text", "serial", "year"),
    [
        ("44/22", 44, 22),
        ("44.22", 44, 22),
        ("  118/20\n", 118, 20),
        ("047/24", 47, 24),
        ("UA 43.20", 43, 20),
        ("ua 43.20", 43, 20),
        ("UA: 15/08", 15, 8),
        ("UA :\u00a015/08", 15, 8),
        ("UA 83.18", 83, 18),
        ("UA 219 /06", 219, 6),
        ("UA: 132/19", 132, 19),
        ("UA 235/17.", 235, 17),
        ("Urgent Action 182.17", 182, 17),
        ("URGENT ACTION UA: 132/19", 132, 19),
        ("UA-182/2004", 182, 4),
        ("UA-No: 182/2004", 182, 4),
        ("UA-313/2014", 313, 14),
        ("UA-257-1/2014", 257, 14),
        ("UA\u2011257\u20111/2014", 257, 14),
        ("FI 026/20-5", 26, 20),
        ("EXTRA 12/99", 12, 99),
        ("EX 12/99", 12, 99),
        ("AU: 275/09", 275, 9),
        ("AU 105/25: 105/25", 105, 25),
        ("Primera AU 105/25: 105/25", 105, 25),
        ("Acción Urgente 47/24", 47, 24),
        ("Further information on UA 44/22", 44, 22),
        ("Further information on UA: 79/11", 79, 11),
        ("Further information on EXTRA 12/99", 12, 99),
        ("Más información sobre AU: 275/09", 275, 9),
        ("Mas informacion sobre AU: 275/09", 275, 9),
        ("MÁS INFORMACIÓN SOBRE LA AU 275/09", 275, 9),
        ("Ma\u0301s informacio\u0301n sobre AU: 275/09", 275, 9),
        ("Action complémentaire sur l’AU 16/10", 16, 10),
        ("Action complementaire sur l'AU 16/10", 16, 10),
        ("Weitere Informationen zu UA-313/2014", 313, 14),
        ("ua-8517", 85, 17),
        ("ua-817", 8, 17),
        ("ua-103-22", 103, 22),
        ("ua-132-19", 132, 19),
        ("uaa31109", 311, 9),
        ("uaa31109.pdf", 311, 9),
        ("UA 1/00", 1, 0),
        ("UA 999/99", 999, 99),
        ("UA 12/1961", 12, 61),
        ("UA 12/2099", 12, 99),
    ],
)
def test_a_ua_number_is_read_in_every_form_met_in_documents(text: str, serial: int, year: int) -> None:
    assert read_ua_number(text) == UANumber(serial, year)


@given(UA_NUMBERS)
def test_reading_a_printed_ua_number_gives_it_back(number: UANumber) -> None:
    assert read_ua_number(str(number)) == number


@given(
    UA_NUMBERS,
    st.sampled_from(["UA: {}", "Urgent Action {}", "EXTRA {}", "Primera AU {0}: {0}", "Third follow-up to EX {}"]),
)
def test_a_printed_ua_number_is_found_whole_behind_any_label(number: UANumber, form: str) -> None:
    reference = form.format(number)
    text = f"Foreword. {reference}. Afterword."
    assert find_ua_references(text) == (Found(read_ua_reference(reference), 10, 10 + len(reference)),)


@given(UA_NUMBERS)
def test_the_slug_of_a_ua_number_is_read_with_and_without_a_hyphen(number: UANumber) -> None:
    serial, year = f"{number.serial}", f"{number.year:02d}"
    assert read_ua_number(f"ua-{serial}-{year}") == read_ua_number(f"ua-{serial}{year}") == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "44",
        "44-22",
        "44/2",
        "44/222",
        "44/22/23",
        "UA 44/22 and UA 45/22",
        "First 44/22",
        "Urgent Action Update:",
        "case No. 488/2019",
        "No.65/2021",
        "#999137",
        "Batallón 3-16",
        "11/25/1974",
        "UA-01001",
        "UA-12345-1",
        "Primera AU 105/25: 106/25",
        "FI 26/20-0",
        "ASA 17/5628/2022",
    ],
)
def test_a_text_that_is_no_ua_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number(text)
    assert refusal.value.template == NOT_A_UA_NUMBER


def test_the_refusal_says_what_is_wrong_and_what_is_allowed() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number("44-22")
    assert str(refusal.value) == "“44-22” is no UA number: write serial and two-digit year, like 44/22."


def test_the_refusal_keeps_what_a_translation_needs() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number("44-22")
    assert (refusal.value.template, refusal.value.params) == (NOT_A_UA_NUMBER, {"text": "44-22"})


def test_the_refusal_survives_pickling() -> None:
    refusal = UnreadableReference(NOT_A_UA_NUMBER, {"text": "44-22"})
    copy = pickle.loads(pickle.dumps(refusal))  # noqa: S301  # our own bytes
    assert (str(copy), copy.template, copy.params) == (str(refusal), refusal.template, refusal.params)


def test_the_refusal_quotes_a_long_text_cut_and_on_one_line() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number("Dear Minister,\n" + "word " * 100)
    assert refusal.value.params == {"text": "Dear Minister, " + "word " * 12 + "word…"}


@pytest.mark.parametrize("text", ["0/22", "UA 000/22", "1000/22", "UA 2019/20", "ua-000-22", "ua-00022"])
def test_a_serial_outside_1_to_999_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number(text)
    assert refusal.value.template == IMPOSSIBLE_SERIAL


def test_the_refusal_names_the_impossible_serial() -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number("UA 0/22")
    assert str(refusal.value) == "“UA 0/22” has the serial 0: the serial of a UA number is 1 to 999."


@pytest.mark.parametrize("text", ["44/1960", "44/2100", "ua-44-1822"])
def test_a_four_digit_year_no_urgent_action_can_have_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReference) as refusal:
        read_ua_number(text)
    assert refusal.value.template == IMPLAUSIBLE_YEAR


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("First UA: 118/20", 1),
        ("Second Urgent Action 44.22", 2),
        ("Second\nUrgent Action 44.22", 2),
        ("THIRD UA 60/16", 3),
        ("F\u0131rst UA 60/16", 1),
        ("Tenth UA 60/16", 10),
        ("Primera AU 105/25: 105/25", 1),
        ("Segunda AU: 105/25", 2),
        ("Tercera AU: 105/25", 3),
        ("SEPTIMA AU: 105/25", 7),
        ("Décima AU: 105/25", 10),
        ("Première AU 16/10", 1),
        ("PREMIERE ACTION URGENTE 16/10", 1),
        ("Deuxième AU 16/10", 2),
        ("Seconde AU 16/10", 2),
        ("Troisie\u0300me AU 16/10", 3),
        ("Erste Urgent Action 313/14", 1),
        ("Zweite UA-313/2014", 2),
        ("Dritte Eilaktion 313/14", 3),
        ("Funfte UA 313/14", 5),
        ("Third follow-up to EX 12/99", 4),
        ("This is the third update of UA 235/17", 4),
        ("This is the third update of UA 235/17.", 4),
        ("Segunda actualización de la AU 275/09", 3),
        ("Première mise à jour de l’AU 16/10", 2),
        ("Zweite Aktualisierung der UA-313/2014", 3),
        ("FI 103/22-4", 5),
        ("FI 026/20-5", 6),
        ("FI 026/20-12", 13),
        ("UA-257-1/2014", 2),
        ("FI UA-257-1/2014", 2),
        ("Fifth UA 103/22-4", 5),
    ],
)
def test_the_ordinal_is_read_where_the_text_tells_it(text: str, ordinal: int) -> None:
    assert read_ua_reference(text).ordinal == ordinal


@pytest.mark.parametrize(
    "text",
    [
        "44/22",
        "UA 44/22",
        "Further information on UA 44/22",
        "Más información sobre AU: 44/22",
        "Action complémentaire sur l’AU 44/22",
        "FI 44/22",
        "EXTRA 44/22",
        "ua-44-22",
    ],
)
def test_the_ordinal_is_none_where_the_text_does_not_count(text: str) -> None:
    assert read_ua_reference(text) == UAReference(UANumber(44, 22), None)


@pytest.mark.parametrize("text", ["Twenty-first UA 44/22", "Thirty second UA 44/22", "Vigésima primera AU 44/22"])
def test_the_ordinal_is_none_where_it_is_beyond_the_words_we_know(text: str) -> None:
    assert read_ua_reference(text) == UAReference(UANumber(44, 22), None)


def test_the_ordinal_is_none_where_the_text_counts_twice_and_differently() -> None:
    assert read_ua_reference("Third UA 103/22-4") == UAReference(UANumber(103, 22), None)


@pytest.mark.parametrize(
    ("text", "standing", "ordinal"),
    [
        ("Some headline (Chile: UA 44.22)", "UA 44.22", None),
        ("First UA: 44/22 Index: ASA 11/26/2022 Date: 10 July 2022", "First UA: 44/22", 1),
        ("Tell us what you sent on **Second Urgent Action 44.22**. Thanks", "Second Urgent Action 44.22", 2),
        ("This is the third update of UA 44/22. Further information: www", "This is the third update of UA 44/22", 4),
        ("Primera AU 44/22: 44/22 | Índice: AMR 23/05/2022", "Primera AU 44/22: 44/22", 1),
        ("Action complémentaire sur l’AU 44/22, 26 mai", "Action complémentaire sur l’AU 44/22", None),
        ("UA-44-1/2022 Ein Fall", "UA-44-1/2022", 2),
        ("https://example.org/urgent-actions/some-one-chile-ua-44-22/", "ua-44-22", None),
        ("https://example.org/urgent-actions/some-one-chile-ua-4422/", "ua-4422", None),
        ("https://example.org/files/uaa4422.pdf", "uaa4422", None),
    ],
    ids=["headline", "header", "sentence", "footer", "doubled", "french", "german", "slug", "glued slug", "pdf"],
)
def test_a_ua_reference_is_found_in_running_text(text: str, standing: str, ordinal: int | None) -> None:
    start = text.index(standing)
    expected = Found(UAReference(UANumber(44, 22), ordinal), start, start + len(standing))
    assert find_ua_references(text) == (expected,)


def test_ua_references_are_found_in_the_order_of_the_text() -> None:
    found = find_ua_references("see chile-ua-45-22 for UA 44/22 and ua-4622, then EX 47/22")
    assert [str(one.reference.number) for one in found] == ["45/22", "44/22", "46/22", "47/22"]


@pytest.mark.parametrize(
    "text",
    [
        "44/22",
        "court case No. 488/2019",
        "decree No.65/2021",
        "(No. 855/2020)",
        "prisoner #999137",
        "Batallón 3-16",
        "DOB 11/25/1974",
        "on 12/05/20",
        "UA 12/05/2020",
        "du 5/11 au 12/11",
        "DU 5/11 AU 12/11",
        "JUSQU’AU 12/11",
        "an ex 12.50 price, extra 12.50",
        "Urgent Action 44. 22 people",
        "Urgent Actions 44/22",
        "UA 0/22",
        "UA 2019/20",
        "UA 44/1822",
        "Kyiv UA-01001",
        "tracking id UA-12345-1",
        "tracking id ua-12345-1",
        "nicaragua-103-22",
        "ASA 17/5628/2022",
    ],
)
def test_a_look_alike_is_not_found_as_a_ua_reference(text: str) -> None:
    assert find_ua_references(text) == ()


@pytest.mark.parametrize(
    "page",
    ["UA" + " " * 100_000, "Further information on " * 5_000, "twenty-first " * 8_000, "1" * 100_000, "UA-" * 30_000],
    ids=["blanks", "phrases", "ordinals", "digits", "marks"],
)
def test_a_page_that_almost_matches_everywhere_is_searched_to_its_end(page: str) -> None:
    # A pattern that backtracks would not come back from these within a day: no clock is needed to see it.
    assert (find_ua_references(page), find_index_numbers(page)) == ((), ())
