"""Each doubt is one sentence about one line of the document."""

import pytest

from urgent_actions.importing.draft import Draft
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.readers import read_text

HEAD = """UA: 12/20 Index: AMR 22/001/2020 Chile Date: 3 March 2020

URGENT ACTION
BAKER IN DANGER

The baker of the town was threatened on 1 March, and has been in danger ever since then.
"""
BLOCK = """
Minister of Examples
Muestra Ensayo
1 Example Street
Santiago
Chile
Email: minister@example.org
Salutation: Dear Minister
"""
LETTER = """
Dear Minister,

I write to you about the baker of the town, who was threatened on 1 March.

Yours sincerely,
"""


def read(text: str) -> Draft:
    (draft,) = drafts(read_text(text))
    return draft


@pytest.mark.parametrize(
    ("text", "code", "line", "sentence"),
    [
        (
            f"{HEAD}\nPLEASE SEND APPEALS BEFORE 3 FEBRUARY 2020 TO:\n{BLOCK}",
            "deadline_before_issue",
            5,
            "The deadline, 2020-02-03, lies before the day of issue, 2020-03-03: one of them is misprinted.",
        ),
        (
            HEAD.replace("AMR 22", "ASA 17"),
            "index_country",
            1,
            "The index number ASA 17/001/2020 belongs to another country than Chile: look which is wrong.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n{BLOCK}{LETTER.replace('Dear Minister,', 'Dear Minister, / Dear Judge,')}",
            "salutations",
            13,
            "Salutations: 2, targets: 1. Look whether each target has its own.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n{BLOCK.replace('minister@example.org', '[email protected]')}",
            "masked_email",
            11,
            "The e-mail address of Muestra Ensayo is masked in the source: ask for it, it was left empty.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n{BLOCK.replace('1 Example Street', 'Probe Fiktivian')}",
            "two_names",
            6,
            "“Probe Fiktivian” stands below Muestra Ensayo: look whether these are two targets.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n{BLOCK}{LETTER.replace('Dear Minister,', 'Dear Governor Fiktivian,')}",
            "other_addressee",
            13,
            "The letter opens with “Dear Governor Fiktivian,”, and none of the targets found is called so.",
        ),
        (
            f"{HEAD}\nThe police came at night and took the flour, the oven and the money that she had in",
            "truncated",
            5,
            "The last line stops in the middle of a sentence: the document is cut off.",
        ),
        (
            f"{HEAD}\nNo further action is requested from the network.",
            "closing_formula",
            5,
            "“No further action is requested” closes the urgent action: nobody is to write any more.",
        ),
        (
            f"{HEAD}\n{HEAD}",
            "doubled_beginning",
            5,
            "The document begins twice: what stands there a second time was left out.",
        ),
        (
            f"{HEAD}\nPLEASE SEND APPEALS BEFORE 14 JUNE TO:\n{BLOCK}",
            "no_year",
            5,
            "“14 JUNE” has no year: look whether 2020-06-14 is meant.",
        ),
        (
            f"{HEAD}\nDEADLINE: 4/5/2020",
            "ambiguous_date",
            5,
            "“4/5/2020” can be two days, since it does not say whether day or month comes first: enter it by hand.",
        ),
        (
            f"{HEAD}\nPREFERRED LANGUAGE TO ADDRESS TARGET: Spanish, Samplish",
            "unknown_language",
            5,
            "“Samplish” is no language that we know: enter it by hand.",
        ),
        (
            HEAD.replace("AMR 22", "AMX 22"),
            "unknown_index",
            1,
            "“AMX 22/001/2020” is no index number that we know, perhaps a misprint: enter it by hand.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n{BLOCK.replace('Email: minister@example.org', 'Fax: 555 01 00')}",
            "local_number",
            11,
            "The number 555 01 00 has no country code: nobody abroad can dial it.",
        ),
        (
            f"{HEAD}\nTAKE ACTION:\n- Write to one or both government officials listed.\n{BLOCK}",
            "targets_promised",
            6,
            "The text speaks of several officials, and only one was found: look who is missing.",
        ),
        (
            f"{HEAD}{LETTER}",
            "no_target",
            5,
            "No target was found: look for the address in the document.",
        ),
    ],
)
def test_what_may_be_wrong_is_a_doubt(text: str, code: str, line: int, sentence: str) -> None:
    told = {doubt.code: (doubt.line, doubt.template % doubt.params) for doubt in read(text).doubts}

    assert told.get(code) == (line, sentence)


def test_a_deadline_without_a_year_stays_empty_where_nothing_tells_the_year() -> None:
    draft = read(
        "Urgent Action: Baker in danger (Chile: UA 12.20)\n\nContact these two officials by 14 June:\n" + BLOCK
    )

    assert draft.urgent_action.deadline is None
    assert "year_unknown" in {doubt.code for doubt in draft.doubts}


def test_a_day_of_which_the_year_is_misprinted_is_taken_as_it_stands() -> None:
    draft = read(f"{HEAD}\nPLEASE SEND APPEALS BEFORE 3 FEBRUARY 2020 TO:\n{BLOCK}")

    assert draft.urgent_action.deadline.isoformat() == "2020-02-03"


def test_a_document_in_order_raises_no_doubt() -> None:
    draft = read(f"{HEAD}\nTAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USE THIS MODEL LETTER\n{BLOCK}{LETTER}")

    assert (draft.doubts, draft.left_over) == ((), ())


def test_lines_that_went_into_no_value_are_left_over() -> None:
    draft = read(
        f"{HEAD}\nTAKE ACTION:\n{BLOCK}\nThe office is open from nine to five, and the lift does not work at present."
    )

    assert draft.left_over == (13,)


def test_a_value_says_on_which_lines_it_stands() -> None:
    draft = read(f"{HEAD}\nTAKE ACTION:\n{BLOCK}{LETTER}")

    assert {path: draft.provenance[path] for path in ("ua_number", "headline", "targets[0].address", "letter")} == {
        "ua_number": (1,),
        "headline": (3,),
        "targets[0].address": (8, 9, 10),
        "letter": (13, 14, 15),
    }
