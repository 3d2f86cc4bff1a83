"""Invented documents in the layouts of three decades, and all that is read in them (see ``golden/``)."""

from pathlib import Path

import pytest

from tests.golden import Golden
from urgent_actions.importing.as_json import as_json
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.readers import read_text

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_all_that_a_document_says_is_read(path: Path, golden: Golden) -> None:
    # The first line says that it is invented, and in which layout.
    text = path.read_text(encoding="utf-8").partition("\n")[2]

    found = [as_json(draft) for draft in drafts(read_text(text))]

    golden(f"{path.stem}.json", [{key: said[key] for key in said if key != "provenance"} for said in found])


FACTS = (
    *("headline", "ua_number", "ordinal", "index_number", "countries", "issued_on", "deadline", "summary"),
    *("notes_to_writers", "additional_information", "preferred_languages", "own_language_welcome", "previous_url"),
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_value_says_where_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("\n")[2]

    for draft in drafts(read_text(text)):
        told = [name for name in FACTS if getattr(draft.urgent_action, name)]
        told += [f"persons[{at}].name" for at, _ in enumerate(draft.urgent_action.persons)]
        for at, target in enumerate(draft.urgent_action.targets):
            told += [f"targets[{at}].{name}" for name in ("name", "role", "organisation") if getattr(target, name)]
            told += [f"targets[{at}].address"] if target.address.lines else []
            told += [f"targets[{at}].contacts[{number}]" for number, _ in enumerate(target.contacts)]
        told += ["letter"] if draft.urgent_action.letter.paragraphs else []
        told += ["asks"] if draft.urgent_action.letter.asks else []

        assert [name for name in told if not draft.provenance.get(name)] == []
