import pytest

from urgent_actions.importing.letter.asks import with_asks
from urgent_actions.urgent_action import SampleLetter

TOLD = "I am writing to you about Sample Person."


@pytest.mark.parametrize(
    ("language", "ask"),
    [
        ("en", "Therefore, I urge you to protect her."),
        ("en-GB", "I CALL ON YOU to protect her."),
        ("es", "Por ello, le insto a que la proteja."),
        ("fr", "Je vous demande donc de la protéger."),
        ("de", "Daher fordere ich Sie auf, sie zu schützen."),
    ],
)
def test_the_paragraph_that_asks_becomes_the_asks_in_its_own_words(language: str, ask: str) -> None:
    letter = SampleLetter(paragraphs=(TOLD, ask, "Thank you."))
    assert with_asks(letter, language=language) == SampleLetter(
        paragraphs=(TOLD,), asks=(ask,), closing=("Thank you.",)
    )


def test_the_last_run_of_paragraphs_that_ask_is_taken_and_the_order_stays() -> None:
    early, one, two = "I urge you to listen.", "I urge you to free her.", "I call on you to let her see a doctor."
    letter = SampleLetter(paragraphs=(early, TOLD, one, two, "Thank you."), postscript="P.S.")
    found = with_asks(letter, language="en")
    assert (found.paragraphs, found.asks) == ((early, TOLD), (one, two))
    assert found.texts == (early, TOLD, "", one, two, "Thank you.", "P.S.")


@pytest.mark.parametrize(
    "letter",
    [
        SampleLetter(),
        SampleLetter(paragraphs=(TOLD,)),
        SampleLetter(paragraphs=("I urge you to:",), asks=("protect her.",)),
        SampleLetter(paragraphs=("I urge you.",), asks_introduction="Please:"),
    ],
)
def test_other_letters_stay_as_they_are(letter: SampleLetter) -> None:
    assert with_asks(letter, language="en") == letter


def test_a_closing_formula_asks_for_nothing() -> None:
    letter = SampleLetter(paragraphs=(TOLD, "Je vous prie d’agréer mes salutations."))
    assert with_asks(letter, language="fr") == letter
