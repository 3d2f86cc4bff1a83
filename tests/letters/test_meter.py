"""What an editor has to see before publishing."""

from dataclasses import replace

from tests.letters.samples import CHINESE, JUDGE, LATIN, MINISTER, ON
from urgent_actions.letters.meter import meter
from urgent_actions.urgent_action import Address, ContactHealth, SampleLetter


def test_each_letter_by_email_is_measured_in_each_language() -> None:
    found = meter([LATIN, CHINESE], on=ON).gauges
    assert [(each.language, each.target, each.link.too_long) for each in found] == [
        ("en", "Example Minister", False),
        ("zh-Hans", "Example Minister", False),
    ]


def test_a_letter_that_is_too_long_for_a_mail_link_shows() -> None:
    long = replace(LATIN, letter=SampleLetter(paragraphs=("字" * 300,), asks=("free her.",)))
    assert [each.link.too_long for each in meter([long], on=ON).gauges] == [True]


def test_a_letter_with_something_to_fill_in_is_not_measured() -> None:
    unready = replace(LATIN, letter=SampleLetter(paragraphs=("I, [YOUR NAME]",)))
    assert list(meter([unready], on=ON).gauges) == []


def test_contacts_that_reach_nobody_are_listed() -> None:
    lost = replace(JUDGE, address=Address(lines=("1 Old Street",), country="HN", health=ContactHealth.DEAD))
    assert meter([replace(LATIN, targets=(MINISTER, lost))], on=ON).dead == [
        ("Example Minister", "old@example.org"),
        ("Sample Judge", "1 Old Street"),
    ]


def test_languages_without_a_salutation_are_listed() -> None:
    assert meter([LATIN, replace(LATIN, language="fr")], on=ON).without_salutation == [
        ("Sample Judge", "en"),
        ("Example Minister", "fr"),
        ("Sample Judge", "fr"),
    ]
