"""Documents as they come out of careless programs: cut, quoted, without line breaks. Nothing is read that is not there.

A value may be lost when a document is garbled. It must not become another one: an address that belongs to nobody, a
number of somebody else.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from urgent_actions.importing.as_json import as_json
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.readers import read_text

TEXTS = {
    path.stem: path.read_text(encoding="utf-8").partition("\n")[2]
    for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))
}


@settings(deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 100), st.integers(0, 100))
def test_what_is_read_of_a_part_stands_in_the_whole(name: str, start: int, end: int) -> None:
    text = TEXTS[name]
    first, last = sorted((start * len(text) // 100, end * len(text) // 100))
    assume(any(char.isalpha() for char in text[first:last]))

    assert _not_in(text, text[first:last]) == []


GARBLED = {
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "without line breaks": lambda text: " ".join(text.split()),
    "without empty lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "every line a paragraph": lambda text: text.replace("\n", "\n\n"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "in capitals": lambda text: text.upper(),
}


@pytest.mark.parametrize("garble", GARBLED)
@pytest.mark.parametrize("name", TEXTS)
def test_what_is_read_of_a_garbled_document_stands_in_it(name: str, garble: str) -> None:
    text = GARBLED[garble](TEXTS[name])

    assert _not_in(text, text) == []


def test_nobody_is_at_risk_in_a_text_in_capitals_alone() -> None:
    text = "URGENT ACTION\n\nTHE TEACHER SAMPLE PERSON WAS DETAINED ON 3 MAY. SAMPLE PERSON MUST BE RELEASED AT ONCE.\n"

    assert [as_json(draft)["people"] for draft in drafts(read_text(text))] == [[]]


def test_a_heading_that_was_broken_in_two_paragraphs_names_no_target() -> None:
    text = TEXTS["130-to-members-first"].replace("\n", "\n\n")

    assert [target["name"] for target in _read(text)[0]["targets"]] == ["Prueba Figurada Supuesta"]


def test_the_address_above_the_head_is_that_of_the_sender() -> None:
    sender = "Sample Office of the Example Section\nPO Box 1, Sample Harbour 4400\nTel: +64 4 555 0100\n\n"
    text = sender + TEXTS["101-telex"]

    assert [target["name"] for target in _read(text)[0]["targets"]] == ["Ensayo Figurado"]


@pytest.mark.parametrize("ending", ["Please note that the address rem", "Feel free to write, call, or e-m", "Ple"])
def test_a_sentence_cut_off_below_a_block_is_no_target(ending: str) -> None:
    text = TEXTS["107-two-officials-by"]
    below = text.index("Click here")

    found = _read(f"{text[:below]}{ending}")[0]["targets"]

    assert found == _read(text)[0]["targets"]


def test_an_index_number_in_the_address_of_a_page_is_that_of_another_document() -> None:
    text = "UA 1/10\n\nURGENT ACTION\n\nhttp://www.example.org/en/library/info/AMR51/048/2010/en"

    assert _read(text)[0]["index_number"] is None


def _read(text: str) -> list[dict[str, Any]]:
    return [as_json(draft) for draft in drafts(read_text(text))]


def _not_in(whole: str, text: str) -> list[tuple[str, str]]:
    words, digits = _plain(whole), re.findall(r"\d+", whole)
    return [
        (name, value)
        for said in _read(text)
        for name, value in _values(said)
        if (_plain(value) not in words if name != "number" else not _digits_stand(value, digits))
    ]


def _values(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((name, said[name]) for name in ("headline", "previous_ua") if said[name])
    yield from (
        ("number", said[name]) for name in ("ua_number", "index_number", "issue_date", "deadline") if said[name]
    )
    yield from (("person", person["name"]) for person in said["people"])
    for target in (*said["targets"], *said["copies_to"]):
        for name in ("name", "role", "organisation", "country", "salutation"):
            yield from ((name, value) for value in [target[name]] if value)
        for name in ("email", "fax", "phone", "web_form"):
            yield from ((name, value) for value in (target[name] or "").split(", ") if value)
        yield from (("address", line) for line in target["address_lines"])
        yield from (("account", account) for account in target["social"])


def _digits_stand(value: str, digits: list[str]) -> bool:
    plain = {each.lstrip("0")[-4:] for each in digits} | {each[-2:].lstrip("0") for each in digits}
    parts = [part.lstrip("0") for part in re.findall(r"\d+", value)]
    # A month may be written as a word, and a year without its century.
    missing = [part for part in parts if part not in plain and part[-2:].lstrip("0") not in plain]
    return not [part for part in missing if int(part) > 12]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()
