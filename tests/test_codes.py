"""Codes of countries and languages, and their names."""

import pytest

from urgent_actions import codes


@pytest.mark.parametrize("code", ["CN", "HN", "XK", "TW", "PS", "GB", "US"])
def test_countries_are_allowed(code: str) -> None:
    assert code in codes.country_codes()


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "XA", "XB", "EZ", "QO", "001", "cn", "", "CHN"])
def test_what_is_no_country_is_not_allowed(code: str) -> None:
    assert code not in codes.country_codes()


@pytest.mark.parametrize(
    ("code", "reader", "name"),
    [
        ("CN", "en", "China"),
        ("CN", "es", "China"),
        ("US", "es", "Estados Unidos"),
        ("HN", "ar", "هندوراس"),
        ("HN", "zh-hans", "洪都拉斯"),
        ("HN", "xx", "Honduras"),
        ("QQ", "en", "QQ"),
        ("", "en", ""),
    ],
)
def test_a_country_is_named_in_the_language_of_the_reader(code: str, reader: str, name: str) -> None:
    assert codes.country_name(code, reader) == name


@pytest.mark.parametrize(
    ("tag", "reader", "name"),
    [
        ("es", "en", "Spanish"),
        ("es", "es", "español"),
        ("zh", "en", "Chinese"),
        ("zh-Hans", "en", "Simplified Chinese"),
        ("zh-hans", "en", "Simplified Chinese"),
        ("zh-hk", "en", "Chinese (Traditional, Hong Kong SAR China)"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("ar", "ar", "العربية"),
        ("not a tag", "en", "not a tag"),
        ("", "en", ""),
    ],
)
def test_a_language_is_named_in_the_language_of_the_reader(tag: str, reader: str, name: str) -> None:
    assert codes.language_name(tag, reader) == name


@pytest.mark.parametrize("tag", ["es", "zh-Hans", "pt-BR", "de-AT", "sr-Latn-RS"])
def test_a_language_tag_is_one(tag: str) -> None:
    assert codes.is_language(tag)


@pytest.mark.parametrize("tag", ["", "not a tag", "Spanish", "e", "zz-zz-zz", "es_"])
def test_what_is_no_language_tag_is_none(tag: str) -> None:
    assert not codes.is_language(tag)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("zh", "zh-Hans", True),
        ("zh-Hans", "zh", True),
        ("ZH-hans", "zh-Hans", True),
        ("zh-Hans", "zh-Hant", False),
        ("en", "es", False),
        ("e", "en", False),
    ],
)
def test_languages_are_the_same_as_far_as_the_shorter_tag_tells(first: str, second: str, same: bool) -> None:
    assert codes.same_language(first, second) is same


@pytest.mark.parametrize(
    ("tag", "right_to_left"),
    [("ar", True), ("he", True), ("fa", True), ("ur", True), ("en", False), ("zh-hans", False), ("xx", False)],
)
def test_the_direction_of_a_language_is_known(tag: str, right_to_left: bool) -> None:
    assert codes.is_right_to_left(tag) is right_to_left


def test_countries_are_offered_by_name() -> None:
    names = [name for _, name in codes.country_choices()]
    assert names == sorted(names, key=str.casefold)
    assert names[0] == "Afghanistan"


def test_every_country_is_offered_once() -> None:
    offered = [code for code, _ in codes.country_choices()]
    assert sorted(offered) == sorted(codes.country_codes())


@pytest.mark.parametrize("tag", ["en", "es", "ar", "zh", "zh-Hans", "zh-Hant", "pt-BR"])
def test_languages_are_offered(tag: str) -> None:
    assert tag in dict(codes.language_choices())


def test_every_language_that_is_offered_is_one() -> None:
    assert [tag for tag, _ in codes.language_choices() if not codes.is_language(tag)] == []
