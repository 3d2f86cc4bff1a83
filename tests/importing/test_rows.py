import pytest

from urgent_actions.importing.lines.pieces import piece
from urgent_actions.importing.lines.rows import row_of, rows_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister of Justice", "role"),
        ("Fiscal General de la Nación", "role"),
        ("Director of Example City Public Security Bureau", "role"),
        ("King and Prime Minister", "role"),
        ("Ambassador Sample Person", "role_name"),
        ("Mr Sample Person", "name"),
        ("‘Abd al-Mithal", "name"),
        ("General de División Ensayo Prueba", "name"),
        ("Example City People’s Procuratorate", "organisation"),
        ("Prosecutor General's Office", "organisation"),
        ("Secretaría de Estado de Muestra", "organisation"),
        ("No. 200, Example Road,", "address"),
        ("Santiago, Chile", "address"),
        ("King Street 4", "address"),
        ("c/o Embassy of Chile", "care_of"),
        ("People’s Republic of China", "country"),
        ("Email: office@example.org", "contact"),
        ("+1 202-555-0100 (please keep trying)", "contact"),
        ("(please keep trying)", "note"),
        ("Please send e-mails only, since the post to the country does not go at present.", "note"),
    ],
)
def test_a_row_is_known_by_its_words(text: str, kind: str) -> None:
    assert row_of(piece(text, 1)).kind == kind


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Ambassador Sample Person", "Ambassador", "Sample Person"),
        ("Public Prosecutor Sample al-Mithal", "Public Prosecutor", "Sample al-Mithal"),
        ("Head of Judiciary Sample Person", "Head of Judiciary", "Sample Person"),
        ("Fiscal General de México Muestra Ensayo Prueba", "Fiscal General de México", "Muestra Ensayo Prueba"),
        ("H.E. President Sample Person", "President", "Sample Person"),
        ("Governor of Texas", "Governor of Texas", ""),
    ],
)
def test_an_office_and_who_holds_it_are_told_apart(text: str, role: str, name: str) -> None:
    row = row_of(piece(text, 1))

    assert (row.role, row.name) == (role, name)


def test_a_block_without_line_breaks_gets_them_back() -> None:
    text = (
        "Chief Procurator Sample Person Supreme People's Procuratorate 147 Example Dajie, Dongchengqu Beijing 100726 "
        "People's Republic of China Email: office@example.org Salutation: Dear Chief Procurator"
    )

    assert [(row.kind, row.text) for row in rows_of(piece(text, 1))] == [
        ("role", "Chief Procurator"),
        ("name", "Sample Person"),
        ("organisation", "Supreme People's Procuratorate"),
        ("address", "147 Example Dajie, Dongchengqu Beijing 100726"),
        ("country", "People's Republic of China"),
        ("contact", "Email: office@example.org Salutation: Dear Chief Procurator"),
    ]


def test_an_embassy_in_one_sentence_is_taken_apart() -> None:
    text = "HIS EXCELLENCY MR SAMPLE PERSON, Embassy of Chile, 12 Example Place W1B, 020 7555 0100, office@example.org"

    assert [(row.kind, row.text) for row in rows_of(piece(text, 1))] == [
        ("name", "HIS EXCELLENCY MR SAMPLE PERSON"),
        ("organisation", "Embassy of Chile"),
        ("address", "12 Example Place W1B"),
        ("contact", "020 7555 0100, office@example.org"),
    ]
