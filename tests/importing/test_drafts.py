import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.test_doubts import BLOCK, HEAD, LETTER
from urgent_actions.importing.as_json import as_json
from urgent_actions.importing.document import Line, SourceDocument
from urgent_actions.importing.drafts import MOST_DRAFTS, drafts
from urgent_actions.importing.readers import read_text

MOST_SECONDS = 5
FRAGMENTS = (
    *(
        "Dear Minister,",
        "TAKE ACTION:",
        "UA 1/22",
        "URGENT ACTION ABC ",
        "Name: ",
        "Email: a@example.org",
        "c/o X",
        "(m)",
    ),
    *(
        "Minister of Justice ",
        "People's Republic of China",
        "3 May 2020 ",
        "[email protected]",
        "•",
        "And copies to:",
        "; ",
    ),
    *("No further action is requested. ", "XXXXXXXXXXXXXXXX", "Sample Person and ", "PLEASE SEND APPEALS BEFORE", "1"),
)


def document(*lines: str) -> SourceDocument:
    return SourceDocument(name="", lines=[Line(number=at, text=text) for at, text in enumerate(lines, start=1)])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), min_size=1, max_size=6).map("".join), max_size=12
    )
)
def test_whatever_the_lines_are_drafts_are_made_of_them(lines: list[str]) -> None:
    for draft in drafts(document(*lines)):
        assert as_json(draft)["status"] in ("active", "closed")
        assert set(draft.left_over) <= set(range(1, len(lines) + 1))


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_document_of_any_length_is_read_in_a_bounded_time(fragment: str) -> None:
    begun = time.process_time()

    drafts(document(*[fragment * 2_000] * 20))
    drafts(document(*[fragment] * 20_000))

    assert time.process_time() - begun < MOST_SECONDS


def test_what_is_not_read_of_a_long_document_is_said() -> None:
    (draft,) = drafts(document(*["The baker of the town was threatened."] * 3_000))

    assert [(doubt.code, doubt.line) for doubt in draft.doubts] == [("unread", 2_001)]


def test_no_more_drafts_are_made_than_anybody_can_look_through() -> None:
    lines = [line for number in range(1, 200) for line in (f"UA {number}/20 Fear of torture", "XXXXXXXXXXXX")]

    made = drafts(document(*lines))

    assert len(made) == MOST_DRAFTS
    assert [(doubt.code, doubt.line) for doubt in made[0].doubts if doubt.code == "unread"] == [("unread", 101)]


def test_a_document_without_text_makes_none() -> None:
    assert drafts(document()) == []


def test_several_urgent_actions_in_one_document_are_several_drafts() -> None:
    both = [HEAD, HEAD.replace("12/20", "13/20").replace("BAKER", "TEACHER")]

    found = drafts(read_text("\n".join(both)))

    assert [(str(draft.urgent_action.ua_number), draft.urgent_action.headline) for draft in found] == [
        ("12/20", "BAKER IN DANGER"),
        ("13/20", "TEACHER IN DANGER"),
    ]


SAMPLE = (Path(__file__).parent / "sample.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("between", ["\n", f"\n{'X' * 40}\n\n", "\n----------------------------------------\n\n"])
def test_those_that_name_their_number_in_the_middle_are_several_drafts_too(between: str) -> None:
    other = SAMPLE.replace("801.26", "802.26").replace("TEACHER", "BAKER").replace("minister@", "baker@")
    found = drafts(read_text(SAMPLE + between + other))
    assert [
        (str(draft.urgent_action.ua_number), [target.contacts[0].value for target in draft.urgent_action.targets])
        for draft in found
    ] == [("801/26", ["minister@example.org"]), ("802/26", ["baker@example.org"])]


def test_a_second_page_that_speaks_of_another_case_is_no_other_urgent_action() -> None:
    page = "\nURGENT ACTION\n\nADDITIONAL INFORMATION\n\nMore is told of a neighbour, UA 9/99, by everybody.\n"
    assert len(drafts(read_text(SAMPLE + page))) == 1


def test_the_language_may_be_said() -> None:
    (draft,) = drafts(read_text(HEAD), language="es")

    assert draft.urgent_action.language == "es"


def test_a_salutation_for_two_gives_each_target_their_own() -> None:
    second = BLOCK.replace("Minister of Examples\nMuestra Ensayo", "Judge\nProbe Fiktivian")
    blocks = f"{BLOCK}{second}".replace("Salutation: Dear Minister\n", "")
    letter = LETTER.replace("Dear Minister,", "Dear Minister Ensayo, / Judge Fiktivian,")

    (draft,) = drafts(read_text(f"{HEAD}\nTAKE ACTION:\n{blocks}{letter}"))

    assert [target.salutations for target in draft.urgent_action.targets] == [
        (("en", "Dear Minister Ensayo,"),),
        (("en", "Dear Judge Fiktivian,"),),
    ]


def test_who_is_to_be_written_to_first_has_the_first_priority() -> None:
    second = BLOCK.replace("Minister of Examples\nMuestra Ensayo", "Judge\nProbe Fiktivian")
    advice = (
        "ADDITIONAL INFORMATION\n\nLetters to Judge Probe Fiktivian should be prioritized, since the trial is near."
    )

    (draft,) = drafts(read_text(f"{HEAD}\nTAKE ACTION:\n{BLOCK}{second}{LETTER}\n{advice}"))

    assert [target.priority for target in draft.urgent_action.targets] == [2, 1]


def test_a_copy_in_the_middle_of_the_targets_is_no_target() -> None:
    second = BLOCK.replace("Minister of Examples\nMuestra Ensayo", "Judge\nProbe Fiktivian")
    embassy = (
        "Chilean Embassy in the United States\nAmbassador Modelo Testigo\n12 Example Place NW\nWashington DC 20008"
    )

    (draft,) = drafts(read_text(f"{HEAD}\nTAKE ACTION:\n{BLOCK}\nCC: {embassy}\n{second}{LETTER}"))

    urgent_action = draft.urgent_action
    (recipient,) = urgent_action.copies_to
    assert [target.name for target in urgent_action.targets] == ["Muestra Ensayo", "Probe Fiktivian"]
    assert recipient.mission is not None
    assert (recipient.missions_of, recipient.mission.in_country, recipient.mission.head_of_mission) == (
        "CL",
        "US",
        "Modelo Testigo",
    )


def test_who_publishes_the_document_is_no_target() -> None:
    sender = "\nUrgent Action Office\nAmnesty International Example Section\nPO Box 1\nEmail: uan@example.org\n"

    (draft,) = drafts(read_text(f"{HEAD}{sender}"))

    assert draft.urgent_action.targets == ()


def test_by_way_of_an_embassy_is_an_address_and_no_copy() -> None:
    block = "Judge\nProbe Fiktivian\nc/o Embassy of Chile\n12 Example Place\nBruxelles\n"

    (draft,) = drafts(read_text(f"{HEAD}\nTAKE ACTION:\n\n{block}{LETTER}"))

    (target,) = draft.urgent_action.targets
    assert target.address.lines == ("c/o Embassy of Chile", "12 Example Place", "Bruxelles")
    assert draft.urgent_action.copies_to == ()


def test_the_index_in_the_address_of_the_previous_one_is_not_this_ones() -> None:
    text = HEAD.replace("Index: AMR 22/001/2020 ", "")
    link = "\nLINK TO PREVIOUS UA: https://www.amnesty.org/en/documents/amr22/0001/2019/en/"

    (draft,) = drafts(read_text(text + link))

    assert draft.urgent_action.index_number is None
    assert draft.urgent_action.previous_url == "https://www.amnesty.org/en/documents/amr22/0001/2019/en/"


def test_updates_are_counted_from_the_second_document_on() -> None:
    (draft,) = drafts(read_text(HEAD + "\nThis is the third update of UA 12/20."))

    assert (draft.urgent_action.ordinal, draft.update_number, as_json(draft)["ordinal_number"]) == (4, 3, None)


def test_a_closed_document_says_since_when() -> None:
    (draft,) = drafts(read_text(HEAD + "\nThis action ended on March 9, 2020."))

    assert (draft.closed, draft.ended_on.isoformat()) == (True, "2020-03-09")


@pytest.mark.parametrize("source", ["# source:", "Source:"])
def test_where_a_text_was_saved_from_is_no_part_of_it(source: str) -> None:
    address = f"{source} https://example.org/urgent-actions/honduras/an-invented-baker-at-risk/1234"
    text = (
        "Écrire Honduras. Boulanger Inventé, boulanger et syndicaliste, menacé de mort\n\n"
        "Action complémentaire sur l’AU 1/26, 3 mars 2026\n\nBoulanger Inventé a été arrêté le 3 mars 2026."
    )

    saved, plain = (drafts(read_text(each))[0].urgent_action for each in (f"{address}\n{text}", text))

    assert saved == plain


def test_a_page_of_several_cases_has_the_number_of_none() -> None:
    stories = (
        "SUDAN: Muestra Ejemplar (UA 968/02 on September 5, 2002). She was released on 24 September in good health.",
        "INDONESIA: Modelo Supuesto (UA 940/02 issued July 30, 2002). He was granted access to a lawyer of his choice.",
    )

    (draft,) = drafts(read_text("Sample Stories\n\nfor activists and speakers\n\n" + "\n\n".join(stories)))

    assert draft.urgent_action.ua_number is None
