"""The noun: what a target is called in a letter."""

import pytest

from urgent_actions.urgent_action import Target


@pytest.mark.parametrize(
    ("known", "language", "words"),
    [
        ("zh-Hans", "zh-hans", "Words,"),
        ("zh", "zh-hans", "Words,"),
        ("es", "es-MX", "Words,"),
        ("es", "fr", ""),
        ("zh-Hans", "zh-hant", ""),
    ],
)
def test_a_salutation_will_do_for_what_is_the_same_language(known: str, language: str, words: str) -> None:
    assert Target(id="t", salutations=((known, "Words,"),)).salutation(language) == words


def test_a_salutation_in_the_very_language_goes_first() -> None:
    target = Target(id="t", salutations=(("zh", "Any,"), ("zh-Hant", "Traditional,")))
    assert target.salutation("zh-hant") == "Traditional,"
